import pg from 'pg';

const OLDEST_MAJOR = 14;

/** Connects once and reads the version, so that a wrong DATABASE_URL is one clear line and not a stack of retries. */
export async function checkDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  let version: number;
  try {
    await client.connect();
    version = Number((await client.query('SHOW server_version_num')).rows[0].server_version_num);
  } catch (error) {
    throw new Error(`The database in DATABASE_URL cannot be used: ${(error as Error).message}. Expected postgres://user:password@host:5432/database`);
  } finally {
    await client.end();
  }
  if (version < OLDEST_MAJOR * 10_000) {
    throw new Error(`The database in DATABASE_URL is Postgres ${Math.floor(version / 10_000)}; Treaty needs ${OLDEST_MAJOR} or newer.`);
  }
}
