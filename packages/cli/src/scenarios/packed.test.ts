/** The package as it is published: packed, installed without a network, and run from where people have it. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { VERSION } from '../version';
import { EMAIL_REMOVED, PUBLISHED } from './published';
import { Repository } from './repository';

const PACK = path.resolve(__dirname, '../../pack.cjs');

/** The Node that runs this test, and the one of the machine, which may be older. */
const NODES = [
  process.execPath,
  ...(process.env.PATH ?? '')
    .split(path.delimiter)
    .filter(folder => !folder.includes('node_modules'))
    .map(folder => path.join(folder, 'node'))
    .filter(file => existsSync(file))
    .slice(0, 1),
];

let folder: string;
let project: string;
let installed: string;

function run(command: string, args: string[], cwd: string, env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: path.join(folder, 'nobody'), ...env },
  });
  return { status, stdout, stderr };
}

/** Runs what the tests stand on. */
function must(command: string, args: string[], cwd: string, env: Record<string, string> = {}): void {
  const { status, stderr } = run(command, args, cwd, env);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
}

beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'treaty packed ')));
  const laidOut = path.join(folder, 'laid out');
  must(process.execPath, [PACK, laidOut], folder);
  const npm = { npm_config_cache: path.join(folder, 'npm'), npm_config_offline: 'true' };
  must('npm', ['pack', '--pack-destination', folder], laidOut, npm);
  project = path.join(folder, 'a project');
  mkdirSync(project);
  writeFileSync(path.join(project, 'package.json'), '{ "private": true }');
  const packed = path.join(
    folder,
    readdirSync(folder).find(name => name.endsWith('.tgz'))!,
  );
  const options = ['--no-audit', '--no-fund', '--ignore-scripts'];
  must('npm', ['install', ...options, packed], project, npm);
  installed = path.join(project, 'node_modules', '@treaty', 'cli');
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('holds the launcher and the build, and needs no other package', () => {
  expect(readdirSync(installed).sort()).toEqual(['LICENSE', 'bin', 'dist', 'package.json', 'schema']);
  expect(readdirSync(path.join(installed, 'dist')).filter(name => !name.endsWith('.cjs'))).toEqual([]);
  const manifest = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8')) as object;
  expect(manifest).toMatchObject({
    name: '@treaty/cli',
    version: VERSION,
    bin: { treaty: 'bin/treaty.cjs' },
  });
  expect(manifest).not.toHaveProperty('dependencies');
  expect(readdirSync(path.join(project, 'node_modules')).filter(name => !name.startsWith('.'))).toEqual([
    '@treaty',
  ]);
});

it('has the schemas by which editors complete the files that it writes', () => {
  const { status } = run('npx', ['--no-install', 'treaty', 'init'], project);
  expect(status).toBe(0);
  const [first] = readFileSync(path.join(project, 'treaty.yaml'), 'utf8').split('\n');
  const schema = path.join(project, first.replace(/^.*\$schema=/, ''));
  expect(JSON.parse(readFileSync(schema, 'utf8'))).toHaveProperty('$schema');
  rmSync(path.join(project, 'treaty.yaml'));
}, 60_000);

it('is what npx runs', () => {
  const { status, stdout } = run('npx', ['--no-install', 'treaty', '--version'], project);
  expect([status, stdout.trim()]).toEqual([0, VERSION]);
}, 60_000);

describe.each(NODES)('on %s', node => {
  const treaty = (args: string[], cwd = project) =>
    run(node, [path.join(installed, 'bin', 'treaty.cjs'), ...args], cwd);
  const listed = () =>
    readdirSync(installed, { recursive: true, withFileTypes: true })
      .map(entry => entry.name)
      .sort();

  it('tells its help from any folder, and writes nothing where it lies', () => {
    const before = listed();
    for (const cwd of [project, folder, os.tmpdir(), path.parse(project).root]) {
      const { status, stdout, stderr } = treaty(['--help'], cwd);
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).toContain('Usage: treaty [options] [command]');
    }
    expect(listed()).toEqual(before);
  }, 120_000);

  it('compares, lints with its own rules and with those of Spectral, and checks', () => {
    const repository = new Repository(PUBLISHED);
    try {
      repository.write(EMAIL_REMOVED);
      const file = Object.keys(EMAIL_REMOVED).find(name => name.endsWith('openapi.yaml'))!;
      const at = (...args: string[]) => treaty(args, repository.folder).status;
      expect(at('diff', `main:${file}`, file)).toBe(1);
      expect(at('check')).toBe(1);
      expect(at('lint', '--fail-on', 'none', file)).toBe(0);
      expect(at('lint', '--fail-on', 'none', '--ruleset', 'spectral:oas', file, file)).toBe(0);
      expect(at('explain', 'schema-property-removed')).toBe(0);
    } finally {
      repository.remove();
    }
  }, 180_000);

  it('says that it is broken when a part of it is missing, and not that the gate fails', () => {
    const broken = path.join(folder, 'broken');
    mkdirSync(path.join(broken, 'bin'), { recursive: true });
    writeFileSync(
      path.join(broken, 'bin', 'treaty.cjs'),
      readFileSync(path.join(installed, 'bin', 'treaty.cjs')),
    );
    const { status, stderr } = run(node, [path.join(broken, 'bin', 'treaty.cjs'), '--help'], folder);
    expect(status).toBe(70);
    expect(stderr).toContain('next: install it again');
  }, 60_000);
});
