import createClient, { Client } from 'openapi-fetch';
import type { paths } from './generated/openapi';
import type { ProblemDetails } from './types';

/** Id under which the backend plugin is mounted and discovered. */
export const API_GOVERNANCE_PLUGIN_ID = 'api-governance';

/** Stands for the base URL until discovery has answered; no request ever goes there (RFC 2606). */
const PLACEHOLDER = 'http://api-governance.invalid';

/** What the client needs of its host; `discoveryApiRef` and `fetchApiRef` of a Backstage app fit as they are. */
export interface ApiGovernanceClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}

/** The typed client: `client.GET('/apis', { params: { query: { owner: ['group:default/team-orders'] } } })`. */
export type ApiGovernanceClient = Client<paths>;

/** Makes a client of the plugin's HTTP API. The base URL is discovered per request, so it may change while the app runs. */
export function createApiGovernanceClient(options: ApiGovernanceClientOptions): ApiGovernanceClient {
  const { discoveryApi, fetchApi } = options;
  return createClient<paths>({
    baseUrl: PLACEHOLDER,
    fetch: async request => {
      const baseUrl = await discoveryApi.getBaseUrl(API_GOVERNANCE_PLUGIN_ID);
      return fetchApi.fetch(
        new Request(baseUrl.replace(/\/$/, '') + request.url.slice(PLACEHOLDER.length), request),
      );
    },
  });
}

/** The server said no; `problem` is its RFC 9457 answer, or one made from the status when it sent none. */
export class ApiGovernanceError extends Error {
  readonly problem: ProblemDetails;

  constructor(problem: ProblemDetails) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiGovernanceError';
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }
}

/** What every call of the client resolves to, reduced to what {@link unwrap} looks at. */
export interface ClientResult<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The data of an answer; throws an {@link ApiGovernanceError} for every status that is not a success. */
export function unwrap<T>(result: ClientResult<T>): T {
  if (result.response.ok && result.data !== undefined) return result.data;
  throw new ApiGovernanceError(toProblem(result.error, result.response));
}

function toProblem(error: unknown, response: Response): ProblemDetails {
  if (typeof error === 'object' && error !== null && 'title' in error && 'status' in error) {
    const { title, status } = error;
    if (typeof title === 'string' && typeof status === 'number') {
      return { type: 'about:blank', ...error, title, status };
    }
  }
  const detail = typeof error === 'string' && error !== '' ? error : undefined;
  return {
    type: 'about:blank',
    title: response.statusText || `HTTP ${response.status}`,
    status: response.status,
    detail,
  };
}
