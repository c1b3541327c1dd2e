import { Cat, Dog, DocumentCase, get, int, json, key, obj, ok, post, q, text, xml } from './make';

const v = { openapi: '3.2.0' };
const num = { type: 'number' };
const path = (item: object): object => ({ ...v, paths: { '/a': { get: { responses: ok }, ...item } } });
/** The whole query as one value. */
const whole = (schema: object, name = 'all', type = 'application/x-www-form-urlencoded'): object =>
  get({ parameters: [{ name, in: 'querystring', content: { [type]: { schema } } }] }, v);
const guarded = (scheme: object, security: object[]): object =>
  get(
    {},
    { ...v, components: { securitySchemes: { k: { ...key('X'), ...scheme }, l: key('Y') } }, security },
  );
const either = [{ k: [] }, { l: [] }];
/** A request that is told by a discriminator, with what its other values select. */
const told = (defaultMapping?: string): object => {
  const oneOf = ['Cat', 'Dog', 'Pet'].map(name => ({ $ref: `#/components/schemas/${name}` }));
  const discriminator = { propertyName: 't', mapping: { cat: 'Cat', dog: 'Dog' } };
  return post(
    {
      requestBody: json({
        oneOf,
        discriminator: { ...discriminator, ...(defaultMapping ? { defaultMapping } : {}) },
      }),
    },
    { ...v, components: { schemas: { Cat, Dog, Pet: obj({ t: text }) } } },
  );
};
const taken = (extra: object): object => ({
  ...v,
  paths: {
    '/a/{p}': {
      get: { parameters: [{ name: 'p', in: 'path', required: true, schema: text, ...extra }], responses: ok },
    },
  },
});
const cookie = (schema: object, style?: string): object =>
  get({ parameters: [{ name: 'c', in: 'cookie', schema, ...(style ? { style } : {}) }] }, v);
const shared = (schema: object): object =>
  post(
    { requestBody: { content: { 'application/json': { $ref: '#/components/mediaTypes/M' } } } },
    { ...v, components: { mediaTypes: { M: { schema } } } },
  );

/** What OpenAPI 3.2 brought. */
export const openapi32: DocumentCase[] = [
  ['own method removed', path({ additionalOperations: { COPY: { responses: ok } } }), path({}), true],
  [
    'own method asks for more',
    path({ additionalOperations: { COPY: { responses: ok } } }),
    path({ additionalOperations: { COPY: { responses: ok, parameters: [q('q', { required: true })] } } }),
    true,
  ],
  ['query removed', path({ query: { responses: ok } }), path({}), true],
  ['whole query narrowed', whole(obj({ a: num })), whole(obj({ a: int })), true],
  ['whole query widened', whole(obj({ a: int })), whole(obj({ a: num })), false],
  ['whole query under another name', whole(obj({ a: int }), 'a'), whole(obj({ a: int }), 'b'), false],
  ['number in the whole query became text', whole(obj({ a: int })), whole(obj({ a: text })), false],
  [
    'whole query became JSON',
    whole(obj({ a: int })),
    whole(obj({ a: int }), 'all', 'application/json'),
    true,
  ],
  ['shared media type narrowed', shared(num), shared(int), true],
  ['deprecated scheme removed', guarded({ deprecated: true }, either), guarded({}, [{ l: [] }]), true],
  [
    'deprecated scheme removed after its sunset',
    guarded({ deprecated: true, 'x-sunset': '2026-01-01' }, either),
    guarded({}, [{ l: [] }]),
    false,
  ],
  ['other values are not taken any more', told('Pet'), told(), true],
  ['other values are taken', told(), told('Pet'), false],
  ['other values are taken for something else', told('Pet'), told('Cat'), true],
  ['what takes other values, as a reference', told('Pet'), told('#/components/schemas/Pet'), false],
  ['reserved characters refused in a path', taken({ allowReserved: true }), taken({}), true],
  ['reserved characters in a path', taken({}), taken({ allowReserved: true }), false],
  [
    'list in a cookie',
    cookie({ type: 'array', items: text }),
    cookie({ type: 'array', items: text }, 'cookie'),
    true,
  ],
  ['number in a cookie', cookie(int), cookie(int, 'cookie'), false],
  [
    'attribute of XML in the new words',
    xml(obj({ a: { ...text, xml: { attribute: true } } }), 'req'),
    xml(obj({ a: { ...text, xml: { nodeType: 'attribute' } } }), 'req'),
    false,
  ],
  [
    'element of XML became text',
    xml(obj({ a: text }), 'req'),
    xml(obj({ a: { ...text, xml: { nodeType: 'text' } } }), 'req'),
    true,
  ],
  [
    'bytes in the words of 3.0 and since',
    post({ requestBody: json({ ...text, format: 'byte' }) }),
    post({ requestBody: json({ ...text, contentEncoding: 'base64' }) }, v),
    false,
  ],
];
