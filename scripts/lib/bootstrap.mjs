// Runs before anything is installed: only node: imports in this file. It has to load on a Node that is too old, too, to
// say so; hence `fs` as a whole, of which old versions lack parts.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

const MARKER = path.join(root, 'node_modules', '.treaty-install');
const NEEDED_GIB = 5;

/** Prints one line of progress; people read it, so it goes to stderr with our name in front. */
export function say(line) {
  process.stderr.write(`treaty ▸ ${line}\n`);
}

/** Ends the program with one clear line and what to do next. */
export function fail(reason, next) {
  process.stderr.write(`treaty ✖ ${reason}\n`);
  if (next) process.stderr.write(`         ${next}\n`);
  process.exit(1);
}

/** Refuses to go on with a Node that is too old to run npm workspaces and this script. */
export function requireNode20() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) {
    fail(`Node ${process.versions.node} is too old; Treaty needs Node 20 or newer.`, 'Install a current Node from your usual source, then run the command again.');
  }
}

/** Installs the dependencies when they are missing or the lock file has changed since they were installed. */
export async function ensureInstalled() {
  const wanted = installKey();
  if (fs.existsSync(MARKER) && fs.readFileSync(MARKER, 'utf8') === wanted) return;
  const free = fs.statfsSync(root);
  const freeGib = (free.bavail * free.bsize) / 2 ** 30;
  if (freeGib < NEEDED_GIB && !fs.existsSync(path.join(root, 'node_modules'))) {
    fail(`The disk has ${freeGib.toFixed(1)} GiB free; the dependencies need about ${NEEDED_GIB} GiB.`, 'Free some space, then run the command again.');
  }
  say('installing dependencies (about 3,000 packages; 2 to 5 minutes the first time)');
  const started = Date.now();
  const beat = setInterval(() => say(`  still installing, ${seconds(started)} so far`), 20_000);
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm's own entry point is run with this Node, so that no shell has to find or quote it.
  const result = npm && npm.endsWith('.js') ? await run(process.execPath, [npm, ...args]) : await run('npm', args, { shell: process.platform === 'win32' });
  clearInterval(beat);
  if (result.code !== 0) {
    const full = /ENOSPC/.test(result.stderr);
    fail(
      full ? 'The disk is full: the dependencies could not be written.' : `npm ci failed with exit code ${result.code}; its own words are above.`,
      full ? 'Free some space, then run the command again.' : 'Check that the npm registry can be reached (npm ping), then run the command again.',
    );
  }
  fs.writeFileSync(MARKER, wanted);
  say(`dependencies installed in ${seconds(started)}`);
}

/** Runs a script of ours with the Node version that the lock file pins, and becomes its exit code. */
export async function runPinned(script, args = []) {
  const node = pinnedNode();
  const child = spawn(node, [path.join(root, script), ...args], {
    stdio: 'inherit',
    cwd: root,
    env: { ...process.env, PATH: `${path.join(root, 'node_modules', '.bin')}${path.delimiter}${process.env.PATH ?? ''}`, NODE_OPTIONS: '' },
  });
  // A terminal sends Ctrl-C to the whole group; the child ends in order and this process only waits for it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => { if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal); });
  }
  const code = await new Promise(resolve => child.on('exit', (exit, signal) => resolve(exit ?? (signal ? 1 : 0))));
  process.exit(code);
}

/** Path of the pinned Node; this one when no binary package exists for the platform and it is a supported version. */
function pinnedNode() {
  const name = process.platform === 'win32' ? 'node.cmd' : 'node';
  const pinned = path.join(root, 'node_modules', '.bin', name);
  if (fs.existsSync(pinned)) return fs.realpathSync(pinned);
  const major = Number(process.versions.node.split('.')[0]);
  if (major === 22 || major === 24) return process.execPath;
  return fail(`No packaged Node 24 exists for ${process.platform}-${process.arch}, and this is Node ${process.versions.node}.`, 'Install Node 24 and run the command with it.');
}

function installKey() {
  const hash = createHash('sha256').update(fs.readFileSync(path.join(root, 'package-lock.json')));
  return `${hash.digest('hex')} ${process.platform}-${process.arch}\n`;
}

function seconds(since) {
  return `${Math.round((Date.now() - since) / 1000)} s`;
}

function run(command, args, options = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'pipe'], ...options });
    let stderr = '';
    child.stderr.on('data', chunk => {
      stderr += chunk;
      process.stderr.write(chunk);
    });
    child.on('error', error => resolve({ code: 127, stderr: `${stderr}${error.message}` }));
    child.on('exit', code => resolve({ code: code ?? 1, stderr }));
  });
}
