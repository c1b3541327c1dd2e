import { DocumentCase, int, json, obj, res, text } from './make';

/** An answer of OpenAPI 3.1. */
const answering = (schema: object): object => ({
  openapi: '3.1.0',
  ...res({ 200: { description: 'ok', ...json(schema) } }),
});
/** A schema with an address of its own. */
const tree = (extra: object): object => ({ $id: 'https://a.example/tree', ...extra });

/** Schemas with an `$id`: references inside them start there. */
export const resources: DocumentCase[] = [
  [
    'the resource by its root, then by its anchor',
    answering(tree(obj({ c: { $ref: '#' } }))),
    answering(tree({ $anchor: 'top', ...obj({ c: { $ref: '#top' } }) })),
    false,
  ],
  [
    'definitions of the resource, then written out',
    answering(tree({ $defs: { N: int }, ...obj({ c: { $ref: '#/$defs/N' } }) })),
    answering(tree(obj({ c: int }))),
    false,
  ],
  [
    'a definition of the resource widened',
    answering(tree({ $defs: { N: int }, ...obj({ c: { $ref: '#/$defs/N' } }) })),
    answering(tree({ $defs: { N: text }, ...obj({ c: { $ref: '#/$defs/N' } }) })),
    true,
  ],
  [
    'what a recursive resource holds widened',
    answering(tree(obj({ v: int, c: { $ref: '#' } }))),
    answering(tree(obj({ v: { type: ['integer', 'null'] }, c: { $ref: '#' } }))),
    true,
  ],
  [
    'components are those of the document all the same',
    {
      ...answering(tree(obj({ c: { $ref: '#/components/schemas/N' } }))),
      components: { schemas: { N: int } },
    },
    answering(tree(obj({ c: int }))),
    false,
  ],
  [
    'an outer resource, an inner one',
    answering(tree(obj({ c: { $id: 'inner', ...obj({ v: int, d: { $ref: '#/properties/v' } }) } }))),
    answering(tree(obj({ c: { $id: 'inner', ...obj({ v: int, d: int }) } }))),
    false,
  ],
];
