import { Route, Routes } from 'react-router-dom';
import { EntityProvider, entityRouteRef } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import {
  apiGovernanceApiRef,
  apiGovernancePlugin,
  ApisPage,
  clockApiRef,
  DeprecationsPage,
  EntityDeprecationBanner,
} from './legacy';
import { fakeServer } from './__testUtils__/fakeServer';
import { cancelOrder, facets, ordersV1, ordersV1Detail, TODAY } from './__testUtils__/fixtures';
import { apiEntity } from './__testUtils__/renderPage';

function inClassicApp(element: JSX.Element) {
  const { api } = fakeServer({
    '/facets': facets,
    '/apis': { items: [ordersV1], page: { totalItems: 1 } },
    '/apis/default/orders-v1': ordersV1Detail,
    '/deprecations': {
      items: [cancelOrder],
      page: { totalItems: 1 },
      counts: { byState: {}, byKind: {}, withoutSunset: 0 },
    },
  });
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [apiGovernanceApiRef, api],
        [clockApiRef, { now: () => TODAY }],
      ]}
    >
      <Routes>
        <Route path="/*" element={element} />
      </Routes>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
}

describe('in an app on the classic frontend', () => {
  it('shows the deprecations', async () => {
    await inClassicApp(<DeprecationsPage />);
    expect(await screen.findByText('in 97 days')).toBeVisible();
  });

  it('shows the list of APIs', async () => {
    await inClassicApp(<ApisPage />);
    expect(await screen.findByText('Orders (v1)')).toBeVisible();
  });

  it('shows the banner on the page of an API', async () => {
    await inClassicApp(
      <EntityProvider entity={apiEntity()}>
        <EntityDeprecationBanner />
      </EntityProvider>,
    );
    expect(await screen.findByText('Orders (v1) goes away in 97 days, on 1 March 2027')).toBeVisible();
  });

  it('brings its own client and clock', () => {
    expect([...apiGovernancePlugin.getApis()].map(factory => factory.api.id).sort()).toEqual([
      'plugin.api-governance.client',
      'plugin.api-governance.clock',
    ]);
  });
});
