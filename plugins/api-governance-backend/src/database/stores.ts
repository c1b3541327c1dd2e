import { Knex } from 'knex';
import { ApiStore, DatabaseApiStore } from './apiStore';
import { ConsumerStore, DatabaseConsumerStore } from './consumerStore';
import { DatabaseDeprecationStore, DeprecationStore } from './deprecationStore';
import { DatabaseOverviewStore, OverviewStore } from './overviewStore';
import { DatabaseProblemStore, ProblemStore } from './problemStore';
import { DatabaseReleaseStore, ReleaseStore } from './releaseStore';
import { DatabaseRunStore, RunStore } from './runStore';

/** Everything the plugin keeps, one store per concern. */
export interface Stores {
  apis: ApiStore;
  releases: ReleaseStore;
  consumers: ConsumerStore;
  deprecations: DeprecationStore;
  problems: ProblemStore;
  runs: RunStore;
  overview: OverviewStore;
  /** Runs `work` with stores that see and change one transaction. */
  transaction<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
}

/** The stores on a database whose migrations have run. */
export function createStores(knex: Knex): Stores {
  return {
    apis: new DatabaseApiStore(knex),
    releases: new DatabaseReleaseStore(knex),
    consumers: new DatabaseConsumerStore(knex),
    deprecations: new DatabaseDeprecationStore(knex),
    problems: new DatabaseProblemStore(knex),
    runs: new DatabaseRunStore(knex),
    overview: new DatabaseOverviewStore(knex),
    transaction: work => knex.transaction(tx => work(createStores(tx))),
  };
}
