import { CatalogClient } from '@backstage/catalog-client';
import { discoveryApiRef, fetchApiRef } from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { apiGovernanceApiRef, documentSizes, leaveLargeDocumentsOut } from '@treaty/plugin-api-governance';

/** The stock catalog pages, which carry an entity through every render, without documents of many megabytes in it. */
export const catalog = catalogPlugin.withOverrides({
  extensions: [
    catalogPlugin.getExtension('api:catalog').override({
      params: define =>
        define({
          api: catalogApiRef,
          deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef, governance: apiGovernanceApiRef },
          factory: ({ discoveryApi, fetchApi, governance }) =>
            leaveLargeDocumentsOut(new CatalogClient({ discoveryApi, fetchApi }), documentSizes(governance)),
        }),
    }),
  ],
});
