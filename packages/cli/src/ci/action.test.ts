import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { EMAIL_REMOVED, PUBLISHED } from '../scenarios/published';
import { Repository } from '../scenarios/repository';

const ROOT = path.resolve(__dirname, '../../../..');
const LAUNCHER = path.join(ROOT, 'packages/cli/bin/treaty.cjs');

interface Action {
  inputs: Record<string, { default: string }>;
  runs: { using: string; steps: Array<{ run: string; env: Record<string, string> }> };
}

/** Runs the action's own script as the runner does; `npx` is this checkout's command. */
function runAction(inputs: Record<string, string>, rest: Record<string, string> = {}) {
  const action = load(readFileSync(path.join(ROOT, 'action.yml'), 'utf8')) as Action;
  const [step] = action.runs.steps;
  const repository = new Repository(PUBLISHED);
  try {
    repository.write(EMAIL_REMOVED);
    repository.git('branch', 'base');
    const bin = path.join(repository.folder, '.git', 'bin');
    mkdirSync(bin);
    writeFileSync(
      path.join(bin, 'npx'),
      `#!/usr/bin/env bash\nprintf '%s\\n' "$*" > "$NPX_LOG"\nwhile [ "$1" != treaty ]; do shift; done\nshift\nexec "${process.execPath}" "${LAUNCHER}" "$@"\n`,
    );
    chmodSync(path.join(bin, 'npx'), 0o755);
    const values = Object.fromEntries(
      Object.entries(action.inputs).map(([name, input]) => [name, inputs[name] ?? input.default]),
    );
    const given = Object.fromEntries(
      Object.entries(step.env).map(([name, text]) => [
        name,
        text
          .replace(/\$\{\{ inputs\.([\w-]+) \}\}/, (_, input: string) => values[input])
          .replace(/\$\{\{.*\}\}/, ''),
      ]),
    );
    const summary = path.join(repository.folder, '.git', 'summary.md');
    const log = path.join(repository.folder, '.git', 'npx.log');
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run],
      {
        cwd: repository.folder,
        encoding: 'utf8',
        env: {
          PATH: `${bin}:${process.env.PATH}`,
          HOME: repository.folder,
          NPX_LOG: log,
          GITHUB_ACTIONS: 'true',
          GITHUB_BASE_REF: 'base',
          GITHUB_STEP_SUMMARY: summary,
          ...given,
          ...rest,
        },
      },
    );
    const written = path.join(repository.folder, 'out.sarif');
    const report = existsSync(written) ? readFileSync(written, 'utf8') : '';
    const told = existsSync(summary) ? readFileSync(summary, 'utf8') : '';
    return { status, stdout, stderr, summary: told, command: readFileSync(log, 'utf8'), report };
  } finally {
    repository.remove();
  }
}

describe('action.yml', () => {
  it('fails the job, annotates the line, fills the job summary, and says why there is no comment', () => {
    const { status, stdout, stderr, summary, command } = runAction({});
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::stop-commands::([0-9a-f-]+)\n2 APIs judged[\s\S]*\n::\1::\n$/);
    expect(stderr).toContain(
      '::error file=catalog/apis/orders/schemas.yaml,line=7,col=5,title=schema-property-removed::',
    );
    expect(summary).toMatch(/^## Contract check: ❌ blocked\n/);
    expect(command).toContain('--package @treaty/cli@0.1.0 -- treaty check --comment');
    expect(stderr).toContain('no comment was written: GITHUB_TOKEN is not set');
  }, 60_000);

  it('passes its inputs on as they are', () => {
    const { status, report, command } = runAction({
      'fail-on': 'none',
      comment: 'false',
      reports: 'sarif=out.sarif',
      paths: 'catalog/apis/orders $(touch x)',
    });
    // A path that is not there: the text of an input is never run.
    expect(status).toBe(2);
    expect(report).toBe('');
    expect(command).toContain('--fail-on none --format sarif=out.sarif -- catalog/apis/orders $(touch x)');
  }, 60_000);

  it('takes the command from a tarball', () => {
    const { status, command } = runAction({ package: './tools/treaty-cli-0.1.0.tgz', comment: 'false' });
    expect(status).toBe(1);
    expect(command).toContain('--package ./tools/treaty-cli-0.1.0.tgz -- treaty check');
  }, 60_000);

  it('lets the job pass when the gate does', () => {
    const { status, report } = runAction({ 'fail-on': 'none', comment: 'false', reports: 'sarif=out.sarif' });
    expect(status).toBe(0);
    expect(JSON.parse(report).version).toBe('2.1.0');
  }, 60_000);
});
