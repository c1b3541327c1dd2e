import { GithubError, request, TryAgain } from './githubApi';

/** Finds the comment again: it is the first line of its text. */
const MARKER = '<!-- treaty check: one comment, kept up to date -->';
/** GitHub refuses longer texts. */
const MAX_LENGTH = 65_000;
const TRIES = 4;
/** A job must not hang for a comment. */
const LONGEST_WAIT_MS = 60_000;
const PAGE = 100;
const MAX_PAGES = 30;

/** Where the comment goes, and by whose leave. */
export interface PullRequest {
  url: string;
  token: string;
  /** `owner/name`. */
  repository: string;
  number: number;
}

interface Comment {
  id: number;
  body?: string | null;
  user?: { type?: string } | null;
  author_association?: string;
}

export type Written = 'created' | 'updated' | 'unchanged' | 'not needed';

/**
 * Keeps one comment of a pull request up to date: the one that begins with our marker, else a new one. When there is
 * nothing to say and nothing was said before, nothing is written. Tries again when the server fails or asks to wait.
 */
export async function keepComment(
  pull: PullRequest,
  text: string,
  options: { needed: boolean; wait(milliseconds: number): Promise<void> },
): Promise<Written> {
  const body = `${MARKER}\n${shortened(text)}`;
  for (let attempt = 1; ; attempt++) {
    try {
      // From the start each time: a request that seemed to fail may have created the comment.
      return await once(pull, body, options.needed);
    } catch (error) {
      if (!(error instanceof TryAgain)) throw error;
      const after = error.after ?? 500 * 2 ** attempt;
      if (attempt >= TRIES || after > LONGEST_WAIT_MS)
        throw new GithubError(
          `${error.message} (tried ${attempt} times)`,
          'run the job again; the verdict does not depend on the comment',
          { cause: error },
        );
      await options.wait(after);
    }
  }
}

async function once(pull: PullRequest, body: string, needed: boolean): Promise<Written> {
  const { repository, number } = pull;
  const before = await find(pull);
  if (before?.body === body) return 'unchanged';
  if (before) {
    await request(pull, 'PATCH', `/repos/${repository}/issues/comments/${before.id}`, { body });
    return 'updated';
  }
  if (!needed) return 'not needed';
  await request(pull, 'POST', `/repos/${repository}/issues/${number}/comments`, { body });
  return 'created';
}

async function find(pull: PullRequest): Promise<Comment | undefined> {
  for (let page = 1; page <= MAX_PAGES; page++) {
    const path = `/repos/${pull.repository}/issues/${pull.number}/comments?per_page=${PAGE}&page=${page}`;
    const comments = await request<Comment[]>(pull, 'GET', path);
    const found = comments.find(isOurs);
    if (found || comments.length < PAGE) return found;
  }
  return undefined;
}

/** Anybody can write the marker; only what a bot or a member wrote may be ours. */
function isOurs({ body, user, author_association }: Comment): boolean {
  const trusted =
    user?.type === 'Bot' || ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(author_association ?? '');
  return trusted && (body ?? '').startsWith(MARKER);
}

/** Cut at a line, with a word about it. */
function shortened(text: string): string {
  if (text.length <= MAX_LENGTH) return text;
  const end = text.lastIndexOf('\n', MAX_LENGTH);
  // An open code block would swallow what follows.
  const open = (text.slice(0, end).match(/^`{3,}/gm) ?? []).length % 2 === 1;
  return `${text.slice(0, end)}${open ? '\n```' : ''}\n\n**The report is longer than a comment may be; the job has all of it.**\n`;
}
