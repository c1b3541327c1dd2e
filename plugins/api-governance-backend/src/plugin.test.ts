import { mockCredentials, mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import apiGovernancePlugin from './index';
import { organisation } from './__testUtils__/catalog';
import { emptyDatabase } from './__testUtils__/database';

jest.mock('./analysis/worker', () => {
  const { inProcessAnalyser } = jest.requireActual('./analysis/inProcess');
  return { createWorkerAnalyser: () => inProcessAnalyser };
});
jest.setTimeout(120_000);

describe('the plugin', () => {
  it('starts, walks the catalog when asked and answers over HTTP', async () => {
    const knex = await emptyDatabase();
    const backend = await startTestBackend({
      features: [
        apiGovernancePlugin,
        mockServices.database.factory({ knex }),
        mockServices.httpAuth.factory({ defaultCredentials: mockCredentials.none() }),
        catalogServiceMock.factory({ entities: organisation() }),
      ],
    });
    const { server } = backend;
    const get = (path: string) =>
      request(server).get(`/api/api-governance${path}`).set('authorization', mockCredentials.user.header());
    try {
      const started = await request(server)
        .post('/api/api-governance/ingestions')
        .set('authorization', mockCredentials.user.header());
      expect(started.status).toBe(202);
      expect((await get('/apis')).body.page.totalItems).toBe(3);
      const deprecations = await get('/deprecations?team=group%3Adefault%2Fteam-shop');
      expect(deprecations.body.items.map((one: { kind: string }) => one.kind).sort()).toEqual([
        'api',
        'operation',
      ]);
      // Not even the paths that are open to the router's own 401 let anybody in, and the rest stays behind the barrier.
      expect((await request(server).get('/api/api-governance/apis')).status).toBe(401);
      expect(
        (await request(server).get('/api/api-governance/.well-known/backstage/permissions/metadata')).status,
      ).toBe(401);
    } finally {
      await backend.stop();
    }
  });
});
