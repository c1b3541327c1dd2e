import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root, say } from '../lib/bootstrap.mjs';

/** Everything the built pages are made from. */
const SOURCES = [
  'packages/app/src', 'packages/app/public', 'packages/app/package.json', 'plugins/api-governance/src', 'plugins/api-governance/package.json',
  'plugins/api-governance-common/src', 'packages/contract-findings/src', 'package-lock.json', 'tsconfig.json',
];

/** Builds the pages into `packages/app/dist` when they are missing or their sources have changed since the last build. */
export async function ensureFrontend(app: string): Promise<void> {
  const marker = path.join(app, 'dist', '.treaty-build');
  const wanted = sourceKey();
  if (fs.existsSync(marker) && fs.readFileSync(marker, 'utf8') === wanted) return;
  say('building the pages (half a minute to a minute; only when their sources have changed)');
  const started = Date.now();
  const beat = setInterval(() => say(`  still building, ${Math.round((Date.now() - started) / 1000)} s so far`), 20_000);
  const cli = path.join(root, 'node_modules', '@backstage', 'cli', 'bin', 'backstage-cli');
  const { code, output } = await capture(process.execPath, [cli, 'package', 'build'], app);
  clearInterval(beat);
  if (code !== 0) {
    process.stderr.write(output);
    throw new Error(/ENOSPC/.test(output) ? 'The disk is full: the pages could not be built. Free some space, then run the command again.' : `The pages could not be built (exit code ${code}); the build's own words are above.`);
  }
  fs.writeFileSync(marker, wanted);
  say(`pages built in ${Math.round((Date.now() - started) / 1000)} s`);
}

function sourceKey(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const start = path.join(root, source);
    if (!fs.existsSync(start)) continue;
    const files = fs.statSync(start).isDirectory()
      ? fs.readdirSync(start, { recursive: true, withFileTypes: true }).filter(e => e.isFile()).map(e => path.join(e.parentPath, e.name))
      : [start];
    for (const file of files.sort()) {
      if (/\.test\.tsx?$/.test(file)) continue;
      hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

function capture(command: string, args: string[], cwd: string): Promise<{ code: number; output: string }> {
  return new Promise(resolve => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'production' } });
    let output = '';
    child.stdout.on('data', chunk => (output += chunk));
    child.stderr.on('data', chunk => (output += chunk));
    child.on('error', error => resolve({ code: 127, output: error.message }));
    child.on('close', code => resolve({ code: code ?? 1, output }));
  });
}
