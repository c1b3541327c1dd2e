import pg from 'pg';

const OLDEST_MAJOR = 14;
const PATIENCE_MS = 10_000;
const SHAPE = 'postgres://user:password@host:5432/database';

/** What to do, by the code of Postgres (five characters) or of the system. */
const NEXT: Record<string, string> = {
  '28P01': 'Correct the password in DATABASE_URL.',
  '28000': 'Give the account the right to connect (pg_hba.conf), or name another account in DATABASE_URL.',
  '3D000': 'Create that database first, or name another one in DATABASE_URL.',
  '53300': 'The server has no connection left; end some, or raise its max_connections.',
  ECONNREFUSED: 'Start that server, or correct host and port in DATABASE_URL.',
  ENOTFOUND: 'Correct the host in DATABASE_URL.',
  EAI_AGAIN: 'Correct the host in DATABASE_URL, or see that names can be resolved.',
  ETIMEDOUT: 'See that this machine may reach that host and port (firewall), or correct them in DATABASE_URL.',
};

/**
 * Connects once and reads the version, so that a wrong DATABASE_URL is one clear
 * line and not a stack of retries. The line never holds the password.
 *
 * @throws Error with a sentence for people.
 */
export async function checkDatabase(url: string): Promise<void> {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    throw new Error(`DATABASE_URL is no address of a Postgres database. Write it as ${SHAPE}`);
  }
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS });
  let version: number;
  try {
    await client.connect();
    version = Number((await client.query('SHOW server_version_num')).rows[0].server_version_num);
  } catch (error) {
    throw new Error(explain(error, url));
  } finally {
    await client.end();
  }
  if (version < OLDEST_MAJOR * 10_000) {
    throw new Error(
      `The database in DATABASE_URL is Postgres ${Math.floor(version / 10_000)}; Treaty needs ${OLDEST_MAJOR} or newer. ` +
      'Upgrade that server, name another one, or leave DATABASE_URL away to use the embedded one.',
    );
  }
}

function explain(error: unknown, url: string): string {
  const cause = firstCause(error);
  const { host } = new URL(url);
  const late = /timeout expired/.test(cause.message);
  const why = late ? `no answer within ${PATIENCE_MS / 1000} s` : cause.message;
  const next = NEXT[late ? 'ETIMEDOUT' : cause.code ?? ''] ?? `Expected ${SHAPE}`;
  return `The database at ${host} (DATABASE_URL) cannot be used: ${why}. ${next}`;
}

/** A host with several addresses fails with one error for each and no message of its own. */
function firstCause(error: unknown): { message: string; code?: string } {
  const one: unknown = error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error;
  if (!(one instanceof Error)) return { message: String(one) };
  return { message: one.message, code: 'code' in one && typeof one.code === 'string' ? one.code : undefined };
}
