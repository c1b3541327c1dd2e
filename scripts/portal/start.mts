/**
 * `npm start`: builds the frontend when its sources have changed, starts Postgres and the portal, prints the address,
 * and ends all of it on Ctrl-C. Environment: PORT (7007), DATABASE_URL (a Postgres of yours instead of the embedded one),
 * TREATY_DATA_DIR (./.treaty), TREATY_EXAMPLE_GITHUB=1 (adds GitHub's published description to the example catalog).
 */
import { parseArgs } from 'node:util';
import path from 'node:path';
import fs from 'node:fs';
import { fail, root, say } from '../lib/bootstrap.mjs';
import { startPostgres, type RunningPostgres } from '../lib/postgres.mts';
import { startBackend, waitUntilReady, type RunningBackend } from './backend.mts';
import { checkDatabase } from './database-url.mts';
import { exampleConfigs } from './example-github.mts';
import { ensureFrontend } from './frontend.mts';
import { ensurePortFree, portFrom } from './port.mts';

const { values: options } = parseArgs({
  options: { verbose: { type: 'boolean', short: 'v' }, help: { type: 'boolean', short: 'h' } },
});
if (options.help) {
  process.stdout.write(`npm start [-- --verbose]

Starts the Treaty portal with the example catalog.

  PORT=7008                 another port (default 7007)
  DATABASE_URL=postgres://… a Postgres 14 or newer instead of the embedded one
  TREATY_DATA_DIR=…         where the embedded database keeps its files (default ./.treaty)
  TREATY_HOST=0.0.0.0       listen on all interfaces (everybody is a guest with all rights)
  TREATY_EXAMPLE_GITHUB=1   add GitHub's published OpenAPI description as an API
  --verbose                 print the portal's whole log, not only warnings and errors
`);
  process.exit(0);
}

let postgres: RunningPostgres | undefined;
let backend: RunningBackend | undefined;
let ending = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (ending) return;
    say('stopping');
    void end(0);
  });
}

try {
  await main();
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
  await end(1);
}

/** One line for people; the system's own words on a full disk name no next step. */
function complain(reason: string): void {
  const full = /^ENOSPC/.test(reason);
  process.stderr.write(`treaty ✖ ${full ? `The disk is full (${reason}). Free some space, then run the command again.` : reason}\n`);
}

async function main(): Promise<void> {
  const started = Date.now();
  const port = portFrom(process.env.PORT);
  const dataDirectory = path.resolve(root, process.env.TREATY_DATA_DIR ?? '.treaty');
  await ensurePortFree(port);
  await ensureFrontend(path.join(root, 'packages', 'app'));

  fs.mkdirSync(dataDirectory, { recursive: true });
  let databaseUrl = process.env.DATABASE_URL;
  if (databaseUrl) {
    await checkDatabase(databaseUrl);
    say('using the database that DATABASE_URL names');
  } else {
    postgres = await startPostgres({
      directory: path.join(dataDirectory, 'postgres'),
      database: 'treaty',
      onUnexpectedExit: reason => {
        if (ending) return;
        complain(reason);
        void end(1);
      },
    });
    databaseUrl = postgres.url;
    say(`database started (data in ${path.relative(root, postgres.directory) || '.'})`);
    for (const note of postgres.notes) say(`  ${note}`);
  }

  say('starting the portal');
  const logFile = path.join(dataDirectory, 'portal.log');
  backend = startBackend({
    port, databaseUrl, logFile, verbose: options.verbose ?? false, configs: exampleConfigs(dataDirectory),
    onExit: code => {
      if (ending) return;
      say(`the portal ended unexpectedly (code ${code}); its log is ${path.relative(root, logFile)}`);
      void end(1);
    },
  });
  const address = `http://localhost:${port}`;
  const catalog = await waitUntilReady(address, line => say(line));
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  process.stdout.write(`\n  Treaty is ready: ${address}\n  ${catalog}; started in ${seconds} s; Ctrl-C stops everything.\n\n`);
}

/** Stops the portal, then the database, then this process. */
async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  await backend?.stop();
  await postgres?.stop();
  process.exit(code);
}
