import { arr, DocumentCase, get, int, json, obj, ok, post, q, text } from './make';

/** Parameters, paths and bodies. */
export const parameters: DocumentCase[] = [
  [
    'path params reordered names',
    {
      paths: {
        '/a/{x}/{y}': {
          get: {
            parameters: [
              { name: 'x', in: 'path', required: true, schema: text },
              { name: 'y', in: 'path', required: true, schema: text },
            ],
            responses: ok,
          },
        },
      },
    },
    {
      paths: {
        '/a/{y}/{x}': {
          get: {
            parameters: [
              { name: 'x', in: 'path', required: true, schema: text },
              { name: 'y', in: 'path', required: true, schema: text },
            ],
            responses: ok,
          },
        },
      },
    },
    false,
  ],
  [
    'path param narrowed',
    {
      paths: {
        '/a/{x}': {
          get: { parameters: [{ name: 'x', in: 'path', required: true, schema: text }], responses: ok },
        },
      },
    },
    {
      paths: {
        '/a/{x}': {
          get: { parameters: [{ name: 'x', in: 'path', required: true, schema: int }], responses: ok },
        },
      },
    },
    true,
  ],
  [
    'path segment split',
    { paths: { '/a/{x}': { get: { responses: ok } } } },
    { paths: { '/a/{x}/{y}': { get: { responses: ok } } } },
    true,
  ],
  [
    'path item ref',
    { paths: { '/a': { get: { responses: ok, parameters: [q('q')] } } } },
    {
      paths: { '/a': { $ref: '#/x-items/a' } },
      'x-items': { a: { get: { responses: ok, parameters: [q('q')] } } },
    },
    false,
  ],
  [
    'path item ref breaks',
    { paths: { '/a': { get: { responses: ok, parameters: [q('q')] } } } },
    {
      paths: { '/a': { $ref: '#/x-items/a' } },
      'x-items': { a: { get: { responses: ok, parameters: [q('q', { required: true })] } } },
    },
    true,
  ],
  [
    'path-level parameter required added',
    { paths: { '/a': { get: { responses: ok } } } },
    { paths: { '/a': { parameters: [q('q', { required: true })], get: { responses: ok } } } },
    true,
  ],
  [
    'op parameter overrides path-level',
    {
      paths: {
        '/a': { parameters: [q('q', { required: true })], get: { parameters: [q('q')], responses: ok } },
      },
    },
    { paths: { '/a': { parameters: [q('q', { required: true })], get: { responses: ok } } } },
    true,
  ],
  [
    'query to header, optional',
    get({ parameters: [q('q')] }),
    get({ parameters: [{ name: 'q', in: 'header', schema: text }] }),
    false,
  ],
  [
    'query to header, required',
    get({ parameters: [q('q', { required: true })] }),
    get({ parameters: [{ name: 'q', in: 'header', required: true, schema: text }] }),
    true,
  ],
  ['required parameter removed', get({ parameters: [q('q', { required: true })] }), get(), false],
  [
    'query name case',
    get({ parameters: [q('q', { required: true })] }),
    get({ parameters: [q('Q', { required: true })] }),
    true,
  ],
  [
    'param enum narrowed',
    get({ parameters: [q('q', { schema: { ...text, enum: ['a', 'b'] } })] }),
    get({ parameters: [q('q', { schema: { ...text, enum: ['a'] } })] }),
    true,
  ],
  [
    'param to array form explode',
    get({ parameters: [q('q')] }),
    get({ parameters: [q('q', { schema: arr() })] }),
    true,
  ],
  [
    'param default changed',
    get({ parameters: [q('q', { schema: { ...text, default: 'a' } })] }),
    get({ parameters: [q('q', { schema: { ...text, default: 'b' } })] }),
    false,
  ],
  [
    'param schema to content',
    get({ parameters: [q('q', { schema: obj({}) })] }),
    get({ parameters: [{ name: 'q', in: 'query', content: { 'application/json': { schema: obj({}) } } }] }),
    true,
  ],
  [
    'param allowReserved',
    get({ parameters: [q('q')] }),
    get({ parameters: [q('q', { allowReserved: true })] }),
    false,
  ],
  [
    'param allowReserved dropped',
    get({ parameters: [q('q', { allowReserved: true })] }),
    get({ parameters: [q('q')] }),
    true,
  ],
  [
    'style of scalar',
    get({ parameters: [q('q')] }),
    get({ parameters: [q('q', { explode: false })] }),
    false,
  ],
  [
    'path param style label',
    {
      paths: {
        '/a/{x}': {
          get: { parameters: [{ name: 'x', in: 'path', required: true, schema: text }], responses: ok },
        },
      },
    },
    {
      paths: {
        '/a/{x}': {
          get: {
            parameters: [{ name: 'x', in: 'path', required: true, style: 'label', schema: text }],
            responses: ok,
          },
        },
      },
    },
    true,
  ],
  [
    'deepObject',
    get({ parameters: [q('q', { schema: obj({ a: text }) })] }),
    get({ parameters: [q('q', { style: 'deepObject', schema: obj({ a: text }) })] }),
    true,
  ],
  [
    'accept header ignored',
    get({ parameters: [{ name: 'Accept', in: 'header', schema: text }] }),
    get({ parameters: [{ name: 'Accept', in: 'header', required: true, schema: text }] }),
    false,
  ],
  [
    'cookie param required added',
    get(),
    get({ parameters: [{ name: 'c', in: 'cookie', required: true, schema: text }] }),
    true,
  ],
  ['body required added', post(), post({ requestBody: { required: true, ...json(text) } }), true],
  ['optional body added', post(), post({ requestBody: json(text) }), false],
  [
    'body became required',
    post({ requestBody: json(text) }),
    post({ requestBody: { required: true, ...json(text) } }),
    true,
  ],
  ['body removed', post({ requestBody: json(text) }), post(), true],
  ['operationId renamed', get({ operationId: 'a' }), get({ operationId: 'b' }), false],
  ['tags, summary', get({ tags: ['a'], summary: 'x' }), get({ tags: ['b'], summary: 'y' }), false],
  ['method changed', get(), post(), true],
  ['operation deprecated', get(), get({ deprecated: true }), false],
  [
    'integer became any text',
    get({ parameters: [q('n', { schema: int })] }),
    get({ parameters: [q('n', { schema: text })] }),
    false,
  ],
  [
    'integer became a text with conditions',
    get({ parameters: [q('n', { schema: int })] }),
    get({ parameters: [q('n', { schema: { type: 'string', pattern: '^[a-z]+$' } })] }),
    true,
  ],
  [
    'text became an integer',
    get({ parameters: [q('n', { schema: text })] }),
    get({ parameters: [q('n', { schema: int })] }),
    true,
  ],
  [
    'number in a JSON parameter became text',
    get({ parameters: [{ name: 'n', in: 'query', ...json(int) }] }),
    get({ parameters: [{ name: 'n', in: 'query', ...json(text) }] }),
    true,
  ],
  [
    'list in a header exploded, which changes nothing',
    get({ parameters: [{ name: 'X', in: 'header', schema: arr() }] }),
    get({ parameters: [{ name: 'X', in: 'header', explode: true, schema: arr() }] }),
    false,
  ],
  [
    'path parameter declared at last',
    { paths: { '/a/{x}': { get: { responses: ok } } } },
    {
      paths: {
        '/a/{x}': {
          get: { parameters: [{ name: 'x', in: 'path', required: true, schema: text }], responses: ok },
        },
      },
    },
    false,
  ],
  [
    'narrower JSON beside a range that took it',
    post({ requestBody: { content: { '*/*': { schema: obj({ a: text }) } } } }),
    post({
      requestBody: {
        content: {
          '*/*': { schema: obj({ a: text }) },
          'application/json': { schema: obj({ a: text }, { required: ['a'] }) },
        },
      },
    }),
    true,
  ],
];
