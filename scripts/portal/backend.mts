import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { root } from '../lib/bootstrap.mjs';

export interface RunningBackend {
  stop(): Promise<void>;
}

export interface BackendOptions {
  port: number;
  databaseUrl: string;
  logFile: string;
  /** Prints the whole log instead of warnings and errors. */
  verbose: boolean;
  /** Further configuration files, later ones win. */
  configs: string[];
  onExit(code: number | null): void;
}

const STOP_TIMEOUT_MS = 20_000;
const READY_TIMEOUT_MS = 180_000;
const CATALOG_TIMEOUT_MS = 90_000;

/** Starts the backend from its TypeScript sources with the Node that runs this script. */
export function startBackend(options: BackendOptions): RunningBackend {
  const local = path.join(root, 'app-config.local.yaml');
  const configs = [path.join(root, 'app-config.yaml'), ...(fs.existsSync(local) ? [local] : []), ...options.configs];
  const child = spawn(process.execPath, [
    '--no-node-snapshot', '--require', '@backstage/cli-node/config/nodeTransform.cjs',
    'packages/backend/src/index.ts', ...configs.flatMap(file => ['--config', file]),
  ], {
    cwd: root, detached: process.platform !== 'win32', stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', PORT: String(options.port), DATABASE_URL: options.databaseUrl, NODE_OPTIONS: '' },
  });
  const log = fs.createWriteStream(options.logFile, { flags: 'a' });
  // The portal goes on without its log; that nothing can be stored either is told by the database.
  log.on('error', error => process.stderr.write(`  warn portal: the log ${options.logFile} cannot be written: ${error.message}\n`));
  for (const stream of [child.stdout, child.stderr]) {
    readline.createInterface({ input: stream }).on('line', line => {
      log.write(`${line}\n`);
      const shown = options.verbose ? line : importantPart(line);
      if (shown) process.stderr.write(`${shown}\n`);
    });
  }
  child.on('exit', code => options.onExit(code));
  return {
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise<void>(resolve => child.on('exit', () => resolve()));
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
      await gone;
      clearTimeout(late);
    },
  };
}

/** Warnings and errors of the structured log as one plain line; lines that are no log (a crash) as they are. */
function importantPart(line: string): string | undefined {
  if (!line.startsWith('{')) return line.trim() === '' || line.startsWith('Loading config from') ? undefined : `  ${line}`;
  try {
    const { level, message, plugin } = JSON.parse(line) as { level?: string; message?: string; plugin?: string };
    // True of every trial, and of use to nobody who runs one.
    if (String(message).startsWith('backend.baseUrl is set to a localhost URL')) return undefined;
    return level === 'warn' || level === 'error' ? `  ${level} ${plugin ?? 'portal'}: ${String(message).split('\n')[0]}` : undefined;
  } catch {
    return `  ${line}`;
  }
}

/**
 * Resolves when the portal answers and the catalog has settled, with one sentence on what it holds.
 * @throws Error when the portal does not become ready in three minutes.
 */
export async function waitUntilReady(address: string, say: (line: string) => void): Promise<string> {
  const started = Date.now();
  let lastWord = started;
  while (!(await ok(`${address}/.backstage/health/v1/readiness`))) {
    if (Date.now() - started > READY_TIMEOUT_MS) throw new Error(`The portal was not ready after ${READY_TIMEOUT_MS / 1000} s.`);
    if (Date.now() - lastWord > 15_000) {
      lastWord = Date.now();
      say(`  still starting, ${Math.round((Date.now() - started) / 1000)} s so far`);
    }
    await sleep(300);
  }
  return catalogSentence(address, say);
}

async function catalogSentence(address: string, say: (line: string) => void): Promise<string> {
  const token = await guestToken(address);
  const deadline = Date.now() + CATALOG_TIMEOUT_MS;
  let previous = -1;
  say('loading the catalog');
  for (;;) {
    const [apis, all, ingested] = await Promise.all([count(address, token, 'kind=api'), count(address, token), ingestedApis(address, token)]);
    // The catalog loads in steps; two equal counts a second apart mean that it has settled. The pages show what has
    // been ingested from it.
    if (apis > 0 && all === previous && ingested >= apis) return `${apis} APIs, ${all} catalog entities`;
    if (Date.now() > deadline) return `${apis} APIs so far; the catalog is still loading`;
    previous = all;
    await sleep(1000);
  }
}

async function guestToken(address: string): Promise<string> {
  const response = await fetch(`${address}/api/auth/guest/refresh`, { method: 'POST', headers: { 'x-requested-with': 'XMLHttpRequest' } });
  if (!response.ok) throw new Error(`The portal answered ${response.status} to the guest sign-in.`);
  return ((await response.json()) as { backstageIdentity: { token: string } }).backstageIdentity.token;
}

async function count(address: string, token: string, filter?: string): Promise<number> {
  const response = await fetch(`${address}/api/catalog/entities/by-query?limit=0${filter ? `&filter=${filter}` : ''}`, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`The catalog answered ${response.status}.`);
  return ((await response.json()) as { totalItems: number }).totalItems;
}

async function ingestedApis(address: string, token: string): Promise<number> {
  const response = await fetch(`${address}/api/api-governance/overview`, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`The governance plugin answered ${response.status}.`);
  return ((await response.json()) as { apis: { total: number } }).apis.total;
}

async function ok(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2000) }).then(response => response.ok, () => false);
}

function sleep(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}
