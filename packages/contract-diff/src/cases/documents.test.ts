import fc from 'fast-check';
import { ContractDocument, singleFileDocument } from '@treaty/contract-findings';
import { diff } from '../diff';
import { DiffOptions } from '../options';

const now = new Date('2026-11-24T00:00:00Z');
const ok = { 200: { description: 'ok' } };

function breaks(old: object, after: object, options: DiffOptions = {}): boolean {
  const make = (body: object): ContractDocument =>
    singleFileDocument({ openapi: '3.0.3', info: { title: 'T', version: '1' }, paths: {}, ...body });
  return diff(make(old), make(after), { now, ...options }).summary.breaking > 0;
}

const get = (extra: object): object => ({ paths: { '/a': { get: { responses: ok, ...extra } } } });
const query = (name: string, extra: object = {}): object => ({
  name,
  in: 'query',
  schema: { type: 'string' },
  ...extra,
});
const keyIn = (name: string): object => ({
  components: { securitySchemes: { k: { type: 'apiKey', in: 'header', name } } },
  security: [{ k: [] }],
  ...get({}),
});
const json = (schema: object): object => ({ content: { 'application/json': { schema } } });
const callback = (schema: object): object =>
  get({
    callbacks: { done: { '{$request.query.url}': { post: { requestBody: json(schema), responses: ok } } } },
  });
const text = { type: 'string' };
const required = { type: 'object', properties: { a: text }, required: ['a'] };
const optional = { type: 'object', properties: { a: text } };

describe('documents', () => {
  it.each<[string, object, object, boolean]>([
    ['operation removed', get({}), { paths: {} }, true],
    [
      'path parameter renamed',
      {
        paths: {
          '/a/{x}': {
            get: { parameters: [{ name: 'x', in: 'path', required: true, schema: text }], responses: ok },
          },
        },
      },
      {
        paths: {
          '/a/{y}': {
            get: { parameters: [{ name: 'y', in: 'path', required: true, schema: text }], responses: ok },
          },
        },
      },
      false,
    ],
    [
      'parameter moved to the path item',
      get({ parameters: [query('q')] }),
      { paths: { '/a': { parameters: [query('q')], get: { responses: ok } } } },
      false,
    ],
    ['required parameter added', get({}), get({ parameters: [query('q', { required: true })] }), true],
    ['optional parameter removed', get({ parameters: [query('q')] }), get({}), false],
    [
      'explode changed',
      get({ parameters: [query('q', { schema: { type: 'array', items: text } })] }),
      get({ parameters: [query('q', { explode: false, schema: { type: 'array', items: text } })] }),
      true,
    ],
    [
      'explode spelled out',
      get({ parameters: [query('q', { schema: { type: 'array', items: text } })] }),
      get({
        parameters: [query('q', { style: 'form', explode: true, schema: { type: 'array', items: text } })],
      }),
      false,
    ],
    ['API key moved to another header', keyIn('X-A'), keyIn('X-B'), true],
    ['API key header in another case', keyIn('X-A'), keyIn('x-a'), false],
    ['security added to an open operation', get({}), keyIn('X-A'), true],
    [
      'server moved',
      { servers: [{ url: 'https://a.example/v1' }], ...get({}) },
      { servers: [{ url: 'https://a.example/v2' }], ...get({}) },
      true,
    ],
    [
      'base path moved into the templates',
      { servers: [{ url: 'https://a.example/v1' }], ...get({}) },
      { servers: [{ url: 'https://a.example' }], paths: { '/v1/a': { get: { responses: ok } } } },
      false,
    ],
    [
      'media type under a range',
      get({ requestBody: { content: { 'image/png': {} } } }),
      get({ requestBody: { content: { 'image/*': {} } } }),
      false,
    ],
    [
      'range narrowed',
      get({ requestBody: { content: { 'image/*': {} } } }),
      get({ requestBody: { content: { 'image/png': {} } } }),
      true,
    ],
    [
      'success response removed',
      get({ responses: { ...ok, 202: { description: 'later' } } }),
      get({ responses: { 202: { description: 'later' } } }),
      true,
    ],
    ['status taken by its range', get({}), get({ responses: { '2XX': { description: 'ok' } } }), false],
    ['callback property became optional', callback(required), callback(optional), true],
    ['callback property became required', callback(optional), callback(required), false],
    [
      'response property became optional',
      get({ responses: { 200: { description: 'ok', ...json(required) } } }),
      get({ responses: { 200: { description: 'ok', ...json(optional) } } }),
      true,
    ],
    ['sunset passed', get({ deprecated: true, 'x-sunset': '2026-01-01' }), { paths: {} }, false],
    ['sunset ahead', get({ deprecated: true, 'x-sunset': '2027-01-01' }), { paths: {} }, true],
    ['deprecated without sunset', get({ deprecated: true }), { paths: {} }, true],
  ])('%s', (_name, old, after, expected) => {
    expect(breaks(old, after)).toBe(expected);
    expect(breaks(after, after)).toBe(false);
  });

  it('says nothing about the same contract in 2.0, 3.0 and 3.1', () => {
    const pet = (extra: object): object => ({
      type: 'object',
      properties: { tag: { type: 'string', ...extra } },
    });
    const v3 = (openapi: string, extra: object): ContractDocument =>
      singleFileDocument({
        openapi,
        info: {},
        servers: [{ url: 'https://a.example/v1' }],
        paths: {
          '/a': {
            post: {
              requestBody: json({ $ref: '#/components/schemas/Pet' }),
              responses: { 200: { description: 'ok', ...json({ $ref: '#/components/schemas/Pet' }) } },
            },
          },
        },
        components: { schemas: { Pet: pet(extra) } },
      });
    const v2 = singleFileDocument({
      swagger: '2.0',
      info: {},
      host: 'a.example',
      basePath: '/v1',
      schemes: ['https'],
      paths: {
        '/a': {
          post: {
            parameters: [{ name: 'body', in: 'body', schema: { $ref: '#/definitions/Pet' } }],
            responses: { 200: { description: 'ok', schema: { $ref: '#/definitions/Pet' } } },
          },
        },
      },
      definitions: { Pet: pet({ 'x-nullable': true }) },
    });
    const documents = [v2, v3('3.0.3', { nullable: true }), v3('3.1.0', { type: ['string', 'null'] })];
    for (const a of documents) for (const b of documents) expect(diff(a, b).findings).toEqual([]);
  });

  it('follows recursion without end, behind references and across files', () => {
    const node = (value: object): object => ({
      type: 'object',
      properties: { next: { $ref: '#/components/schemas/Node' }, value },
    });
    const make = (value: object): object => ({
      ...get({ responses: { 200: { description: 'ok', ...json({ $ref: '#/components/schemas/Node' }) } } }),
      components: { schemas: { Node: node(value) } },
    });
    expect(breaks(make({ type: 'integer' }), make({ type: 'number' }))).toBe(true);
    expect(breaks(make({ type: 'number' }), make({ type: 'integer' }))).toBe(false);
    const root = {
      openapi: '3.1.0',
      ...get({ responses: { 200: { description: 'ok', ...json({ $ref: './models.yaml#/Pet' }) } } }),
    };
    const files = (pet: object): ContractDocument => ({
      uri: 'api/openapi.yaml',
      root,
      files: new Map<string, unknown>([
        ['api/openapi.yaml', root],
        ['api/models.yaml', { Pet: pet }],
      ]),
    });
    const [finding] = diff(files(required), files(optional)).findings;
    expect(finding).toMatchObject({
      level: 'breaking',
      source: { old: { file: 'api/models.yaml', pointer: '/Pet/required' } },
    });
  });

  it('endures lists with holes, which programs build and JSON does not know', () => {
    const listed = (values: unknown[]): object =>
      get({ parameters: [query('q', { schema: { enum: values } })] });
    expect(breaks(listed([undefined, 'a', 'b']), listed([undefined, 'a']))).toBe(true);
    expect(breaks(listed([undefined, 'a']), listed([undefined, 'a', 'b']))).toBe(false);
  });

  it('knows x-nullable of Swagger 2.0, and so does the validator', () => {
    const swagger = (extra: object): ContractDocument =>
      singleFileDocument({
        swagger: '2.0',
        info: { title: 'T', version: '1' },
        paths: {
          '/a': { get: { responses: { 200: { description: 'ok', schema: { ...text, ...extra } } } } },
        },
      });
    const { findings } = diff(swagger({}), swagger({ 'x-nullable': true }), { now });
    expect(findings).toMatchObject([
      { id: 'schema-type-added', level: 'breaking', proof: { status: 'proved' } },
    ]);
  });

  it('looks names of a discriminator mapping up in the entry document', () => {
    const root = {
      openapi: '3.0.3',
      ...get({ responses: { 200: { description: 'ok', ...json({ $ref: './models.yaml#/Pet' }) } } }),
      components: { schemas: { Cat: { $ref: './models.yaml#/Cat' } } },
    };
    const animal = (kind: string, more: object): object => ({
      type: 'object',
      required: ['kind'],
      properties: { kind: { type: 'string', enum: [kind] }, ...more },
    });
    const files = (size: string): ContractDocument => ({
      uri: 'api/openapi.yaml',
      root,
      files: new Map<string, unknown>([
        ['api/openapi.yaml', root],
        [
          'api/models.yaml',
          {
            Pet: {
              oneOf: [{ $ref: '#/Cat' }, { $ref: '#/Dog' }],
              discriminator: { propertyName: 'kind', mapping: { cat: 'Cat' } },
            },
            Cat: animal('cat', { size: { type: size } }),
            Dog: animal('Dog', {}),
          },
        ],
      ]),
    });
    const report = diff(files('integer'), files('number'));
    expect(report.problems).toEqual([]);
    expect(report.summary.breaking).toBe(1);
  });

  it('never crashes, and finds nothing in a document compared with itself', () => {
    const schema = fc.letrec<{ any: unknown }>(tie => ({
      any: fc.oneof(
        { maxDepth: 3 },
        fc.jsonValue({ maxDepth: 1 }),
        fc.record(
          {
            type: fc.constantFrom('string', 'object', 'array', 'integer', ['string', 'null'], 7),
            properties: fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), tie('any')),
            required: fc.constantFrom(['a'], 'a', [1]),
            items: tie('any'),
            allOf: fc.array(tie('any'), { maxLength: 2 }),
            oneOf: fc.array(tie('any'), { maxLength: 2 }),
            anyOf: fc.array(tie('any'), { maxLength: 2 }),
            not: tie('any'),
            enum: fc.array(fc.jsonValue({ maxDepth: 0 }), { maxLength: 3 }),
            minimum: fc.constantFrom(1, 'x'),
            pattern: fc.constantFrom('^a', '(', '(a+)+$'),
            $ref: fc.constantFrom('#/components/schemas/S', '#/nowhere', '%'),
            additionalProperties: tie('any'),
            if: tie('any'),
            then: tie('any'),
            contains: tie('any'),
            maxItems: fc.nat(3),
            minLength: fc.nat(3),
          },
          { requiredKeys: [] },
        ),
      ),
    })).any;
    const make = (s: unknown): ContractDocument =>
      singleFileDocument({
        openapi: '3.1.0',
        paths: {
          '/a': {
            post: {
              requestBody: { content: { 'application/json': { schema: s } } },
              responses: {
                200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/S' } } } },
              },
            },
          },
        },
        components: { schemas: { S: s } },
      });
    fc.assert(
      fc.property(schema, schema, (a, b) => {
        const report = diff(make(a), make(b), { now });
        const breaking = report.findings.filter(finding => finding.level === 'breaking');
        expect(breaking.filter(finding => finding.proof === undefined)).toEqual([]);
        expect(diff(make(a), make(a), { now }).findings).toEqual([]);
      }),
      { numRuns: 250 },
    );
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(diff(singleFileDocument(a), singleFileDocument(b)).schemaVersion).toBe('1.0');
      }),
      { numRuns: 100 },
    );
  });
});
