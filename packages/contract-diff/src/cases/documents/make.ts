/** A pair of documents and whether the change breaks somebody. */
export type DocumentCase = [name: string, old: object, now: object, breaks: boolean];

type Json = Record<string, unknown>;

export const ok = { 200: { description: 'ok' } };
export const text = { type: 'string' };
export const int = { type: 'integer' };
/** JSON content. */
export const json = (schema: object): Json => ({ content: { 'application/json': { schema } } });
/** A document with one operation that reads. */
export const get = (extra: object = {}, top: object = {}): object => ({
  paths: { '/a': { get: { responses: ok, ...extra } } },
  ...top,
});
/** A document with one operation that writes. */
export const post = (extra: object = {}, top: object = {}): object => ({
  paths: { '/a': { post: { responses: ok, ...extra } } },
  ...top,
});
/** A document whose operation answers so. */
export const res = (responses: object, top: object = {}): object => get({ responses }, top);
/** A query parameter. */
export const q = (name: string, extra: object = {}): object => ({
  name,
  in: 'query',
  schema: text,
  ...extra,
});
export const obj = (properties: object, extra: object = {}): Json => ({
  type: 'object',
  properties,
  ...extra,
});
export const arr = (items: object = text): Json => ({ type: 'array', items });

export const Cat = obj({ t: text, lives: int }, { required: ['t'] });
export const Dog = obj({ t: text, bark: text }, { required: ['t'] });
/** Alternatives by reference, with a discriminator, in a request or a response. */
export function disc(
  mode: 'req' | 'res',
  discriminator?: object,
  schemas: Record<string, object> = { Cat, Dog },
): object {
  const oneOf = Object.keys(schemas).map(name => ({ $ref: `#/components/schemas/${name}` }));
  const content = json({ oneOf, ...(discriminator ? { discriminator } : {}) });
  const top = { components: { schemas } };
  return mode === 'req'
    ? post({ requestBody: { required: true, ...content } }, top)
    : get({ responses: { 200: { description: 'ok', ...content } } }, top);
}
/** A discriminator with a mapping. */
export const m = (mapping: Record<string, string>): object => ({
  propertyName: 't',
  mapping: Object.fromEntries(
    Object.entries(mapping).map(([tag, name]) => [tag, `#/components/schemas/${name}`]),
  ),
});

/** A document with security schemes and what it asks for. */
export const sec = (securitySchemes: object, security?: object[], operation: object = {}): object => ({
  components: { securitySchemes },
  ...(security ? { security } : {}),
  ...get(operation),
});
export const key = (name: string, place = 'header'): object => ({ type: 'apiKey', in: place, name });
export const oauth = (scopes: object): object => ({
  type: 'oauth2',
  flows: { clientCredentials: { tokenUrl: 'https://a.example/t', scopes } },
});

/** A document with one callback. */
export const cb = (name: string, expression: string, operation: object): object =>
  get({ callbacks: { [name]: { [expression]: { post: operation } } } });
/** A document with one webhook. */
export const hook = (operation: object, name = 'h'): object => ({
  openapi: '3.1.0',
  paths: {},
  webhooks: { [name]: { post: operation } },
});

/** A message in XML. */
export const xml = (schema: object, mode: 'req' | 'res'): object =>
  mode === 'req'
    ? post({ requestBody: { content: { 'application/xml': { schema } } } })
    : res({ 200: { description: 'ok', content: { 'application/xml': { schema } } } });
/** A request that is a form. */
export const form = (type: string, schema: object, encoding?: object, more: object = {}): object =>
  post({ requestBody: { content: { [type]: { schema, ...(encoding ? { encoding } : {}), ...more } } } });
