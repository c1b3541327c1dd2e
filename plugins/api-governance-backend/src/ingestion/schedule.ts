import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  RootConfigService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';

/** Id of the ingestion among the plugin's scheduled tasks. */
export const INGESTION_TASK_ID = 'api-governance-ingestion';

/** Often enough that a merged change shows at once; a run with nothing new costs two light catalog queries. */
const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 1 },
  timeout: { minutes: 30 },
  initialDelay: { seconds: 5 },
};

/** `apiGovernance.ingestion.schedule`, or the default. One replica at a time, whatever the configuration says. */
export function readSchedule(config: RootConfigService): SchedulerServiceTaskScheduleDefinition {
  const schedule = config.getOptionalConfig('apiGovernance.ingestion.schedule');
  return {
    ...(schedule ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule) : DEFAULT_SCHEDULE),
    scope: 'global',
  };
}
