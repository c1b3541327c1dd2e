import { Node, childNode, isObject, own } from '../model/place';
import { defineLintRule, exampleResponse } from '../rule';

const card = { type: 'object', properties: { kind: { type: 'string', enum: ['card'] } } };
const invoice = { type: 'object', properties: { kind: { type: 'string', enum: ['invoice'] } } };
const named = { components: { schemas: { Card: card, Invoice: invoice } } };
const refs = [{ $ref: '#/components/schemas/Card' }, { $ref: '#/components/schemas/Invoice' }];

export const oneOfDiscriminator = defineLintRule({
  id: 'one-of-discriminator',
  ruleset: 'contract',
  severity: 'warn',
  summary: 'A choice between objects names the property that tells them apart.',
  why: 'Without a discriminator a client tries the alternatives one after the other. A property added to one of them can make a second one match, and what worked yesterday is ambiguous today.',
  instead: 'Add `discriminator: { propertyName }`, and give that property a fixed value in each alternative.',
  examples: {
    bad: [{ title: 'two objects, no discriminator', document: exampleResponse({ oneOf: refs }, named) }],
    good: [
      {
        title: 'with a discriminator',
        document: exampleResponse({ oneOf: refs, discriminator: { propertyName: 'kind' } }, named),
      },
      {
        title: 'one object or nothing',
        document: exampleResponse(
          { oneOf: [{ $ref: '#/components/schemas/Card' }, { type: 'string' }] },
          named,
        ),
      },
    ],
  },
  check({ api }, report) {
    for (const schema of api.schemas) {
      const branches = own(schema.value, 'oneOf');
      // `not` and conditions use alternatives for another purpose.
      if (!Array.isArray(branches) || schema.role === 'other') continue;
      const objects = branches.filter((_, index) =>
        isObjectSchema(api.files.follow(childNode(schema, ['oneOf', index]))),
      );
      if (objects.length < 2) continue;
      if (isObject(own(schema.value, 'discriminator'))) report.pass();
      else
        report.fail(
          childNode(schema, ['oneOf']),
          `oneOf chooses between ${objects.length} objects without a discriminator`,
        );
    }
  },
});

/** True for what is an object by its type or its properties; alternatives that only differ in `required` are no types. */
function isObjectSchema({ value }: Node<unknown>): boolean {
  const type = own(value, 'type');
  if (type !== undefined)
    return (
      (type === 'object' || (Array.isArray(type) && type.includes('object'))) &&
      isObject(own(value, 'properties'))
    );
  return isObject(own(value, 'properties')) || Array.isArray(own(value, 'allOf'));
}
