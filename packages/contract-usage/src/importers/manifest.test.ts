import { usageKey } from '../facts';
import { ordersContract } from '../testSupport';
import { readManifest } from './manifest';
import { manifestToRecords } from './manifestRecords';

const head = 'apiVersion: treaty/v1\nconsumer: component:default/web\nuses:\n';
const entry = (operations: string, more = '') =>
  `${head}  - api: api:default/orders\n    complete: true\n    reviewed: 2026-11-01\n${more}    operations:\n${operations}`;

/** What `complete: true` says about parameters that an entry does not list. */
const NO_PARAMETERS = ['query', 'header', 'cookie'].map(kind => ({
  kind,
  paths: [],
  values: {},
  world: 'closed',
}));

function records(text: string) {
  const { manifest, problems } = readManifest(text, 'web/usage.yaml');
  expect(problems).toEqual([]);
  return manifestToRecords(manifest!, {
    api: 'api:default/orders',
    document: ordersContract(),
    contractDigest: 'd1',
    sourceRef: 'web/usage.yaml',
  });
}

describe('readManifest', () => {
  it('reads what 03 shows', () => {
    const { manifest, problems } = readManifest(
      entry(
        '      - operationId: getOrder\n        query: { expand: [lines] }\n        reads: { "200": [/id] }\n        enums: { /status: { values: [open], unknown: tolerated } }\n',
        '    environments: [production]\n',
      ),
      'web/usage.yaml',
    );
    expect(problems).toEqual([]);
    expect(manifest).toMatchObject({
      consumer: 'component:default/web',
      uses: [
        {
          api: 'api:default/orders',
          complete: true,
          reviewed: '2026-11-01',
          environments: ['production'],
          operations: [
            {
              name: 'getOrder',
              line: 9,
              reads: { '200': ['/id'] },
              enums: { '/status': { values: ['open'], unknown: 'tolerated' } },
            },
          ],
        },
      ],
    });
  });

  it.each([
    ['no YAML', 'a: [', 'yaml-syntax', 1],
    ['no manifest', 'kind: Component\n', 'usage-manifest', 1],
    ['no consumer', 'apiVersion: treaty/v1\nuses: []\n', 'usage-manifest', 1],
  ])('refuses %s with file, line and next step', (_, text, code, line) => {
    const { manifest, problems } = readManifest(text, 'web/usage.yaml');
    expect(manifest).toBeUndefined();
    expect(problems).toEqual([
      expect.objectContaining({
        code,
        line,
        file: 'web/usage.yaml',
        severity: 'error',
        next: expect.stringMatching(/./),
      }),
    ]);
  });

  it('points at a misspelt key and says what was meant', () => {
    const { manifest, problems } = readManifest(
      entry('      - operationId: getOrder\n        read: { "200": [/id] }\n'),
      'web/usage.yaml',
    );
    expect(problems).toEqual([
      expect.objectContaining({
        line: 9,
        message: "'read' is not known here",
        next: "did you mean 'reads'?",
      }),
    ]);
    expect(manifest!.uses[0].operations[0].reads).toBeUndefined();
  });

  it('keeps an entry that nobody reviewed, as stale, and says so', () => {
    const { manifest, problems } = readManifest(
      `${head}  - api: orders\n    operations: [getOrder]\n`,
      'u.yaml',
    );
    expect(manifest!.uses[0]).toMatchObject({ api: 'api:default/orders', reviewed: '', complete: false });
    expect(problems).toEqual([
      expect.objectContaining({ message: expect.stringContaining("'reviewed'"), line: 4 }),
    ]);
  });

  it('survives an alias bomb', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(20)}]\nc: &c [${'*b,'.repeat(20)}]\nd: [${'*c,'.repeat(20)}]\n`;
    const { problems } = readManifest(bomb, 'u.yaml');
    expect(problems).toEqual([
      expect.objectContaining({ severity: 'error', message: expect.stringContaining('aliases') }),
    ]);
  });
});

describe('manifestToRecords', () => {
  it('resolves operations by id and by method and path, whatever the parameters are called', () => {
    const { records: found, problems } = records(
      entry('      - getOrder\n      - operation: post /orders\n      - operation: GET /orders/{orderId}\n'),
    );
    expect(problems).toEqual([]);
    expect(found.map(one => `${one.operation.method} ${one.operation.template}`)).toEqual([
      'GET /orders/{id}',
      'POST /orders',
      'GET /orders/{id}',
    ]);
    expect(new Set(found.map(usageKey)).size).toBe(2);
  });

  it('resolves pointers through $ref, allOf, items, maps and recursion', () => {
    const { records: found, problems } = records(
      entry(
        '      - operationId: getOrder\n        reads: { "200": [/id, /lines/0/sku, /labels/colour, /parent/parent/status] }\n',
      ),
    );
    expect(problems).toEqual([]);
    expect(found[0].facets).toEqual([
      ...NO_PARAMETERS,
      {
        kind: 'responseRead',
        where: '200',
        paths: ['/id', '/lines/*/sku', '/labels/{*}', '/parent/parent/status'],
        world: 'closed',
        required: [],
      },
    ]);
  });

  it('finds the response that a range declares', () => {
    const { records: found, problems } = records(
      entry(
        '      - operationId: createOrder\n        sends: [/status]\n        requires: { "201": [/id] }\n',
      ),
    );
    expect(problems).toEqual([]);
    expect(found[0].facets).toEqual([
      ...NO_PARAMETERS,
      { kind: 'requestBody', paths: ['/status'], world: 'closed' },
      { kind: 'responseRead', where: '201', paths: ['/id'], world: 'open', required: ['/id'] },
    ]);
  });

  it('suggests the operation that was meant, and no longer calls the list complete', () => {
    const { records: found, coverage, problems } = records(entry('      - operationId: getOrdr\n'));
    expect(found).toEqual([]);
    expect(coverage).toEqual([expect.objectContaining({ operations: 'open' })]);
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'usage-unknown-operation',
        line: 8,
        file: 'web/usage.yaml',
        next: "did you mean 'getOrder'?",
      }),
    ]);
  });

  it('suggests the field that was meant, and no longer calls the read set closed', () => {
    const { records: found, problems } = records(
      entry('      - operationId: getOrder\n        reads: { "200": [/lines/*/skU] }\n'),
    );
    expect(found[0].facets.find(facet => facet.kind === 'responseRead')!.world).toBe('open');
    expect(problems).toEqual([
      expect.objectContaining({ code: 'usage-unknown-field', next: "did you mean '/lines/*/sku'?" }),
    ]);
  });

  it('gives the same facts for the same text, and says that a complete list is closed', () => {
    const text = entry('      - getOrder\n');
    expect(records(text)).toEqual(records(text));
    expect(records(text).coverage).toEqual([
      expect.objectContaining({ operations: 'closed', lastSeen: '2026-11-01' }),
    ]);
  });
});
