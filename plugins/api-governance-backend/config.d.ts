import { HumanDuration } from '@backstage/types';

export interface Config {
  apiGovernance?: {
    ingestion?: {
      /**
       * How often the catalog is walked for new documents and usage manifests, by one replica at a time. A run with
       * nothing new costs two light queries. Default: every minute.
       */
      frequency?: HumanDuration | string;
      /** How long after start the first walk waits. Default: 5 seconds. */
      initialDelay?: HumanDuration | string;
      /** How long one walk may take. Default: 30 minutes. */
      timeout?: HumanDuration | string;
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
