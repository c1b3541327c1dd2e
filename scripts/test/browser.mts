import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { root, say } from '../lib/bootstrap.mjs';
import { findChromium } from '../lib/chromium.mts';
import { freePort } from '../lib/postgres.mts';
import { exitCode, readJestResults, type Outcome } from './outcome.mts';

const READY_TIMEOUT_MS = 300_000;

/** Starts the portal as `npm start` does, walks its pages in a real browser, and sees that all of it ends again. */
export async function browser(): Promise<Outcome> {
  let chromium: string;
  try {
    chromium = findChromium();
  } catch (error) {
    return { passed: 0, failed: 1, failures: [`browser tests: ${(error as Error).message}`] };
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'treaty-browser-'));
  fs.chmodSync(folder, 0o711);
  const port = await freePort();
  const portal = spawn(process.execPath, [path.join(root, 'scripts/portal/start.mts')], {
    cwd: root, stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: String(port), TREATY_DATA_DIR: folder, DATABASE_URL: '' },
  });
  const ended = new Promise<number>(resolve => portal.on('exit', code => resolve(code ?? 1)));
  try {
    const ready = new Promise<boolean>(resolve => {
      readline.createInterface({ input: portal.stdout }).on('line', line => {
        if (line.includes('Treaty is ready')) resolve(true);
      });
      void ended.then(() => resolve(false));
      setTimeout(() => resolve(false), READY_TIMEOUT_MS).unref();
    });
    if (!(await ready)) return { passed: 0, failed: 1, failures: ['browser tests: the portal did not come up'] };
    say('  the portal is up');
    const results = path.join(folder, 'results.json');
    const code = await exitCode(process.execPath, [
      path.join(root, 'node_modules/jest/bin/jest.js'), '--config', 'tests/browser/jest.config.cjs', '--runInBand', '--json', `--outputFile=${results}`,
    ], { TREATY_URL: `http://localhost:${port}`, CHROME_PATH: chromium });
    const outcome = readJestResults(results, code);
    portal.kill('SIGINT');
    if ((await ended) !== 0) outcome.failures.push('browser tests: the portal did not end in order on Ctrl-C');
    return { ...outcome, failed: outcome.failures.length };
  } finally {
    portal.kill('SIGTERM');
    await ended;
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
