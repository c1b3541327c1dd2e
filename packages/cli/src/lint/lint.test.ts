/** Lint as a person runs it: a process of its own, with a cache, a worker and limits. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LintRunReport } from '@treaty/contract-findings';
import { DOCUMENT, folderWithDocument, treatyLint } from './testing/run';

let folder: string;
beforeEach(() => {
  folder = folderWithDocument();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const treaty = (args: string[], env?: Record<string, string>) => treatyLint(folder, args, env);

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
    // The report of this text, what was learnt about its examples, that it is valid, and that the ruleset can be used.
    expect(kept).toHaveLength(4);
    const report = kept.find(file => readFileSync(file, 'utf8').includes('oas3-valid-media-example'))!;
    expect(cached().stdout).toBe(without.stdout);
    expect(cacheFiles()).toHaveLength(4);
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
    expect(cacheFiles()).toHaveLength(first + 3);
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
      expect.stringMatching(/is damaged and was ignored$/),
      expect.stringMatching(/is damaged and was ignored$/),
    ]);
    expect(cached().notes).toEqual([]);
  }, 120_000);

  it('lies in node_modules where there are any', () => {
    mkdirSync(path.join(folder, 'node_modules'));
    treaty(['--ruleset', 'contract']);
    expect(readdirSync(path.join(folder, 'node_modules', '.cache', 'treaty'))).toHaveLength(2);
  }, 60_000);
});

describe('a document that is none of its specification', () => {
  it.each([
    ['openapi.yaml', DOCUMENT.replace('info: {', 'inof: {'), 'openapi.yaml', 1],
    ['openapi.yaml', DOCUMENT.replace('description: ok', 'descriptoin: ok'), 'openapi.yaml', 11],
  ])(
    'is unusable, with file, line and next step',
    (_, text, file, line) => {
      writeFileSync(path.join(folder, 'openapi.yaml'), text);
      const { status, stdout } = treaty(['--ruleset', 'spectral:oas']);
      expect(status).toBe(2);
      const report = JSON.parse(stdout) as LintRunReport;
      expect(report.reports).toEqual([]);
      expect(report.problems[0]).toEqual(
        expect.objectContaining({
          code: 'document-invalid',
          file,
          line,
          message: expect.stringContaining('not valid OpenAPI 3.0.3'),
          next: expect.stringContaining('correct it'),
        }),
      );
    },
    60_000,
  );

  it('is found in the file where it stands', () => {
    writeFileSync(
      path.join(folder, 'order.yaml'),
      '# An order\ntype: object\nproperties:\n  id: { type: 7 }\n',
    );
    writeFileSync(
      path.join(folder, 'openapi.yaml'),
      DOCUMENT.replace('{ type: object, properties: { id: { type: string } } }', '{ $ref: order.yaml }'),
    );
    const { status, stdout } = treaty(['--ruleset', 'contract']);
    expect(status).toBe(2);
    const { problems } = JSON.parse(stdout) as LintRunReport;
    expect(problems[0]).toEqual(expect.objectContaining({ file: 'order.yaml', line: 4 }));
  }, 60_000);

  it('is not judged by what was remembered of it before', () => {
    const env = { XDG_CACHE_HOME: path.join(folder, 'cache') };
    expect(treaty(['--ruleset', 'contract'], env).status).toBe(0);
    writeFileSync(path.join(folder, 'openapi.yaml'), DOCUMENT.replace('paths:', 'pahts:'));
    expect(treaty(['--ruleset', 'contract'], env).status).toBe(2);
    expect(treaty(['--ruleset', 'contract'], env).status).toBe(2);
  }, 60_000);
});

it('one worker judges one document after the other', () => {
  writeFileSync(path.join(folder, 'second.yaml'), DOCUMENT.replace('id: 7', 'id: seven'));
  const { status, ids } = treaty(['second.yaml', '--ruleset', 'spectral:oas', '--lint-timeout', '60']);
  expect(status).toBe(0);
  expect(ids().filter(id => id === 'oas3-valid-media-example')).toHaveLength(1);
}, 180_000);

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

it('reads a remote ruleset only when the network is allowed', () => {
  const { status, stderr } = treaty(['--ruleset', 'https://rules.invalid/rules.yaml']);
  expect(status).toBe(2);
  expect(stderr).toContain("'https://rules.invalid/rules.yaml' is at a remote address");
}, 60_000);
