import fc from 'fast-check';
import { isObject } from '../../model/reader';

/** One place of a document, and what is put there; nothing: it is taken away. */
export interface Damage {
  path: number[];
  put: { value?: unknown };
}

const HOSTILE: unknown[] = [
  null,
  [],
  {},
  '',
  -1,
  1e300,
  { $ref: '#' },
  { $ref: '#/paths' },
  { $ref: '#/components/schemas/Node' },
  { allOf: [{ $ref: '#/components/schemas/Node' }] },
  { type: 'string', pattern: '(a+)+$' },
  { minItems: 1e9, maxItems: 'x' },
  JSON.parse('{"__proto__": {"type": "string"}}'),
];

/** A few damages at once. */
export const damages: fc.Arbitrary<Damage[]> = fc.array(
  fc.record({
    path: fc.array(fc.nat(20), { minLength: 1, maxLength: 12 }),
    put: fc.oneof(
      fc.constant({}),
      fc.constantFrom(...HOSTILE).map(value => ({ value })),
      fc.jsonValue({ maxDepth: 2 }).map(value => ({ value })),
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

/** A damaged copy. */
export function damaged(document: unknown, list: readonly Damage[]): unknown {
  return list.reduce<unknown>((whole, { path, put }) => replaced(whole, path, put), document);
}

function replaced(value: unknown, path: readonly number[], put: Damage['put']): unknown {
  const [step, ...rest] = path;
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  if (keys.length === 0 || step === undefined) return put.value;
  const key = keys[step % keys.length];
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
  const inner = (copy as Record<string, unknown>)[key];
  if (rest.length === 0 && !('value' in put)) delete (copy as Record<string, unknown>)[key];
  else (copy as Record<string, unknown>)[key] = rest.length === 0 ? put.value : replaced(inner, rest, put);
  return isObject(copy) ? copy : (copy as unknown[]).filter(() => true);
}

const node = { $ref: '#/components/schemas/Node' };
const content = { 'application/json': { schema: node } };

/** A small document that has something of everything. */
export const SAMPLE = {
  openapi: '3.1.0',
  info: { title: 'Sample', version: '1.0.0' },
  servers: [
    { url: 'https://{region}.example.com/v1', variables: { region: { default: 'eu', enum: ['eu', 'us'] } } },
  ],
  security: [{ key: [] }],
  paths: {
    '/nodes/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      get: {
        operationId: 'getNode',
        parameters: [
          {
            name: 'fields',
            in: 'query',
            explode: false,
            schema: { type: 'array', items: { enum: ['a', 'b'] } },
          },
        ],
        responses: {
          200: {
            description: 'ok',
            headers: { 'X-Rate': { required: true, schema: { type: 'integer' } } },
            content,
            links: { next: { operationId: 'getNode' } },
          },
          default: {
            description: 'error',
            content: { 'application/problem+json': { schema: { type: 'object' } } },
          },
        },
      },
      put: {
        deprecated: true,
        'x-sunset': '2027-01-01',
        requestBody: {
          required: true,
          content: {
            ...content,
            'multipart/form-data': { schema: node, encoding: { value: { contentType: 'text/plain' } } },
          },
        },
        responses: { 204: { description: 'done' } },
        callbacks: {
          changed: { '{$request.query.url}': { post: { requestBody: { content }, responses: {} } } },
        },
      },
    },
  },
  webhooks: { created: { post: { requestBody: { content }, responses: { 200: { description: 'ok' } } } } },
  components: {
    schemas: {
      Node: {
        type: 'object',
        required: ['id'],
        properties: {
          id: { type: 'string', readOnly: true, format: 'uuid' },
          value: {
            oneOf: [{ $ref: '#/components/schemas/Text' }, { $ref: '#/components/schemas/Count' }],
            discriminator: { propertyName: 'kind' },
          },
          children: { type: 'array', items: node, maxItems: 5 },
        },
        unevaluatedProperties: false,
      },
      Text: {
        type: 'object',
        properties: { kind: { const: 'Text' }, text: { type: 'string', maxLength: 9 } },
      },
      Count: {
        allOf: [
          { type: 'object', properties: { kind: { const: 'Count' } } },
          { properties: { n: { type: 'integer' } } },
        ],
      },
    },
    securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
  },
};
