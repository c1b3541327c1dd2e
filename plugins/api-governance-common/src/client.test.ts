import { ApiGovernanceError, createApiGovernanceClient, unwrap } from './client';

const answer = (status: number, body: unknown, type = 'application/json') =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });

function clientAnswering(response: Response) {
  const requests: Request[] = [];
  const client = createApiGovernanceClient({
    discoveryApi: { getBaseUrl: async plugin => `https://portal.example/api/${plugin}` },
    fetchApi: {
      fetch: async (input: RequestInfo | URL) => {
        if (input instanceof Request) requests.push(input);
        return response;
      },
    },
  });
  return { client, requests };
}

describe('client', () => {
  it('asks the discovered address, repeats lists and fills in the path', async () => {
    const { client, requests } = clientAnswering(answer(200, { items: [], page: { totalItems: 0 } }));
    const page = unwrap(
      await client.GET('/apis/{namespace}/{name}/consumers', {
        params: {
          path: { namespace: 'default', name: 'orders-v2' },
          query: { owner: ['group:default/a', 'group:default/b'] },
        },
      }),
    );
    expect(page.page.totalItems).toBe(0);
    const url = new URL(requests[0].url);
    expect(url.origin + url.pathname).toBe(
      'https://portal.example/api/api-governance/apis/default/orders-v2/consumers',
    );
    expect(url.searchParams.getAll('owner')).toEqual(['group:default/a', 'group:default/b']);
  });

  it('throws what the server said', async () => {
    const problem = {
      type: 'urn:treaty:problem:not-found',
      title: 'Not found',
      status: 404,
      detail: 'gone',
      next: 'look elsewhere',
    };
    const { client } = clientAnswering(answer(404, problem, 'application/problem+json'));
    const result = await client.GET('/overview');
    expect(() => unwrap(result)).toThrow(ApiGovernanceError);
    expect(() => unwrap(result)).toThrow('gone');
  });

  it('makes a problem of an answer that is none', async () => {
    const { client } = clientAnswering(
      new Response('proxy down', { status: 502, statusText: 'Bad Gateway' }),
    );
    const result = await client.GET('/overview');
    expect(() => unwrap(result)).toThrow('proxy down');
  });
});
