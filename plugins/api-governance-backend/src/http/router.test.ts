import { mockCredentials, mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { AuthorizeResult, DefinitivePolicyDecision } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import express, { Express } from 'express';
import request from 'supertest';
import { inProcessAnalyser } from '../analysis/inProcess';
import type { Stores } from '../database/stores';
import { createCatalogReader } from '../ingestion/catalog';
import { ingest } from '../ingestion/ingest';
import { api, BROKEN, organisation, ORDERS_V1 } from '../__testUtils__/catalog';
import { testStores } from '../__testUtils__/database';
import { createRouter } from './router';

jest.setTimeout(120_000);

const ALLOW: DefinitivePolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: DefinitivePolicyDecision = { result: AuthorizeResult.DENY };
const NOW = new Date('2026-11-24T12:00:00Z');
const BASE = '/api/api-governance';
const V1 = `${BASE}/apis/default/orders-v1`;

describe('routes', () => {
  let stores: Stores;
  let app: Express;
  const permissions = mockServices.permissions.mock();
  const scheduler = mockServices.scheduler.mock();
  const auditor = mockServices.auditor.mock();
  const audited = { success: jest.fn(), fail: jest.fn() };

  beforeAll(async () => {
    ({ stores } = await testStores());
    const logger = mockServices.logger.mock();
    await ingest(
      {
        catalog: createCatalogReader(
          catalogServiceMock({ entities: [...organisation(), api('broken', BROKEN.ref)] }),
          mockServices.auth(),
        ),
        stores,
        analyser: inProcessAnalyser,
        logger,
        manifestSources: [],
        now: () => NOW,
      },
      new AbortController().signal,
    );
    app = express();
    app.use(
      BASE,
      createRouter({
        stores,
        httpAuth: mockServices.httpAuth({ defaultCredentials: mockCredentials.none() }),
        permissions,
        auditor,
        scheduler,
        logger,
        now: () => NOW,
        validateResponses: true,
      }),
    );
    app.use(mockErrorHandler());
  });

  beforeEach(() => {
    jest.resetAllMocks();
    permissions.authorize.mockImplementation(async requests => requests.map(() => ALLOW));
    auditor.createEvent.mockResolvedValue(audited);
  });

  const get = (path: string, token = mockCredentials.user.header()) =>
    request(app).get(path).set('authorization', token);

  const digest = '0'.repeat(64);
  const everyRoute: Array<['get' | 'post', string]> = [
    ['get', `${BASE}/apis`],
    ['get', V1],
    ['get', `${V1}/consumers`],
    ['get', `${V1}/releases`],
    ['get', `${V1}/releases/${digest}/document`],
    ['get', `${V1}/releases/latest/operations`],
    ['get', `${V1}/releases/latest/excerpt?operation=GET%20/orders/%7Bid%7D`],
    ['get', `${BASE}/deprecations`],
    ['get', `${BASE}/deprecations/0123456789abcdef`],
    ['get', `${BASE}/problems`],
    ['get', `${BASE}/facets`],
    ['get', `${BASE}/overview`],
    ['get', `${BASE}/ingestions`],
    ['post', `${BASE}/ingestions`],
  ];

  it.each(everyRoute)('%s %s answers 401 without a token', async (method, path) => {
    const response = await request(app)[method](path);
    expect(response.status).toBe(401);
    expect(response.type).toBe('application/problem+json');
    expect(response.body).toMatchObject({ type: 'urn:treaty:problem:unauthenticated', status: 401 });
    expect(permissions.authorize).not.toHaveBeenCalled();
  });

  it.each(everyRoute)('%s %s answers 403 without the permission', async (method, path) => {
    permissions.authorize.mockImplementation(async requests => requests.map(() => DENY));
    const response = await request(app)[method](path).set('authorization', mockCredentials.user.header());
    expect(response.status).toBe(403);
    expect(response.body).toMatchObject({
      type: 'urn:treaty:problem:forbidden',
      detail: expect.stringContaining('api-governance.'),
    });
    expect(scheduler.triggerTask).not.toHaveBeenCalled();
  });

  it('lists APIs for users and for services, filtered, sorted and in pages', async () => {
    const first = await get(`${BASE}/apis?limit=2&sort=-consumers`, mockCredentials.service.header());
    expect(first.status).toBe(200);
    expect(first.body.page.totalItems).toBe(4);
    expect(first.body.items[0]).toMatchObject({ ref: 'api:default/orders-v1', consumerCount: 2 });
    const second = await get(`${BASE}/apis?limit=2&sort=-consumers&cursor=${first.body.page.nextCursor}`);
    expect(second.body.items).toHaveLength(2);
    expect(second.body.page.nextCursor).toBeUndefined();
    const errors = await get(`${BASE}/apis?problemState=error&owner=group:default/team-orders`);
    expect(errors.body.items).toMatchObject([{ name: 'broken', problemState: 'error' }]);
    const found = await get(`${BASE}/apis?search=STAT&type=graphql`);
    expect(found.body.items).toMatchObject([{ name: 'stations', type: 'graphql' }]);
    expect((await get(`${BASE}/apis?search=100%25`)).body.items).toEqual([]);
  });

  it('shows an API with its family, releases and problems', async () => {
    const response = await get(V1);
    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({
      familyMembers: [{ major: '2' }, { major: '1', current: true }],
      releaseCount: 1,
      problems: [],
    });
    expect((await get(`${BASE}/apis/default/broken`)).body.problems).toMatchObject([
      { code: 'ref-not-found', line: 7 },
    ]);
    expect((await get(`${BASE}/apis/default/nothing`)).status).toBe(404);
  });

  it('shows consumers with operations and evidence', async () => {
    const response = await get(`${V1}/consumers`);
    expect(response.status).toBe(200);
    expect(response.body.items).toMatchObject([
      {
        ref: 'component:default/reports',
        operations: [],
        evidence: [{ source: 'catalog' }],
        complete: false,
      },
      {
        ref: 'component:default/shop',
        complete: true,
        operations: [
          { operation: 'POST /orders/{id}/cancel', deprecated: true, sunset: '2027-03-01T00:00:00.000Z' },
        ],
        evidence: [{ source: 'declared', stale: false, lastSeen: '2026-11-01' }],
      },
    ]);
    const mine = await get(`${V1}/consumers?owner=group:default/team-shop`);
    expect(mine.body.page.totalItems).toBe(1);
  });

  it('sends the document as it was published, and nothing when the caller has it', async () => {
    const latest = await get(`${V1}/releases/latest/document`).buffer(true);
    expect(latest.status).toBe(200);
    expect(latest.text ?? latest.body.toString()).toBe(ORDERS_V1);
    expect(latest.headers['content-type']).toBe('application/yaml; charset=utf-8');
    const { etag } = latest.headers;
    const named = `${V1}/releases/${etag.replaceAll('"', '')}/document`;
    const again = await get(named).set('if-none-match', etag);
    expect(again.status).toBe(304);
    expect(again.headers['cache-control']).toContain('immutable');
    const missing = await get(`${V1}/releases/${digest}/document`);
    expect(missing.body).toMatchObject({ type: 'urn:treaty:problem:not-found', status: 404 });
  });

  it('cuts out the operations that are asked for, and nothing it does not have', async () => {
    const ask = (...names: string[]) =>
      get(
        `${V1}/releases/latest/excerpt?${names.map(name => `operation=${encodeURIComponent(name)}`).join('&')}`,
      );
    const one = await ask('GET /orders/{id}');
    expect(one.status).toBe(200);
    expect(Object.keys(one.body.paths)).toEqual(['/orders/{id}']);
    expect(one.body.components.schemas.Order.type).toBe('object');
    const both = await ask('GET /orders/{id}', 'POST /orders/{id}/cancel');
    expect(Object.keys(both.body.paths)).toHaveLength(2);
    const cancel = await ask('POST /orders/{id}/cancel');
    expect(cancel.body.components).toBeUndefined();
    const missing = await ask('GET /orders/{id}', 'GET /nothing');
    expect(missing.status).toBe(404);
    expect(missing.body.detail).toContain('has no GET /nothing');
    expect((await get(`${V1}/releases/latest/excerpt`)).status).toBe(400);
  });

  it('lists operations and releases', async () => {
    const operations = await get(`${V1}/releases/latest/operations?search=cancel&deprecated=true`);
    expect(operations.body.items).toMatchObject([{ operationId: 'cancelOrder', consumerCount: 1 }]);
    expect((await get(`${V1}/releases/latest/operations?tag=orders`)).body.page.totalItems).toBe(1);
    expect((await get(`${V1}/releases`)).body.items).toMatchObject([{ version: '1.9.2', latest: true }]);
  });

  it('lists deprecations by date with the teams, counts and filters', async () => {
    const all = await get(`${BASE}/deprecations?api=api:default/orders-v1`);
    expect(all.status).toBe(200);
    expect(all.body.items.map((one: { kind: string }) => one.kind)[0]).toBe('property');
    expect(all.body.counts).toMatchObject({
      byState: { zombie: 1, deprecated: 2 },
      byKind: { api: 1, operation: 1, property: 1 },
      withoutSunset: 0,
    });
    const shop = await get(
      `${BASE}/deprecations?team=group:default/team-shop&kind=operation&from=2027-01-01&to=2027-03-01`,
    );
    expect(shop.body.items).toMatchObject([
      {
        kind: 'operation',
        consumers: [{ ref: 'component:default/shop', verdict: 'breaks' }, { verdict: 'no-evidence' }],
      },
    ]);
    const one = await get(`${BASE}/deprecations/${shop.body.items[0].id}`);
    expect(one.status).toBe(200);
    expect(one.body).toMatchObject({
      occurrences: [{ pointer: '/paths/~1orders~1{id}~1cancel/post' }],
      dates: [{ source: 'contract' }],
    });
    expect((await get(`${BASE}/deprecations?state=removed`)).body.items).toEqual([]);
    expect((await get(`${BASE}/deprecations/0123456789abcdef`)).status).toBe(404);
  });

  it('answers overview, facets, problems and runs as the contract says', async () => {
    const overview = await get(`${BASE}/overview`);
    expect(overview.status).toBe(200);
    expect(overview.body).toMatchObject({
      apis: { total: 4, withErrors: 1, deprecated: 1 },
      consumers: { total: 2, withEvidence: 1 },
      lastIngestion: { status: 'succeeded', seen: 4, newReleases: 3 },
    });
    const facets = await get(`${BASE}/facets`);
    expect(facets.body.owners).toEqual([{ value: 'group:default/team-orders', count: 4 }]);
    expect((await get(`${BASE}/problems?severity=error`)).body.items).toMatchObject([
      { entity: 'api:default/broken' },
    ]);
    expect((await get(`${BASE}/ingestions`)).body.items).toHaveLength(1);
  });

  it('answers 304 to whoever holds the answer already', async () => {
    const { headers } = await get(`${BASE}/facets`);
    expect((await get(`${BASE}/facets`).set('if-none-match', headers.etag)).status).toBe(304);
  });

  it.each([
    ['limit=0', '/query/limit'],
    ['limit=many', '/query/limit'],
    ['sort=colour', '/query/sort'],
    ['colour=red', '/query/colour'],
  ])('refuses ?%s and says which part is wrong', async (query, path) => {
    const response = await get(`${BASE}/apis?${query}`);
    expect(response.status).toBe(400);
    expect(response.body).toMatchObject({
      type: 'urn:treaty:problem:invalid-request',
      errors: [expect.objectContaining({ path })],
    });
  });

  it.each(['cursor=abc', 'search=%00'])('refuses ?%s', async query => {
    expect((await get(`${BASE}/apis?${query}`)).status).toBe(400);
  });

  it('starts an ingestion, audited; a running one is a conflict', async () => {
    const post = () =>
      request(app).post(`${BASE}/ingestions`).set('authorization', mockCredentials.user.header());
    expect((await post()).status).toBe(202);
    expect(auditor.createEvent).toHaveBeenCalledWith(expect.objectContaining({ eventId: 'ingestion-start' }));
    expect(audited.success).toHaveBeenCalled();
    scheduler.triggerTask.mockRejectedValueOnce(new ConflictError('Task is currently running'));
    expect((await post()).body).toMatchObject({ status: 409 });
    expect(audited.fail).toHaveBeenCalledTimes(1);
  });

  it('says nothing of the cause of our own mistakes', async () => {
    permissions.authorize.mockRejectedValue(new Error('password is hunter2'));
    const response = await get(`${BASE}/facets`);
    expect(response.status).toBe(500);
    expect(JSON.stringify(response.body)).not.toContain('hunter2');
    expect(response.body.instance).toMatch(/^urn:uuid:/);
  });
});
