/** Presets of a project, as a person runs them. */
import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LintRunReport } from '@treaty/contract-findings';
import { DOCUMENT, folderWithDocument, treatyLint } from './testing/run';

let folder: string;
beforeEach(() => {
  folder = folderWithDocument();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const treaty = (args: string[], env?: Record<string, string>) => treatyLint(folder, args, env);

describe('presets', () => {
  const NAME = '@stoplight/spectral-owasp-ruleset';

  function installPublished() {
    const installed = path.resolve(require.resolve(NAME), '../..');
    mkdirSync(path.join(folder, 'node_modules', '@stoplight'), { recursive: true });
    symlinkSync(installed, path.join(folder, 'node_modules', NAME));
  }

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

  it('runs a published one as it is', () => {
    installPublished();
    writeFileSync(path.join(folder, 'rules.yaml'), `extends: ['${NAME}']\n`);
    const { stdout, ids } = treaty(['--ruleset', 'rules.yaml']);
    expect(new Set(ids())).toEqual(
      new Set([
        'owasp:api2:2023-read-restricted',
        'owasp:api4:2023-rate-limit',
        'owasp:api4:2023-rate-limit-responses-429',
        'owasp:api4:2023-string-limit',
        'owasp:api4:2023-string-restricted',
        'owasp:api8:2023-define-error-responses-401',
        'owasp:api8:2023-define-error-responses-500',
        'owasp:api8:2023-define-error-validation',
        'owasp:api9:2023-inventory-access',
      ]),
    );
    const [report] = (JSON.parse(stdout) as LintRunReport).reports;
    expect(report.findings.find(({ id }) => id === 'owasp:api4:2023-string-limit')?.source).toEqual(
      expect.objectContaining({ file: 'openapi.yaml', line: 15 }),
    );
  }, 60_000);

  it('reports a rule of one that crashes, and what the others say', () => {
    installPublished();
    writeFileSync(path.join(folder, 'rules.yaml'), `extends: ['${NAME}']\n`);
    // A filter of that ruleset takes everything below 'parameters' for a parameter.
    writeFileSync(
      path.join(folder, 'openapi.yaml'),
      DOCUMENT.replace('{ id: 7 }', '{ parameters: [{ name: a, in: 7 }] }'),
    );
    const { status, stdout, ids } = treaty(['--ruleset', 'rules.yaml']);
    expect(status).toBe(2);
    const [{ problems }] = (JSON.parse(stdout) as LintRunReport).reports;
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'rule-crashed',
        file: 'openapi.yaml',
        severity: 'error',
        message: expect.stringMatching(/^rule 'owasp:[^']+' crashed: .*match is not a function/),
      }),
    ]);
    expect(ids()).toContain('owasp:api4:2023-string-limit');
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
