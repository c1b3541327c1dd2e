import { ReactNode } from 'react';
import { EntityProvider, entityRouteRef } from '@backstage/plugin-catalog-react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { GovernanceProvider } from '../api/GovernanceContext';
import { Answer, fakeServer } from './fakeServer';
import { TODAY } from './fixtures';

/** The entity of `api:default/orders-v1`, with a document of the given size. */
export function apiEntity(name = 'orders-v1', definition = 'openapi: 3.0.3') {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: { name, namespace: 'default' },
    spec: { type: 'openapi', lifecycle: 'production', owner: 'group:default/team-orders', definition },
  };
}

/** Shows a page at an address, on {@link TODAY}, with a server that answers from a table. */
export function renderPage(
  element: ReactNode,
  answers: Record<string, Answer>,
  address = '/',
  entity = apiEntity(),
) {
  const { api, asked } = fakeServer(answers);
  const rendered = renderInTestApp(
    <GovernanceProvider api={api} clock={{ now: () => TODAY }}>
      <EntityProvider entity={entity}>{element}</EntityProvider>
    </GovernanceProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef }, initialRouteEntries: [address] },
  );
  return { ...rendered, asked };
}
