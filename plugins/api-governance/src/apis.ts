import { ApiBlueprint, createApiRef, discoveryApiRef, fetchApiRef } from '@backstage/frontend-plugin-api';
import {
  API_GOVERNANCE_API_ID,
  ApiGovernanceApi,
  Clock,
  CLOCK_API_ID,
  createApiGovernanceApi,
  systemClock,
} from './api/ApiGovernanceApi';

/** The client of the backend and the cache of its answers. */
export const apiGovernanceApiRef = createApiRef<ApiGovernanceApi>().with({ id: API_GOVERNANCE_API_ID });

/** What time it is; replace it to see the pages on another day. */
export const clockApiRef = createApiRef<Clock>().with({ id: CLOCK_API_ID });

export const apiGovernanceApi = ApiBlueprint.make({
  params: define =>
    define({
      api: apiGovernanceApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => createApiGovernanceApi(deps),
    }),
});

export const clockApi = ApiBlueprint.make({
  name: 'clock',
  params: define => define({ api: clockApiRef, deps: {}, factory: () => systemClock }),
});
