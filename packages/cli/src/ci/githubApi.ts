/** What GitHub answered when it did not do what was asked. */
export class GithubError extends Error {
  constructor(
    message: string,
    readonly next: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'GithubError';
  }
}

/** Worth another try: the server or the way to it failed, or it asked to wait. */
export class TryAgain extends Error {
  constructor(
    message: string,
    /** Milliseconds the server wants us to wait; undefined leaves it to us. */
    readonly after: number | undefined,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'TryAgain';
  }
}

const TIMEOUT_MS = 15_000;

/** One request to the REST API. */
export async function request<T>(
  api: { url: string; token: string },
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  body?: object,
): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`${api.url.replace(/\/$/, '')}${path}`, {
      method,
      // The token must not follow to wherever a redirect leads.
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        authorization: `Bearer ${api.token}`,
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28',
        'user-agent': 'treaty',
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  } catch (error) {
    throw new TryAgain(`GitHub could not be reached: ${causeOf(error)}`, undefined, { cause: error });
  }
  if (response.ok) return (await response.json()) as T;
  throw refusal(response, await reasonOf(response));
}

function refusal(response: Response, reason: string): Error {
  const { status, headers } = response;
  const said = `GitHub answered ${status}${reason === '' ? '' : `: ${reason}`}`;
  if (status >= 500) return new TryAgain(said, undefined);
  const limited =
    status === 429 ||
    (status === 403 && (headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0'));
  if (limited) return new TryAgain(said, waitFor(headers));
  if (status === 401) return new GithubError(said, 'GITHUB_TOKEN is not valid: pass ${{ github.token }}');
  if (status === 403 || status === 404)
    return new GithubError(
      said,
      "let the job write: 'permissions: { contents: read, pull-requests: write }'; a pull request from a fork has no such token, use the job summary there",
    );
  return new GithubError(said, 'see the answer above; the verdict does not depend on the comment');
}

/** Seconds from now, or the second at which the limit is lifted. */
function waitFor(headers: Headers): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? NaN);
  if (!Number.isNaN(seconds)) return seconds * 1000;
  const reset = Number(headers.get('x-ratelimit-reset') ?? NaN);
  return Number.isNaN(reset) ? undefined : Math.max(0, reset * 1000 - Date.now());
}

async function reasonOf(response: Response): Promise<string> {
  const text = await response.text();
  const message = /"message"\s*:\s*"([^"]{1,200})/.exec(text)?.[1];
  return message ?? '';
}

function causeOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error && cause.message !== '' ? cause.message : message;
}
