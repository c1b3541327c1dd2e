import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root, say } from '../lib/bootstrap.mjs';
import { startPostgres } from '../lib/postgres.mts';
import { exitCode, readJestResults, type Outcome } from './outcome.mts';

/** Every `*.test.ts(x)` of every package, with a Postgres of its own behind the database tests. */
export async function unit(): Promise<Outcome> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'treaty-test-'));
  fs.chmodSync(folder, 0o711);
  const postgres = await startPostgres({
    directory: path.join(folder, 'postgres'),
    database: 'treaty_test',
    // The data is thrown away, so nothing needs to reach the disk in order.
    flags: ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'],
  });
  say(`  Postgres for the tests is up`);
  try {
    // The command line's tests run the bundle, as people do.
    const built = await exitCode(process.execPath, [path.join(root, 'packages/cli/bin/treaty.cjs'), '--version']);
    if (built !== 0) return { passed: 0, failed: 1, failures: ['packages/cli: the bundle could not be built'] };
    const results = path.join(folder, 'results.json');
    const code = await exitCode(process.execPath, [
      path.join(root, 'node_modules/@backstage/cli/bin/backstage-cli'), 'repo', 'test', '--watchAll=false', '--maxWorkers=2',
      '--json', `--outputFile=${results}`,
    ], { CI: 'true', BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: postgres.url, BACKSTAGE_TEST_DISABLE_DOCKER: '1', TREATY_TEST_DATABASE_URL: postgres.url });
    return readJestResults(results, code);
  } finally {
    await postgres.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
