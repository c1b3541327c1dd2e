import { QueryClient } from '@tanstack/react-query';
import {
  ApiGovernanceClient,
  ApiGovernanceClientOptions,
  ApiGovernanceError,
  createApiGovernanceClient,
} from '@treaty/plugin-api-governance-common';

/** What the pages ask the backend through: the typed client and the cache all pages and cards of an app share. */
export interface ApiGovernanceApi {
  client: ApiGovernanceClient;
  queryClient: QueryClient;
}

/** Tells the time. Injected so that "in 97 days" is the same in a test, a screenshot and tomorrow. */
export interface Clock {
  now(): Date;
}

/** Ids under which both the new and the classic frontend register the two APIs. */
export const API_GOVERNANCE_API_ID = 'plugin.api-governance.client';
export const CLOCK_API_ID = 'plugin.api-governance.clock';

/** Facts change when the catalog is walked, so half a minute old is fresh enough. */
const STALE_AFTER_MS = 30_000;

/** A refusal will not change by asking again; a server that stumbles gets a second chance. */
function shouldRetry(failures: number, error: Error): boolean {
  if (error instanceof ApiGovernanceError && error.status < 500) return false;
  return failures < 1;
}

/** Makes the API from what every Backstage frontend has. */
export function createApiGovernanceApi(options: ApiGovernanceClientOptions): ApiGovernanceApi {
  return {
    client: createApiGovernanceClient(options),
    queryClient: new QueryClient({
      defaultOptions: {
        queries: { staleTime: STALE_AFTER_MS, retry: shouldRetry, refetchOnWindowFocus: false },
      },
    }),
  };
}

/** The clock of the browser. */
export const systemClock: Clock = { now: () => new Date() };
