/** Lint as a person runs it: a process of its own, with a cache, a worker, and presets of a project. */
import { spawnSync } from 'node:child_process';
import {
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
import { LintRunReport } from '@treaty/contract-findings';

const LAUNCHER = path.resolve(__dirname, '../../bin/treaty.cjs');
const DOCUMENT = `openapi: 3.0.3
info: { title: Orders, version: 1.0.0 }
servers: [{ url: https://api.example.com }]
paths:
  /orders:
    get:
      operationId: listOrders
      deprecated: true
      x-sunset: 2026-12-31
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema: { type: object, properties: { id: { type: string } } }
              example: { id: 7 }
`;

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'treaty lint ')));
  writeFileSync(path.join(folder, 'openapi.yaml'), DOCUMENT);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function treaty(args: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [LAUNCHER, 'lint', 'openapi.yaml', '--format', 'json', '--fail-on', 'none', ...args],
    { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH, HOME: folder, ...env } },
  );
  const notes = stderr.split('\n').filter(line => line.startsWith('note: '));
  const ids = () =>
    (JSON.parse(stdout) as LintRunReport).reports.flatMap(({ findings }) => findings.map(({ id }) => id));
  return { status, stdout, stderr, notes, ids };
}

const cacheFiles = () => {
  const kept = path.join(folder, 'cache', 'treaty');
  return readdirSync(kept).map(name => path.join(kept, name));
};

describe('the cache', () => {
  const cached = (args: string[] = []) =>
    treaty(['--ruleset', 'spectral:oas', '--now', '2026-11-24', ...args], {
      XDG_CACHE_HOME: path.join(folder, 'cache'),
    });

  it('gives the same bytes with and without, and reads what it wrote', () => {
    const without = cached(['--no-cache']);
    expect(without.ids()).toContain('oas3-valid-media-example');
    expect(() => cacheFiles()).toThrow('ENOENT');
    expect(cached().stdout).toBe(without.stdout);
    const kept = cacheFiles();
    // The report of this text, and what was learnt about its examples.
    expect(kept).toHaveLength(2);
    const report = kept.find(file => readFileSync(file, 'utf8').includes('oas3-valid-media-example'))!;
    expect(cached().stdout).toBe(without.stdout);
    expect(cacheFiles()).toHaveLength(2);
    // A report that was put there is what is shown: it is read, not made anew.
    expect(readFileSync(report, 'utf8')).toContain('"schemaVersion"');
  }, 120_000);

  it('judges anew when a text or the ruleset is another one, or a day has passed', () => {
    cached();
    const first = cacheFiles().length;
    cached(['--now', '2027-01-01']);
    expect(cacheFiles()).toHaveLength(first + 1);
    writeFileSync(path.join(folder, 'openapi.yaml'), DOCUMENT.replace('id: 7', 'id: seven'));
    expect(cached().ids()).not.toContain('oas3-valid-media-example');
    expect(cacheFiles()).toHaveLength(first + 2);
  }, 120_000);

  it('ignores damaged files with a note', () => {
    const { stdout } = cached();
    for (const file of cacheFiles())
      writeFileSync(file, `${readFileSync(file, 'utf8').slice(0, -20)}tampered`);
    const again = cached();
    expect(again.stdout).toBe(stdout);
    expect(again.notes).toEqual([
      expect.stringMatching(/is damaged and was ignored$/),
      expect.stringMatching(/is damaged and was ignored$/),
    ]);
    expect(cached().notes).toEqual([]);
  }, 120_000);

  it('lies in node_modules where there are any', () => {
    mkdirSync(path.join(folder, 'node_modules'));
    treaty(['--ruleset', 'contract']);
    expect(readdirSync(path.join(folder, 'node_modules', '.cache', 'treaty'))).toHaveLength(1);
  }, 60_000);
});

describe('limits', () => {
  const slow = `rules:
  slow:
    given: $.info.title
    then: { function: pattern, functionOptions: { match: '^(([a-z])+.)+[A-Z]([a-z])+$' } }
`;

  it('stops a rule that does not come to an end, and says what to do', () => {
    writeFileSync(path.join(folder, 'rules.yaml'), slow);
    writeFileSync(path.join(folder, 'openapi.yaml'), DOCUMENT.replace('Orders', 'a'.repeat(60)));
    const { status, stdout } = treaty(['--ruleset', 'rules.yaml', '--lint-timeout', '2']);
    expect(status).toBe(2);
    const [report] = (JSON.parse(stdout) as LintRunReport).reports;
    expect(report.problems).toEqual([
      expect.objectContaining({
        code: 'lint-timeout',
        message: expect.stringContaining('longer than 2 s'),
        next: expect.stringContaining('--lint-timeout 4'),
      }),
    ]);
  }, 60_000);

  it('stops at its memory, and says what to do', () => {
    const { status, stdout } = treaty(['--ruleset', 'spectral:oas', '--lint-memory', '8']);
    expect(status).toBe(2);
    expect(stdout).toContain('lint-out-of-memory');
    expect(stdout).toContain('--lint-memory 16');
  }, 60_000);

  it('takes numbers only', () => {
    const { status, stderr } = treaty(['--lint-timeout', 'soon']);
    expect([status, stderr]).toEqual([2, expect.stringContaining("--lint-timeout cannot be 'soon'")]);
  }, 60_000);
});

describe('presets', () => {
  const NAME = '@stoplight/spectral-owasp-ruleset';

  it('says so when one is not installed', () => {
    writeFileSync(path.join(folder, 'rules.yaml'), `extends: '${NAME}'\n`);
    const { status, stderr } = treaty(['--ruleset', 'rules.yaml']);
    expect(status).toBe(2);
    expect(stderr).toContain(`npm install --save-dev ${NAME}`);
    expect(stderr).toContain('rules.yaml:1');
  }, 60_000);

  it('takes one from the project', () => {
    const home = path.join(folder, 'node_modules', NAME);
    mkdirSync(home, { recursive: true });
    writeFileSync(path.join(home, 'package.json'), JSON.stringify({ name: NAME, main: 'index.js' }));
    writeFileSync(
      path.join(home, 'index.js'),
      `exports.default = { rules: { 'owasp-title': { given: '$.info.title', severity: 'error',
        then: { function: title => [{ message: 'seen ' + title }] } } } };\n`,
    );
    writeFileSync(path.join(folder, 'rules.yaml'), `extends: ['${NAME}', contract]\n`);
    const { ids } = treaty(['--ruleset', 'rules.yaml']);
    expect(ids()).toContain('owasp-title');
    expect(ids()).toContain('error-responses-documented');
  }, 60_000);

  it('runs no other package', () => {
    const home = path.join(folder, 'node_modules', 'some-rules');
    mkdirSync(home, { recursive: true });
    writeFileSync(path.join(home, 'index.js'), `require('fs').writeFileSync('ran', ''); exports.rules = {};`);
    writeFileSync(path.join(folder, 'rules.yaml'), 'extends: some-rules\n');
    const { status, stderr } = treaty(['--ruleset', 'rules.yaml']);
    expect(status).toBe(2);
    expect(stderr).toContain('it is not one of the presets');
    expect(readdirSync(folder)).not.toContain('ran');
  }, 60_000);
});

it('reads a remote ruleset only when the network is allowed', () => {
  const { status, stderr } = treaty(['--ruleset', 'https://rules.invalid/rules.yaml']);
  expect(status).toBe(2);
  expect(stderr).toContain("'https://rules.invalid/rules.yaml' is at a remote address");
}, 60_000);
