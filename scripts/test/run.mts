/**
 * `npm test`: every check of the repository, one after the other, with a closing line `N passed, N failed`.
 * `-- --only NAME` runs one of them: generated, types, lint, floors, startup, unit, browser.
 */
import { parseArgs } from 'node:util';
import { fail, say } from '../lib/bootstrap.mjs';
import { browser } from './browser.mts';
import { command, type Outcome } from './outcome.mts';
import { startup } from './startup.mts';
import { unit } from './unit.mts';

const CHECKS: Record<string, { what: string; run(): Promise<Outcome> }> = {
  generated: {
    what: 'generated files are up to date',
    run: () => command('generated files', 'scripts/generate.mts', ['--check']),
  },
  types: {
    what: 'types',
    run: () => command('types', 'node_modules/typescript/bin/tsc', ['--noEmit', '--incremental', 'false']),
  },
  lint: {
    what: 'ESLint',
    run: () =>
      command('ESLint', 'node_modules/@backstage/cli/bin/backstage-cli', [
        'repo',
        'lint',
        '--max-warnings',
        '0',
      ]),
  },
  floors: { what: 'floors', run: () => command('floors', 'scripts/test/floors.mts') },
  startup: { what: 'refusals to start', run: startup },
  unit: { what: 'unit and database tests', run: unit },
  browser: { what: 'browser tests against the running portal', run: browser },
};

const { values } = parseArgs({ options: { only: { type: 'string' } } });
if (values.only !== undefined && !(values.only in CHECKS)) {
  fail(`There is no check '${values.only}'.`, `Choose one of: ${Object.keys(CHECKS).join(', ')}`);
}

const total: Outcome = { passed: 0, failed: 0, failures: [] };
for (const [name, check] of Object.entries(CHECKS)) {
  if (values.only !== undefined && values.only !== name) continue;
  say(`checking: ${check.what}`);
  const started = Date.now();
  const outcome = await check.run();
  say(
    `${check.what}: ${outcome.passed} passed, ${outcome.failed} failed, ${Math.round((Date.now() - started) / 1000)} s`,
  );
  total.passed += outcome.passed;
  total.failed += outcome.failed;
  total.failures.push(...outcome.failures);
}

if (total.failures.length > 0)
  process.stdout.write(`\nFailed:\n${total.failures.map(line => `  ${line}`).join('\n')}\n`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
