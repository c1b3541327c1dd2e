import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { local, openapi, text, yaml } from './localPlaceholders';
import { ApiGovernanceProcessor } from './processor';

/** Teaches the catalog the blocks, labels and relations of Treaty, and placeholders that read files beside an entity. */
export const catalogModuleApiGovernance = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'api-governance',
  register(env) {
    env.registerInit({
      deps: { catalog: catalogProcessingExtensionPoint },
      async init({ catalog }) {
        catalog.addProcessor(new ApiGovernanceProcessor());
        catalog.addPlaceholderResolver('text', local(text));
        catalog.addPlaceholderResolver('yaml', local(yaml));
        catalog.addPlaceholderResolver('openapi', local(openapi));
      },
    });
  },
});
