import { excerpt } from './excerpt';

const schema = (more: object = {}) => ({ type: 'object', ...more });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (value: object) => ({ content: { 'application/json': { schema: value } } });

const DOCUMENT = {
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1' },
  tags: [{ name: 'orders', description: 'Orders.' }, { name: 'stock' }],
  paths: {
    '/orders/{id}': {
      parameters: [{ $ref: '#/components/parameters/Id' }],
      get: {
        tags: ['orders'],
        security: [{ token: ['read'] }],
        responses: { 200: json(ref('Order')), 404: { $ref: '#/components/responses/Missing' } },
      },
      delete: { tags: ['orders'], responses: { 204: {} } },
    },
    '/stock': { $ref: '#/components/pathItems/Stock' },
  },
  webhooks: { orderPaid: { post: { requestBody: json(ref('Order')) } } },
  components: {
    parameters: { Id: { name: 'id', in: 'path', schema: { type: 'string' } } },
    responses: { Missing: json(ref('Problem')) },
    pathItems: { Stock: { get: { responses: { 200: json(ref('Stock')) } } } },
    securitySchemes: { token: { type: 'http', scheme: 'bearer' }, key: { type: 'apiKey' } },
    schemas: {
      Order: schema({ properties: { lines: { items: ref('Line') }, payment: ref('Payment') } }),
      Line: schema({ properties: { order: ref('Order') } }),
      Payment: schema({
        discriminator: { propertyName: 'kind', mapping: { card: 'Card', cash: '#/components/schemas/Cash' } },
      }),
      Card: schema(),
      Cash: schema(),
      Problem: schema(),
      Stock: schema(),
      Unused: schema(),
    },
  },
};

/** Every `$ref` of a document with what it leads to. */
function targets(root: unknown, node: unknown = root): unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) =>
    key === '$ref' && typeof child === 'string'
      ? [
          child
            .slice(2)
            .split('/')
            .reduce<unknown>(
              (at, part) => Object.entries(at ?? {}).find(([name]) => name === part)?.[1],
              root,
            ),
        ]
      : targets(root, child),
  );
}

it('keeps the operation, what it refers to in any number of steps, and nothing else', () => {
  const cut = excerpt(DOCUMENT, ['/paths/~1orders~1{id}/get']);
  const whole = DOCUMENT.paths['/orders/{id}'];
  expect(cut.paths).toEqual({ '/orders/{id}': { parameters: whole.parameters, get: whole.get } });
  const { components } = cut as typeof DOCUMENT;
  expect(Object.keys(components.schemas).sort()).toEqual([
    'Card',
    'Cash',
    'Line',
    'Order',
    'Payment',
    'Problem',
  ]);
  expect(components.securitySchemes).toEqual({ token: DOCUMENT.components.securitySchemes.token });
  expect(cut).toMatchObject({ openapi: '3.1.0', info: DOCUMENT.info, tags: [{ name: 'orders' }] });
  expect(cut.webhooks).toBeUndefined();
});

it.each([
  ['a webhook', '/webhooks/orderPaid/post'],
  ['an operation behind a referenced path item', '/paths/~1stock/get'],
  ['an operation', '/paths/~1orders~1{id}/get'],
])('leaves no reference of %s without its target', (_what, pointer) => {
  const found = targets(excerpt(DOCUMENT, [pointer]));
  expect(found.length).toBeGreaterThan(0);
  expect(found).not.toContain(undefined);
});

it('is the same for every order of the operations, and does not touch the document', () => {
  const before = JSON.stringify(DOCUMENT);
  const pointers = ['/paths/~1orders~1{id}/get', '/paths/~1orders~1{id}/delete', '/webhooks/orderPaid/post'];
  expect(excerpt(DOCUMENT, pointers)).toEqual(excerpt(DOCUMENT, [...pointers].reverse()));
  expect(JSON.stringify(DOCUMENT)).toBe(before);
});

it('reads Swagger 2.0, references into the middle of a schema and references to nowhere', () => {
  const cut = excerpt(
    {
      swagger: '2.0',
      info: { title: 'Old', version: '1' },
      host: 'old.example',
      security: [{ key: [] }],
      securityDefinitions: { basic: { type: 'basic' }, key: { type: 'apiKey' }, unused: { type: 'basic' } },
      paths: {
        '/a': {
          get: {
            security: [{ basic: [] }],
            responses: {
              200: { schema: { $ref: '#/definitions/A/properties/inner' } },
              400: { schema: { $ref: '#/definitions/Gone' } },
              500: { schema: { $ref: '#/definitions/%ZZ' } },
            },
          },
        },
      },
      definitions: { A: { properties: { inner: { type: 'string' }, other: { type: 'string' } } } },
    },
    ['/paths/~1a/get', '/paths/~1b/get'],
  );
  expect(cut.host).toBe('old.example');
  expect(Object.keys(cut.securityDefinitions as object).sort()).toEqual(['basic', 'key']);
  expect(cut.definitions).toEqual({ A: { properties: { inner: { type: 'string' } } } });
  expect(Object.keys(cut.paths as object)).toEqual(['/a']);
});
