import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { keepComment, PullRequest } from './comment';

interface Comment {
  id: number;
  body: string;
  user: { type: string };
  author_association: string;
}

/** A local server that speaks the shapes of GitHub's REST API for the comments of one pull request. */
class Github {
  readonly comments: Comment[] = [];
  readonly requests: string[] = [];
  /** Answers to give before the real ones, in turn. */
  readonly failures: Array<(response: ServerResponse) => void> = [];
  private readonly server: Server = createServer((request, response) => this.answer(request, response));

  async start(): Promise<string> {
    await new Promise<void>(resolve => {
      this.server.listen(0, '127.0.0.1', resolve);
    });
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => {
      this.server.close(resolve);
    });
  }

  add(body: string, type = 'Bot'): void {
    this.comments.push({ id: this.comments.length + 1, body, user: { type }, author_association: 'NONE' });
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const chunks: Buffer[] = [];
    request.on('data', chunk => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '', 'http://localhost');
      this.requests.push(`${request.method} ${url.pathname}`);
      const failure = this.failures.shift();
      if (failure) failure(response);
      else if (request.headers.authorization !== 'Bearer secret')
        json(response, 401, { message: 'Bad credentials' });
      else this.serve(request.method ?? '', url, Buffer.concat(chunks).toString(), response);
    });
  }

  private serve(method: string, url: URL, body: string, response: ServerResponse): void {
    if (method === 'GET') {
      const [size, page] = ['per_page', 'page'].map(name => Number(url.searchParams.get(name)));
      json(response, 200, this.comments.slice((page - 1) * size, page * size));
    } else if (method === 'POST') {
      this.add((JSON.parse(body) as Comment).body);
      json(response, 201, this.comments[this.comments.length - 1]);
    } else {
      const found = this.comments.find(one => url.pathname.endsWith(`/${one.id}`))!;
      found.body = (JSON.parse(body) as Comment).body;
      json(response, 200, found);
    }
  }
}

function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

describe('the comment of a pull request', () => {
  const github = new Github();
  let pull: PullRequest;
  let waits: number[];
  const keep = (text: string, needed = true) =>
    keepComment(pull, text, { needed, wait: async milliseconds => void waits.push(milliseconds) });

  beforeAll(async () => {
    pull = { url: await github.start(), token: 'secret', repository: 'kestrel/apis', number: 7 };
  });
  afterAll(() => github.stop());
  beforeEach(() => {
    github.comments.length = 0;
    github.requests.length = 0;
    github.failures.length = 0;
    waits = [];
  });

  it('is created once, updated in place, and left alone when it says the same', async () => {
    expect(await keep('one')).toBe('created');
    expect(await keep('two')).toBe('updated');
    expect(await keep('two')).toBe('unchanged');
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0].body).toMatch(/^<!-- treaty check[^\n]*-->\ntwo$/);
    expect(github.requests.filter(one => !one.startsWith('GET'))).toEqual([
      'POST /repos/kestrel/apis/issues/7/comments',
      'PATCH /repos/kestrel/apis/issues/comments/1',
    ]);
  });

  it('is found behind a hundred others', async () => {
    for (let index = 0; index < 150; index++) github.add(`talk ${index}`, 'User');
    await keep('one');
    expect(await keep('two')).toBe('updated');
    expect(github.comments).toHaveLength(151);
  });

  it('is not begun when there is nothing to say, but corrected when something was said', async () => {
    expect(await keep('fine', false)).toBe('not needed');
    await keep('broken');
    expect(await keep('fine', false)).toBe('updated');
  });

  it('is never a stranger’s, whatever it begins with', async () => {
    await keep('one');
    github.comments[0].user.type = 'User';
    expect(await keep('two')).toBe('created');
  });

  it('says what to do when the job may not write', async () => {
    const refuse = (response: ServerResponse) =>
      json(response, 403, { message: 'Resource not accessible by integration' });
    github.failures.push(refuse);
    await expect(keep('one')).rejects.toMatchObject({
      message: 'GitHub answered 403: Resource not accessible by integration',
      next: expect.stringContaining('pull-requests: write'),
    });
    expect(waits).toEqual([]);
  });

  it('says when the token is wrong', async () => {
    pull = { ...pull, token: 'wrong' };
    await expect(keep('one')).rejects.toMatchObject({ message: 'GitHub answered 401: Bad credentials' });
    pull = { ...pull, token: 'secret' };
  });

  it('tries again when the server fails, and gives up after four times', async () => {
    const fail = (response: ServerResponse) => json(response, 502, {});
    github.failures.push(fail, fail);
    expect(await keep('one')).toBe('created');
    expect(waits).toEqual([1000, 2000]);
    github.failures.push(fail, fail, fail, fail);
    await expect(keep('two')).rejects.toThrow('GitHub answered 502 (tried 4 times)');
  });

  it('writes no second comment when the first was taken and its answer lost', async () => {
    github.failures.push(
      response => json(response, 200, []),
      response => {
        github.add('<!-- treaty check: one comment, kept up to date -->\none');
        response.destroy();
      },
    );
    expect(await keep('one')).toBe('unchanged');
    expect(github.comments).toHaveLength(1);
  });

  it('waits as long as the rate limit asks, and does not wait for an hour', async () => {
    github.failures.push(response => json(response, 429, {}, { 'retry-after': '3' }));
    expect(await keep('one')).toBe('created');
    expect(waits).toEqual([3000]);
    const reset = String(Math.ceil(Date.now() / 1000) + 3600);
    const limited = (response: ServerResponse) =>
      json(
        response,
        403,
        { message: 'API rate limit exceeded' },
        { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset },
      );
    github.failures.push(limited);
    await expect(keep('two')).rejects.toThrow('API rate limit exceeded (tried 1 times)');
  });

  it('follows no redirect with the token', async () => {
    const away = (response: ServerResponse) => {
      response.writeHead(302, { location: `${pull.url}/elsewhere` });
      response.end();
    };
    github.failures.push(away, away, away, away);
    await expect(keep('one')).rejects.toThrow('could not be reached');
    expect(github.requests.filter(one => one.includes('elsewhere'))).toEqual([]);
  });

  it('is cut where GitHub would refuse it', async () => {
    await keep(`${'`'.repeat(3)}\n${'line\n'.repeat(20_000)}`);
    expect(github.comments[0].body.length).toBeLessThan(65_536);
    expect(github.comments[0].body).toMatch(/```\n\n\*\*The report is longer/);
  });
});
