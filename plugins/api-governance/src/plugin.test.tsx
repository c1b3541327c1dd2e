import { renderTestApp } from '@backstage/frontend-test-utils';
import { ApiBlueprint, createFrontendModule } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { apiGovernanceApiRef, clockApiRef } from './apis';
import { apiGovernancePlugin } from './plugin';
import { fakeServer } from './__testUtils__/fakeServer';
import { cancelOrder, facets, ordersV1, TODAY } from './__testUtils__/fixtures';

function renderAt(address: string) {
  const { api } = fakeServer({
    '/facets': facets,
    '/apis': { items: [ordersV1], page: { totalItems: 1 } },
    '/deprecations': {
      items: [cancelOrder],
      page: { totalItems: 1 },
      counts: { byState: {}, byKind: {}, withoutSunset: 0 },
    },
  });
  const replaced = createFrontendModule({
    pluginId: 'api-governance',
    extensions: [
      ApiBlueprint.make({
        params: define => define({ api: apiGovernanceApiRef, deps: {}, factory: () => api }),
      }),
      ApiBlueprint.make({
        name: 'clock',
        params: define => define({ api: clockApiRef, deps: {}, factory: () => ({ now: () => TODAY }) }),
      }),
    ],
  });
  return renderTestApp({
    features: [apiGovernancePlugin, replaced],
    initialRouteEntries: [address],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
}

it('opens the governance area on the deprecations', async () => {
  renderAt('/governance');
  expect(await screen.findByText('in 97 days')).toBeVisible();
});

it('opens the list of APIs', async () => {
  renderAt('/apis');
  expect(await screen.findByText('Orders (v1)')).toBeVisible();
});
