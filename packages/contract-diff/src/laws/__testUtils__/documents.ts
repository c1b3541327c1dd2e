import { ContractDocument, singleFileDocument } from '@treaty/contract-findings';
import { isObject, Json } from '../../model/reader';
import { Mode } from '../../normalize/norm';

/** A document whose only message of the given direction carries the schema. */
export function carrying(
  schema: unknown,
  mode: Mode,
  openapi = '3.1.0',
  components: object = {},
): ContractDocument {
  return singleFileDocument(rootOf(schema, mode, openapi, components));
}

/** The same in two files: the schema in one of its own. */
export function inFolder(schema: unknown, mode: Mode): ContractDocument {
  const root = rootOf({ $ref: './schemas/body.yaml' }, mode, '3.1.0', {});
  const files = new Map<string, unknown>([
    ['api/openapi.yaml', root],
    ['api/schemas/body.yaml', schema],
  ]);
  return { uri: 'api/openapi.yaml', root, files };
}

function rootOf(schema: unknown, mode: Mode, openapi: string, components: object): Json {
  const content = { 'application/json': { schema } };
  const operation =
    mode === 'request'
      ? { requestBody: { required: true, content }, responses: { 204: { description: 'done' } } }
      : { responses: { 200: { description: 'done', content } } };
  return { openapi, info: { title: 'Law', version: '1' }, paths: { '/a': { post: operation } }, components };
}

/** Another spelling of the same schema. */
export const SPELLINGS: Record<string, (schema: Json, mode: Mode) => ContractDocument> = {
  'keys in another order': (schema, mode) => carrying(reordered(schema), mode),
  'behind a reference': (schema, mode) =>
    carrying({ $ref: '#/components/schemas/Body' }, mode, '3.1.0', { schemas: { Body: schema } }),
  'in a file of its own': inFolder,
  'in an allOf of one': (schema, mode) => carrying({ allOf: [schema] }, mode),
  'in an anyOf of one': (schema, mode) => carrying({ anyOf: [schema] }, mode),
  'constants as enumerations': (schema, mode) => carrying(rewritten(schema, constantsAsEnums), mode),
  'type lists as alternatives': (schema, mode) => carrying(rewritten(schema, listsAsAlternatives), mode),
  'as OpenAPI 3.0': (schema, mode) => carrying(rewritten(schema, asLegacy), mode, '3.0.3'),
};

function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reordered(inner)]),
  );
}

/** Applies a rewriting to every schema, innermost first. */
function rewritten(schema: unknown, how: (schema: Json) => Json): unknown {
  if (!isObject(schema)) return schema;
  const out: Json = {};
  for (const [keyword, inner] of Object.entries(schema)) {
    if (keyword === 'properties' && isObject(inner))
      out[keyword] = Object.fromEntries(
        Object.entries(inner).map(([name, child]) => [name, rewritten(child, how)]),
      );
    else if (['anyOf', 'oneOf', 'allOf', 'prefixItems'].includes(keyword) && Array.isArray(inner))
      out[keyword] = inner.map(child => rewritten(child, how));
    else if (['items', 'not', 'contains', 'additionalProperties'].includes(keyword))
      out[keyword] = rewritten(inner, how);
    else out[keyword] = inner;
  }
  return how(out);
}

function constantsAsEnums(schema: Json): Json {
  if (!('const' in schema)) return schema;
  const { const: value, ...rest } = schema;
  return { ...rest, enum: [value] };
}

function listsAsAlternatives(schema: Json): Json {
  const { type, ...rest } = schema;
  if (!Array.isArray(type)) return schema;
  return { anyOf: type.map(name => (name === 'null' ? { type: 'null' } : { ...rest, type: name })) };
}

function asLegacy(schema: Json): Json {
  const { type, ...rest } = constantsAsEnums(schema);
  if (!Array.isArray(type)) return type === undefined ? rest : { ...rest, type };
  return { ...rest, type: type.find(name => name !== 'null'), nullable: true };
}
