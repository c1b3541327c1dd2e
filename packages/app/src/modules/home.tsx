import { createFrontendModule, PageBlueprint } from '@backstage/frontend-plugin-api';
import { Navigate } from 'react-router-dom';

/** The list of APIs is what most people come for. */
export const START_PAGE = '/apis';

/** Sends `/` and the address of the stock API list (old bookmarks) to the list of APIs. */
export const homeModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    PageBlueprint.make({
      name: 'start',
      params: { path: '/', noHeader: true, loader: async () => <Navigate to={START_PAGE} replace /> },
    }),
    PageBlueprint.make({
      name: 'stock-api-list',
      params: { path: '/api-docs', noHeader: true, loader: async () => <Navigate to={START_PAGE} replace /> },
    }),
  ],
});
