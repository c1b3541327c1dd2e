import { ContractDocument, formatSubject, singleFileDocument } from '@treaty/contract-findings';
import { readFileSync } from 'node:fs';
import { listDeprecations } from './list';
import { readEnumMarks, readMark } from './mark';

const gone = { deprecated: true, 'x-sunset': '2027-06-30' };
const ok = { description: 'ok' };
const json = (schema: unknown) => ({ content: { 'application/json': { schema } } });
const api = (root: object) => ({ openapi: '3.1.0', info: { title: 't', version: '1' }, ...root });
/** One line per occurrence: kind, where, date. */
const lines = (root: unknown) =>
  listDeprecations(singleFileDocument(root)).flatMap(entry =>
    entry.occurrences.map(subject =>
      [entry.kind, entry.value, formatSubject(subject), entry.sunset].filter(Boolean).join(' | '),
    ),
  );

/** The same value with every object's keys in reverse. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, child]) => [key, reversed(child)]),
  );
}

describe('listDeprecations', () => {
  it.each<[string, object, string[]]>([
    ['nothing', api({ paths: { '/a': { get: { responses: { 200: ok } } } } }), []],
    [
      'an operation',
      api({ paths: { '/a': { get: { ...gone, responses: { 200: ok } } } } }),
      ['operation | GET /a | 2027-06-30'],
    ],
    [
      'deprecated: false and other truthy values say nothing',
      api({ paths: { '/a': { get: { deprecated: false }, put: { deprecated: 'true' } } } }),
      [],
    ],
    [
      'a date alone is an announcement',
      api({ paths: { '/a': { get: { 'x-sunset': '2027-06-30' } } } }),
      ['operation | GET /a | 2027-06-30'],
    ],
    [
      'the whole document',
      { ...api({}), info: { ...gone } },
      ['api | the whole document | 2027-06-30'],
    ],
    [
      'a parameter',
      api({ paths: { '/a': { get: { parameters: [{ in: 'query', name: 'q', ...gone }] } } } }),
      ['parameter | GET /a  query q | 2027-06-30'],
    ],
    [
      'a parameter whose schema says so',
      api({ paths: { '/a': { get: { parameters: [{ in: 'header', name: 'X-A', schema: gone }] } } } }),
      ['parameter | GET /a  header X-A | 2027-06-30'],
    ],
    [
      'a shared parameter, except where it is redefined',
      api({
        paths: {
          '/a': {
            parameters: [{ in: 'query', name: 'q', ...gone }],
            get: {},
            put: { parameters: [{ in: 'query', name: 'q' }] },
          },
        },
      }),
      ['parameter | GET /a  query q | 2027-06-30'],
    ],
    [
      'a response header',
      api({ paths: { '/a': { get: { responses: { 200: { ...ok, headers: { 'X-Old': gone } } } } } } }),
      ['header | GET /a → 200  header X-Old | 2027-06-30'],
    ],
    [
      'a whole body',
      api({ paths: { '/a': { put: { requestBody: json(gone) } } } }),
      ['schema | PUT /a application/json  body | 2027-06-30'],
    ],
    [
      'properties, items, maps and names with a slash',
      api({
        paths: {
          '/a': {
            put: {
              requestBody: json({
                properties: {
                  'a/b': gone,
                  list: { items: { properties: { x: gone } } },
                  map: { additionalProperties: { properties: { y: gone } } },
                },
              }),
            },
          },
        },
      }),
      ['a~1b', 'list/*/x', 'map/{*}/y'].map(at => `property | PUT /a application/json  /${at} | 2027-06-30`),
    ],
    [
      'every branch of a composition',
      api({
        paths: {
          '/a': {
            get: {
              responses: {
                200: json({ allOf: [{ properties: { x: gone } }, { oneOf: [{ properties: { y: gone } }] }] }),
              },
            },
          },
        },
      }),
      ['x', 'y'].map(at => `property | GET /a → 200 application/json  /${at} | 2027-06-30`),
    ],
    [
      'enum values in every spelling',
      api({
        paths: {
          '/a': {
            get: {
              parameters: [
                {
                  in: 'query',
                  name: 'a',
                  schema: {
                    enum: ['x', 1],
                    'x-deprecated-enum-values': ['x', { value: 1, sunset: '2027-01-01' }],
                    'x-sunset': '2028-01-01',
                    deprecated: false,
                  },
                },
                {
                  in: 'query',
                  name: 'b',
                  schema: {
                    enum: ['y', 'z'],
                    'x-deprecated-enum-values': { y: '2027-02-01', z: { 'x-sunset': '2027-03-01' } },
                  },
                },
              ],
            },
          },
        },
      }),
      [
        'enum-value | "x" | GET /a  query a | 2028-01-01',
        'enum-value | 1 | GET /a  query a | 2027-01-01',
        'parameter | GET /a  query a | 2028-01-01',
        'enum-value | "y" | GET /a  query b | 2027-02-01',
        'enum-value | "z" | GET /a  query b | 2027-03-01',
      ],
    ],
    [
      'webhooks and callbacks',
      api({
        webhooks: { paid: { post: { requestBody: json({ properties: { x: gone } }) } } },
        paths: { '/a': { post: { callbacks: { done: { '{$request.body#/url}': { post: gone } } } } } },
      }),
      [
        'operation | POST /a > done: POST {$request.body#/url} | 2027-06-30',
        'property | webhook paid: POST application/json  /x | 2027-06-30',
      ],
    ],
    [
      'Swagger 2.0',
      {
        swagger: '2.0',
        consumes: ['application/json'],
        produces: ['application/json', 'text/csv'],
        paths: {
          '/a': {
            post: {
              parameters: [
                { in: 'body', name: 'b', schema: { $ref: '#/definitions/A' } },
                { in: 'query', name: 'q', type: 'string', 'x-sunset': '2027-06-30', deprecated: true },
              ],
              responses: { 200: { ...ok, schema: { $ref: '#/definitions/A' } } },
            },
          },
        },
        definitions: { A: { properties: { x: gone } } },
      },
      [
        'property | POST /a application/json  /x | 2027-06-30',
        'property | POST /a → 200 application/json  /x | 2027-06-30',
        'property | POST /a → 200 text/csv  /x | 2027-06-30',
        'parameter | POST /a  query q | 2027-06-30',
      ],
    ],
  ])('%s', (_, root, expected) => {
    expect(lines(root).sort()).toEqual([...expected].sort());
  });

  it('lists a cause once, at its place, with every message it reaches', () => {
    const root = api({
      paths: {
        '/b': { get: { responses: { 200: json({ items: { $ref: '#/components/schemas/Pet' } }) } } },
        '/a': {
          put: {
            requestBody: json({ $ref: '#/components/schemas/Pet' }),
            responses: { 200: json({ $ref: '#/components/schemas/Pet' }) },
          },
        },
      },
      components: {
        schemas: {
          Pet: {
            properties: {
              kind: { ...gone, 'x-replaced-by': 'species', 'x-deprecation-reason': 'too coarse' },
            },
          },
        },
      },
    });
    const [entry, ...rest] = listDeprecations(singleFileDocument(root, 'pets.yaml'));
    expect(rest).toEqual([]);
    expect(entry).toMatchObject({
      kind: 'property',
      file: 'pets.yaml',
      pointer: '/components/schemas/Pet/properties/kind',
      deprecated: true,
      sunset: '2027-06-30',
      replacedBy: 'species',
      reason: 'too coarse',
    });
    expect(entry.occurrences.map(formatSubject)).toEqual([
      'GET /b → 200 application/json  /*/kind',
      'PUT /a application/json  /kind',
      'PUT /a → 200 application/json  /kind',
    ]);
    expect(entry.subject).toEqual(entry.occurrences[0]);
  });

  it('reads a mark beside a $ref for that use only', () => {
    const root = api({
      paths: {
        '/a': {
          get: {
            responses: {
              200: json({
                properties: {
                  old: { $ref: '#/components/schemas/S', ...gone },
                  new: { $ref: '#/components/schemas/S' },
                },
              }),
            },
          },
        },
      },
      components: { schemas: { S: { type: 'string' } } },
    });
    expect(lines(root)).toEqual(['property | GET /a → 200 application/json  /old | 2027-06-30']);
  });

  it('ends in recursive schemas and keeps what is above the recursion', () => {
    const root = api({
      paths: { '/a': { get: { responses: { 200: json({ $ref: '#/components/schemas/Node' }) } } } },
      components: {
        schemas: { Node: { properties: { left: { $ref: '#/components/schemas/Node' }, old: gone } } },
      },
    });
    expect(lines(root)).toEqual(['property | GET /a → 200 application/json  /old | 2027-06-30']);
  });

  it('finds a mark behind a cycle, whichever operation is looked at first', () => {
    const schemas = {
      A: { properties: { b: { $ref: '#/components/schemas/B' } } },
      B: { properties: { a: { $ref: '#/components/schemas/A' }, c: { $ref: '#/components/schemas/C' } } },
      C: { properties: { b: { $ref: '#/components/schemas/B' }, old: gone } },
    };
    const of = (...names: string[]) =>
      lines(
        api({
          paths: Object.fromEntries(
            names.map(name => [
              `/${name}`,
              { get: { responses: { 200: json({ $ref: `#/components/schemas/${name}` }) } } },
            ]),
          ),
          components: { schemas },
        }),
      ).sort();
    expect(of('A', 'B', 'C')).toEqual([...of('A'), ...of('B'), ...of('C')].sort());
    expect(of('A', 'B', 'C')).toEqual(of('C', 'B', 'A'));
    expect(of('A')).toContain('property | GET /A → 200 application/json  /b/c/old | 2027-06-30');
  });

  it('works across files', () => {
    const root = api({ paths: { '/a': { $ref: './paths/a.yaml' } } });
    const document: ContractDocument = {
      uri: 'api/openapi.yaml',
      root,
      files: new Map<string, unknown>([
        ['api/openapi.yaml', root],
        ['api/paths/a.yaml', { get: { responses: { 200: json({ $ref: '../schemas/pet.yaml#/Pet' }) } } }],
        ['api/schemas/pet.yaml', { Pet: { properties: { kind: gone } } }],
      ]),
    };
    expect(listDeprecations(document)).toMatchObject([
      { file: 'api/schemas/pet.yaml', pointer: '/Pet/properties/kind' },
    ]);
  });

  it('survives what is no contract', () => {
    const loop = api({
      paths: {
        '/a': { $ref: '#/paths/~1a' },
        '/b': {
          get: {
            parameters: [null, 1, { $ref: '#/nowhere' }],
            responses: { 200: { $ref: 'gone.yaml' }, 201: 5 },
          },
        },
      },
    });
    for (const root of [null, 1, 'x', [], {}, { paths: 1 }, { paths: { '/a': null } }, loop])
      expect(listDeprecations(singleFileDocument(root))).toEqual([]);
  });
});

describe('readMark', () => {
  it.each<[string, unknown, unknown]>([
    ['says nothing', { description: 'x' }, undefined],
    [
      'GitHub',
      { 'x-github': { deprecationDate: '2026-05-22', removalDate: '2026-08-28' } },
      { deprecated: false, sunset: '2026-08-28', deprecatedOn: '2026-05-22' },
    ],
    [
      'Microsoft',
      { 'x-ms-deprecation': { date: '2022-04-01', removalDate: '2024-03-15', description: 'use v2' } },
      { deprecated: true, sunset: '2024-03-15', deprecatedOn: '2022-04-01', reason: 'use v2' },
    ],
    [
      'the earliest of two',
      { deprecated: true, 'x-sunset': '2027-06-30', 'x-github': { removalDate: '2027-01-01' } },
      { deprecated: true, sunset: '2027-01-01' },
    ],
    ['9999 means none', { deprecated: true, 'x-sunset': '9999-12-31' }, { deprecated: true }],
    [
      'a malformed date',
      { deprecated: true, 'x-sunset': '2027-02-30' },
      { deprecated: true, malformed: expect.stringContaining("x-sunset '2027-02-30'") },
    ],
    [
      'a date that is a number',
      { deprecated: true, 'x-sunset': 20270630 },
      { deprecated: true, malformed: expect.stringContaining("x-sunset '20270630'") },
    ],
    [
      'a malformed one beside a good one',
      { deprecated: true, 'x-sunset': 'soon', 'x-github': { removalDate: '2027-01-01' } },
      { deprecated: true, sunset: '2027-01-01', malformed: expect.stringContaining("'soon'") },
    ],
  ])('%s', (_, value, expected) => {
    expect(readMark(value)).toEqual(expected);
  });

  it('reads no inherited key', () => {
    expect(readMark(Object.create({ deprecated: true }))).toBeUndefined();
    expect(readEnumMarks({ 'x-deprecated-enum-values': 5 })).toEqual([]);
  });
});

describe('on GitHub’s published description', () => {
  const text = readFileSync(require.resolve('@octokit/openapi-new/generated/api.github.com.json'), 'utf8');
  const root: unknown = JSON.parse(text);
  const entries = listDeprecations(singleFileDocument(root));

  it('finds every mark that the text has, each once', () => {
    const marks: string[] = [];
    const walk = (value: unknown, pointer: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if ((value as { deprecated?: unknown }).deprecated === true) marks.push(pointer);
      for (const [key, child] of Object.entries(value))
        walk(child, `${pointer}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`);
    };
    walk(root, '');
    expect(marks.length).toBeGreaterThan(50);
    expect(entries.map(entry => entry.pointer).sort()).toEqual(marks.sort());
  });

  it('reads the dates of its own vocabulary', () => {
    expect(entries.find(entry => entry.subject.operation === 'GET /classrooms')).toMatchObject({
      sunset: '2026-08-28',
      deprecatedOn: '2026-05-22',
    });
    expect(entries.filter(entry => entry.malformed)).toEqual([]);
  });

  it('does not depend on key order', () => {
    const bare = ({ pointer: _, ...entry }: (typeof entries)[number]) => entry;
    expect(listDeprecations(singleFileDocument(reversed(root))).map(bare)).toEqual(entries.map(bare));
  });
});
