import { RootConfigService, SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import type { HumanDuration } from '@backstage/types';

/** Id of the ingestion among the plugin's scheduled tasks. */
export const INGESTION_TASK_ID = 'api-governance-ingestion';

/** Often enough that a merged change shows at once; a run with nothing new costs two light catalog queries. */
const FREQUENCY: HumanDuration = { minutes: 1 };
/** The catalog needs a moment after start before there is anything to walk. */
const INITIAL_DELAY: HumanDuration = { seconds: 5 };
const TIMEOUT: HumanDuration = { minutes: 30 };

/** `apiGovernance.ingestion`, with defaults. One replica at a time, whatever the configuration says. */
export function readSchedule(config: RootConfigService): SchedulerServiceTaskScheduleDefinition {
  const section = config.getOptionalConfig('apiGovernance.ingestion');
  const duration = (key: string, fallback: HumanDuration) =>
    section?.has(key) ? readDurationFromConfig(section, { key }) : fallback;
  return {
    frequency: duration('frequency', FREQUENCY),
    initialDelay: duration('initialDelay', INITIAL_DELAY),
    timeout: duration('timeout', TIMEOUT),
    scope: 'global',
  };
}
