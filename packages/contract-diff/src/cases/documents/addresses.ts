import { DocumentCase, get, key, oauth, ok, sec } from './make';

/** Servers, paths and security. */
export const addresses: DocumentCase[] = [
  ['server path moved', get({}, { servers: [{ url: '/v1' }] }), get({}, { servers: [{ url: '/v2' }] }), true],
  [
    'server added',
    get({}, { servers: [{ url: '/v1' }] }),
    get({}, { servers: [{ url: '/v1' }, { url: '/v2' }] }),
    false,
  ],
  [
    'server host moved',
    get({}, { servers: [{ url: 'https://a.example' }] }),
    get({}, { servers: [{ url: 'https://b.example' }] }),
    true,
  ],
  [
    'server trailing slash',
    get({}, { servers: [{ url: 'https://a.example/' }] }),
    get({}, { servers: [{ url: 'https://a.example' }] }),
    false,
  ],
  [
    'server enum value removed',
    get(
      {},
      { servers: [{ url: 'https://{r}.example', variables: { r: { default: 'eu', enum: ['eu', 'us'] } } }] },
    ),
    get({}, { servers: [{ url: 'https://{r}.example', variables: { r: { default: 'eu', enum: ['eu'] } } }] }),
    true,
  ],
  [
    'server enum value added',
    get({}, { servers: [{ url: 'https://{r}.example', variables: { r: { default: 'eu', enum: ['eu'] } } }] }),
    get(
      {},
      { servers: [{ url: 'https://{r}.example', variables: { r: { default: 'eu', enum: ['eu', 'us'] } } }] },
    ),
    false,
  ],
  [
    'server variable renamed',
    get({}, { servers: [{ url: 'https://{r}.example', variables: { r: { default: 'eu' } } }] }),
    get({}, { servers: [{ url: 'https://{region}.example', variables: { region: { default: 'eu' } } }] }),
    false,
  ],
  [
    'server moved on path level',
    { paths: { '/a': { servers: [{ url: 'https://a.example' }], get: { responses: ok } } } },
    { paths: { '/a': { servers: [{ url: 'https://b.example' }], get: { responses: ok } } } },
    true,
  ],
  [
    'server written out on the operation',
    get({}, { servers: [{ url: 'https://a.example' }] }),
    get({ servers: [{ url: 'https://a.example' }] }),
    false,
  ],
  ['default server spelled out', get(), get({}, { servers: [{ url: '/' }] }), false],
  [
    'path prefix added without server change',
    get(),
    { paths: { '/v1/a': { get: { responses: ok } } } },
    true,
  ],
  ['trailing slash in template', get(), { paths: { '/a/': { get: { responses: ok } } } }, true],
  ['path case', get(), { paths: { '/A': { get: { responses: ok } } } }, true],
  [
    'open server variable closed around its default',
    get({}, { servers: [{ url: 'https://{r}.example', variables: { r: { default: 'eu' } } }] }),
    get({}, { servers: [{ url: 'https://{r}.example', variables: { r: { default: 'eu', enum: ['eu'] } } }] }),
    false,
  ],
  [
    'open server variable closed without its default',
    get({}, { servers: [{ url: 'https://{r}.example', variables: { r: { default: 'eu' } } }] }),
    get({}, { servers: [{ url: 'https://{r}.example', variables: { r: { default: 'us', enum: ['us'] } } }] }),
    true,
  ],
  [
    'server variable became its default',
    get({}, { servers: [{ url: 'https://a.example/{v}', variables: { v: { default: 'v1' } } }] }),
    get({}, { servers: [{ url: 'https://a.example/v1' }] }),
    false,
  ],
  [
    'server variable became another value',
    get({}, { servers: [{ url: 'https://a.example/{v}', variables: { v: { default: 'v1' } } }] }),
    get({}, { servers: [{ url: 'https://a.example/v2' }] }),
    true,
  ],
  [
    'server variable went into the path',
    get({}, { servers: [{ url: 'https://a.example/{v}', variables: { v: { default: 'v1' } } }] }),
    { servers: [{ url: 'https://a.example' }], paths: { '/v1/a': { get: { responses: ok } } } },
    false,
  ],
  [
    'the path went into a server variable',
    { servers: [{ url: 'https://a.example' }], paths: { '/v1/a': { get: { responses: ok } } } },
    get({}, { servers: [{ url: 'https://a.example/{v}', variables: { v: { default: 'v1' } } }] }),
    false,
  ],
  [
    'one value of a server variable went into the path',
    get(
      {},
      {
        servers: [{ url: 'https://a.example/{v}', variables: { v: { default: 'v1', enum: ['v1', 'v2'] } } }],
      },
    ),
    { servers: [{ url: 'https://a.example' }], paths: { '/v1/a': { get: { responses: ok } } } },
    true,
  ],
  [
    'default of an open server variable changed',
    get({}, { servers: [{ url: 'https://a.example/{v}', variables: { v: { default: 'v1' } } }] }),
    get({}, { servers: [{ url: 'https://a.example/{v}', variables: { v: { default: 'v2' } } }] }),
    false,
  ],
  [
    'token address changed',
    sec({ o: oauth({}) }, [{ o: [] }]),
    sec(
      { o: { ...oauth({}), flows: { clientCredentials: { tokenUrl: 'https://b.example/t', scopes: {} } } } },
      [{ o: [] }],
    ),
    false,
  ],
  [
    'scope added',
    sec({ o: oauth({ r: '', w: '' }) }, [{ o: ['r'] }]),
    sec({ o: oauth({ r: '', w: '' }) }, [{ o: ['r', 'w'] }]),
    true,
  ],
  [
    'scope removed',
    sec({ o: oauth({ r: '', w: '' }) }, [{ o: ['r', 'w'] }]),
    sec({ o: oauth({ r: '', w: '' }) }, [{ o: ['r'] }]),
    false,
  ],
  [
    'alternative removed',
    sec({ k: key('X'), o: oauth({}) }, [{ k: [] }, { o: [] }]),
    sec({ k: key('X'), o: oauth({}) }, [{ k: [] }]),
    true,
  ],
  [
    'alternative added',
    sec({ k: key('X'), o: oauth({}) }, [{ k: [] }]),
    sec({ k: key('X'), o: oauth({}) }, [{ k: [] }, { o: [] }]),
    false,
  ],
  [
    'and added',
    sec({ k: key('X'), l: key('Y') }, [{ k: [] }]),
    sec({ k: key('X'), l: key('Y') }, [{ k: [], l: [] }]),
    true,
  ],
  [
    'and removed',
    sec({ k: key('X'), l: key('Y') }, [{ k: [], l: [] }]),
    sec({ k: key('X'), l: key('Y') }, [{ k: [] }]),
    false,
  ],
  ['security removed', sec({ k: key('X') }, [{ k: [] }]), get(), false],
  [
    'optional security made required',
    sec({ k: key('X') }, [{}, { k: [] }]),
    sec({ k: key('X') }, [{ k: [] }]),
    true,
  ],
  ['scheme renamed', sec({ k: key('X') }, [{ k: [] }]), sec({ kk: key('X') }, [{ kk: [] }]), false],
  ['key to query', sec({ k: key('X') }, [{ k: [] }]), sec({ k: key('X', 'query') }, [{ k: [] }]), true],
  [
    'cookie key renamed',
    sec({ k: key('X', 'cookie') }, [{ k: [] }]),
    sec({ k: key('Y', 'cookie') }, [{ k: [] }]),
    true,
  ],
  [
    'basic to bearer',
    sec({ k: { type: 'http', scheme: 'basic' } }, [{ k: [] }]),
    sec({ k: { type: 'http', scheme: 'bearer' } }, [{ k: [] }]),
    true,
  ],
  [
    'scheme case',
    sec({ k: { type: 'http', scheme: 'Bearer' } }, [{ k: [] }]),
    sec({ k: { type: 'http', scheme: 'bearer' } }, [{ k: [] }]),
    false,
  ],
  [
    'op security [] overrides',
    sec({ k: key('X') }, [{ k: [] }], { security: [] }),
    sec({ k: key('X') }, [{ k: [] }]),
    true,
  ],
  [
    'global moved to op',
    sec({ k: key('X') }, [{ k: [] }]),
    sec({ k: key('X') }, undefined, { security: [{ k: [] }] }),
    false,
  ],
  [
    'oauth flow changed',
    sec({ o: oauth({}) }, [{ o: [] }]),
    sec(
      {
        o: {
          type: 'oauth2',
          flows: {
            authorizationCode: {
              authorizationUrl: 'https://a.example/a',
              tokenUrl: 'https://a.example/t',
              scopes: {},
            },
          },
        },
      },
      [{ o: [] }],
    ),
    false,
  ],
  ['unused scheme removed', { components: { securitySchemes: { k: key('X') } }, ...get() }, get(), false],
  [
    'version became a server variable',
    { servers: [{ url: 'https://a.example/v1' }], ...get() },
    { servers: [{ url: 'https://a.example/{v}', variables: { v: { default: 'v1' } } }], ...get() },
    false,
  ],
  [
    'server variable stands in another place',
    { servers: [{ url: 'https://a.example/v1' }], ...get() },
    { servers: [{ url: 'https://b.example/{v}', variables: { v: { default: 'v1' } } }], ...get() },
    true,
  ],
];
