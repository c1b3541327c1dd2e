import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { ApiGovernanceProcessor } from './processor';

/** Teaches the catalog the blocks, labels and relations of Treaty. */
export const catalogModuleApiGovernance = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'api-governance',
  register(env) {
    env.registerInit({
      deps: { catalog: catalogProcessingExtensionPoint },
      async init({ catalog }) {
        catalog.addProcessor(new ApiGovernanceProcessor());
      },
    });
  },
});
