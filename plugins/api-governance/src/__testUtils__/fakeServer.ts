import { ApiGovernanceApi, createApiGovernanceApi } from '../api/ApiGovernanceApi';

/** What the fake answers on a path: a body, a status with a body, or a function of the query. */
export type Answer = unknown | ((query: URLSearchParams) => unknown);

/** A refusal as the server sends it. */
export class Refusal {
  constructor(
    readonly status: number,
    readonly problem: { title: string; detail?: string; next?: string },
  ) {}
}

const BASE = 'http://backend.test/api/api-governance';

/**
 * The real client in front of a table of answers. `asked` records every request, so that a test can say what the page
 * asked for. A path nobody expected is an answer 404 with the path in it, which shows on the page.
 */
export function fakeServer(answers: Record<string, Answer>): { api: ApiGovernanceApi; asked: URL[] } {
  const asked: URL[] = [];
  const fetchApi = {
    fetch: async (input: RequestInfo | URL) => {
      const url = new URL(input instanceof Request ? input.url : String(input));
      asked.push(url);
      const path = url.pathname.slice(new URL(BASE).pathname.length);
      const answer =
        path in answers
          ? answers[path]
          : new Refusal(404, { title: 'Not found', detail: `no answer for ${path}` });
      const body = typeof answer === 'function' ? await answer(url.searchParams) : answer;
      if (body instanceof Refusal) {
        return Response.json(
          { type: 'about:blank', status: body.status, ...body.problem },
          { status: body.status },
        );
      }
      return Response.json(body);
    },
  };
  const api = createApiGovernanceApi({ discoveryApi: { getBaseUrl: async () => BASE }, fetchApi });
  api.queryClient.setDefaultOptions({ queries: { retry: false, staleTime: Infinity } });
  return { api, asked };
}

/** An answer that never comes. */
export const pending = () => new Promise<never>(() => {});
