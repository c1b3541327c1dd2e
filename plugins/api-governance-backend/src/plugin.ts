import { coreServices, createBackendPlugin } from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { apiGovernancePermissions } from '@treaty/plugin-api-governance-common';
import { UsageManifestSource, usageManifestsExtensionPoint } from '@treaty/plugin-api-governance-node';
import { createWorkerAnalyser } from './analysis/worker';
import { connect } from './database/migrate';
import { createStores } from './database/stores';
import { contractRoots } from './http/contract';
import { createRouter } from './http/router';
import { createCatalogReader } from './ingestion/catalog';
import { ingest } from './ingestion/ingest';
import { INGESTION_TASK_ID, readSchedule } from './ingestion/schedule';

/** Releases, deprecations and consumers over HTTP, fed from the catalog, kept in Postgres. */
export const apiGovernancePlugin = createBackendPlugin({
  pluginId: 'api-governance',
  register(env) {
    const manifestSources: UsageManifestSource[] = [];
    env.registerExtensionPoint(usageManifestsExtensionPoint, {
      addSource(source) {
        if (manifestSources.some(one => one.id === source.id)) {
          throw new Error(`there is a source of usage manifests '${source.id}' already`);
        }
        manifestSources.push(source);
      },
    });
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const stores = createStores(await connect(deps.database));
        deps.permissionsRegistry.addPermissions(apiGovernancePermissions);

        // The router answers 401 itself, as problem details like every other error; the paths come from the contract.
        for (const path of contractRoots()) deps.httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
        deps.httpRouter.use(createRouter({ stores, ...deps }));

        const analyser = createWorkerAnalyser({
          timeoutSeconds: deps.config.getOptionalNumber('apiGovernance.ingestion.documentTimeoutSeconds'),
          memoryMegabytes: deps.config.getOptionalNumber('apiGovernance.ingestion.documentMemoryMegabytes'),
        });
        deps.lifecycle.addShutdownHook(() => analyser.rest());
        await deps.scheduler.scheduleTask({
          id: INGESTION_TASK_ID,
          ...readSchedule(deps.config),
          fn: async signal => {
            const catalog = createCatalogReader(deps.catalog, deps.auth);
            const { logger } = deps;
            await ingest(
              { catalog, stores, analyser, logger, manifestSources, now: () => new Date() },
              signal,
            );
          },
        });
      },
    });
  },
});
