import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  apiGovernance?: {
    ingestion?: {
      /**
       * When the catalog is walked for new documents and usage manifests. Default: every minute, the first time five
       * seconds after start. One replica at a time does it.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * Seconds one document may take to be read and validated before it is given up and shown as a problem.
       * Default: 120.
       */
      documentTimeoutSeconds?: number;
      /** Megabytes of memory one document may take. Default: 2048. */
      documentMemoryMegabytes?: number;
    };
  };
}
