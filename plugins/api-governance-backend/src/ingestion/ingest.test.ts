import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { UsageManifestSource } from '@treaty/plugin-api-governance-node';
import { Knex } from 'knex';
import { inProcessAnalyser } from '../analysis/inProcess';
import type { Analyser } from '../analysis/types';
import type { Stores } from '../database/stores';
import { api, BROKEN, CANCELS, component, organisation, ORDERS_V1 } from '../__testUtils__/catalog';
import { testStores } from '../__testUtils__/database';
import { createCatalogReader } from './catalog';
import { ingest } from './ingest';

jest.setTimeout(120_000);

const NOW = new Date('2026-11-24T12:00:00Z');
const V1 = 'api:default/orders-v1';

describe('ingest', () => {
  let knex: Knex;
  let stores: Stores;
  beforeEach(async () => {
    ({ knex, stores } = await testStores());
  });

  const run = (
    entities: Entity[],
    options: { at?: Date; analyser?: Analyser; manifestSources?: UsageManifestSource[] } = {},
  ) =>
    ingest(
      {
        catalog: createCatalogReader(catalogServiceMock({ entities }), mockServices.auth()),
        stores,
        analyser: options.analyser ?? inProcessAnalyser,
        logger: mockServices.logger.mock(),
        manifestSources: options.manifestSources ?? [],
        now: () => options.at ?? NOW,
      },
      new AbortController().signal,
    );
  const withEtag = (entity: Entity, etag: string): Entity => ({
    ...entity,
    metadata: { ...entity.metadata, etag },
  });
  const deprecations = async () => (await stores.deprecations.list({ api: [V1] }, { limit: 50 }, NOW)).items;

  it('makes releases, operations, consumers and deprecations out of the catalog', async () => {
    expect(await run(organisation())).toEqual({ seen: 3, newReleases: 3, problems: 0 });

    const found = await stores.apis.get(V1, NOW);
    expect(found).toMatchObject({
      owner: 'group:default/team-orders',
      system: 'system:default/order-management',
      version: '1.9.2',
      consumerCount: 2,
      operationCount: 2,
      deprecationCount: 2,
      problemState: 'ok',
      deprecation: {
        state: 'deprecated',
        sunset: '2027-03-01T00:00:00.000Z',
        daysLeft: 96,
        successor: 'api:default/orders-v2',
      },
      latestRelease: { specification: 'openapi 3.0.3', valid: true, source: 'catalog' },
    });
    const document = await stores.releases.document(V1, 'latest');
    expect(document?.content.toString()).toBe(ORDERS_V1);
    const operations = await stores.releases.operations(V1, 'latest', {}, { limit: 10 });
    expect(operations.items.map(one => [one.operation, one.deprecated, one.consumerCount])).toEqual([
      ['GET /orders/{id}', false, 0],
      ['POST /orders/{id}/cancel', true, 1],
    ]);
    expect((await stores.apis.family(V1, NOW)).map(one => one.ref)).toEqual(['api:default/orders-v2', V1]);
  });

  it('says whom a removal hits, and never that silence is safe', async () => {
    await run(organisation());
    const verdicts = (await deprecations()).map(one => [
      one.kind,
      one.state,
      Object.fromEntries(one.consumers.map(consumer => [consumer.ref, consumer.verdict])),
      one.teams,
    ]);
    expect(verdicts).toEqual(
      expect.arrayContaining([
        [
          'operation',
          'deprecated',
          { 'component:default/shop': 'breaks', 'component:default/reports': 'no-evidence' },
          ['group:default/team-reports', 'group:default/team-shop'],
        ],
        // The shop says that cancelling is all it does, so it does not read the field.
        [
          'property',
          'zombie',
          { 'component:default/reports': 'no-evidence' },
          ['group:default/team-reports'],
        ],
        [
          'api',
          'deprecated',
          { 'component:default/shop': 'breaks', 'component:default/reports': 'no-evidence' },
          ['group:default/team-reports', 'group:default/team-shop'],
        ],
      ]),
    );
  });

  it('writes nothing and reads no document when nothing is new', async () => {
    const entities = organisation().map((entity, index) => withEtag(entity, `etag-${index}`));
    await run(entities);
    const analyse = jest.fn(inProcessAnalyser.analyse);
    expect(await run(entities, { analyser: { analyse, rest: async () => {} } })).toMatchObject({
      newReleases: 0,
    });
    expect(analyse).not.toHaveBeenCalled();
    // The next day is read again, because evidence gets old.
    await run(entities, {
      at: new Date('2026-11-25T00:00:00Z'),
      analyser: { analyse, rest: async () => {} },
    });
    expect(analyse).toHaveBeenCalledTimes(3);
    expect((await stores.releases.list(V1, { limit: 10 })).totalItems).toBe(1);
  });

  it('shows broken documents with line and next step, and goes on', async () => {
    const broken = Object.entries(BROKEN).map(([name, text]) => api(name, text));
    expect(await run([...broken, api('good', ORDERS_V1)])).toMatchObject({ seen: 4, newReleases: 1 });
    const { items } = await stores.problems.list({}, { limit: 10 });
    expect(items.map(one => [one.entity, one.severity, one.code, typeof one.line])).toEqual([
      ['api:default/ref', 'error', 'ref-not-found', 'number'],
      ['api:default/remote', 'error', 'remote-ref-refused', 'number'],
      ['api:default/yaml', 'error', expect.stringMatching(/yaml/), 'number'],
    ]);
    expect(items.every(one => one.next.length > 5)).toBe(true);
    expect(await stores.apis.get('api:default/ref', NOW)).toMatchObject({
      problemState: 'error',
      operationCount: 0,
    });
    expect(await stores.apis.get('api:default/good', NOW)).toMatchObject({
      problemState: 'ok',
      operationCount: 2,
    });
  });

  it('keeps the last readable release while the document is broken, and forgets the problem when it is mended', async () => {
    await run([api('orders-v1', ORDERS_V1), component('shop', [V1], CANCELS)]);
    await run([api('orders-v1', BROKEN.ref), component('shop', [V1], CANCELS)]);
    expect(await stores.apis.get(V1, NOW)).toMatchObject({
      version: '1.9.2',
      problemState: 'error',
      consumerCount: 1,
    });
    expect(await deprecations()).toHaveLength(2);
    const [operation] = (await deprecations()).filter(one => one.kind === 'operation');
    expect(operation.consumers).toMatchObject([{ ref: 'component:default/shop', verdict: 'breaks' }]);
    await run([api('orders-v1', ORDERS_V1), component('shop', [V1], CANCELS)]);
    expect(await stores.apis.get(V1, NOW)).toMatchObject({ problemState: 'ok' });
  });

  it('keeps the identity of a deprecation over releases, and tells removed from taken back', async () => {
    await run([api('orders-v1', ORDERS_V1)]);
    const before = await deprecations();
    const moved = ORDERS_V1.replace(
      'paths:',
      'x-moved: true\npaths:\n  /all:\n    get: { responses: { "200": { description: a, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } } }',
    );
    const withoutPhone = moved.replace(/ {8}phone:.*\n/, '');
    await run([api('orders-v1', moved)]);
    expect((await deprecations()).map(one => one.id).sort()).toEqual(before.map(one => one.id).sort());

    await run([api('orders-v1', withoutPhone.replace('deprecated: true', 'deprecated: false'))]);
    const after = await stores.deprecations.list(
      { api: [V1], state: ['removed', 'deprecated', 'zombie'] },
      { limit: 10 },
      NOW,
    );
    expect(after.items.map(one => [one.kind, one.state])).toEqual([['property', 'removed']]);
  });

  it('hides an API that left the catalog and brings it back with its history', async () => {
    await run([api('orders-v1', ORDERS_V1)]);
    await run([]);
    expect(await stores.apis.get(V1, NOW)).toBeUndefined();
    expect(await deprecations()).toEqual([]);
    expect(await run([api('orders-v1', ORDERS_V1)])).toMatchObject({ newReleases: 0 });
    expect((await stores.releases.list(V1, { limit: 10 })).totalItems).toBe(1);
  });

  it('shows what is wrong with usage manifests at the component', async () => {
    const source: UsageManifestSource = {
      id: 'builds',
      async *manifests() {
        yield { consumer: 'component:default/reports', text: CANCELS, sourceRef: 'build 7' };
      },
    };
    const typo = CANCELS.replace('cancelOrder', 'cancelOrdr').replace(
      'uses:',
      'uses:\n  - api: api:default/nowhere\n    reviewed: "2026-11-01"',
    );
    await run([api('orders-v1', ORDERS_V1), component('shop', [V1], typo), component('reports', [V1])], {
      manifestSources: [source],
    });
    const { items } = await stores.problems.list({}, { limit: 10 });
    expect(items.map(one => [one.entity, one.code])).toEqual(
      expect.arrayContaining([
        ['component:default/reports', 'usage-manifest-consumer'],
        ['component:default/shop', 'usage-manifest-api'],
        ['component:default/shop', expect.stringMatching(/usage/)],
      ]),
    );
  });

  it('goes on with the other APIs when one fails, and tries it again', async () => {
    const analyser: Analyser = {
      rest: async () => {},
      analyse: request =>
        request.api === V1 ? Promise.reject(new Error('boom')) : inProcessAnalyser.analyse(request),
    };
    await run([api('orders-v1', ORDERS_V1), api('good', ORDERS_V1)], { analyser });
    const { items } = await stores.problems.list({}, { limit: 10 });
    expect(items).toMatchObject([
      { entity: V1, code: 'ingestion-failed', message: expect.stringContaining('boom') },
    ]);
    expect(await run([api('orders-v1', ORDERS_V1), api('good', ORDERS_V1)])).toMatchObject({
      newReleases: 1,
      problems: 0,
    });
  });

  it('stores text that Postgres cannot, and a document byte for byte', async () => {
    const odd = ORDERS_V1.replace('summary: Cancel', 'summary: "a\\0b \\uD800"');
    await run([api('orders-v1', odd)]);
    const { items } = await stores.releases.operations(V1, 'latest', { deprecated: true }, { limit: 1 });
    expect(items[0].summary).toBe('a\uFFFDb \uFFFD');
    expect((await stores.releases.document(V1, 'latest'))?.content.toString()).toBe(odd);
    expect(await knex('documents')).toHaveLength(1);
  });

  it('records runs, and marks one that was killed as aborted', async () => {
    await stores.runs.start(NOW);
    await run([]);
    const { items } = await stores.runs.list({ limit: 10 });
    expect(items.map(one => one.status)).toEqual(['succeeded', 'aborted']);
  });
});
