import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CheckReport } from '@treaty/contract-findings';
import { ORDERS, PUBLISHED, SCHEMAS } from './published';
import { Repository } from './repository';
import { Scenario } from './scenario';
import { SCENARIOS } from './scenarios';

/** Golden documents; `UPDATE_GOLDEN=1` writes them, and the change is reviewed as a diff. */
const GOLDEN = path.join(__dirname, 'golden');
const LAUNCHER = path.resolve(__dirname, '../../bin/treaty.cjs');

/** Runs the command as a person does: the launcher, the bundle, a process of its own. */
function treaty(command: string[], cwd: string) {
  const env = { PATH: process.env.PATH, HOME: cwd, GIT_CONFIG_NOSYSTEM: '1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [LAUNCHER, ...command], {
    cwd,
    env,
    encoding: 'utf8',
  });
  // Progress depends on how busy the machine is.
  const said = stderr
    .split('\n')
    .filter(line => !line.startsWith('… ') && !line.startsWith('treaty: building'));
  return { status, stdout, stderr: said.join('\n') };
}

function inScenario<T>(scenario: Scenario, run: (folder: string) => T): T {
  const repository = new Repository(scenario.published ?? PUBLISHED, { git: scenario.git });
  try {
    repository.write(scenario.change ?? {});
    scenario.prepare?.(repository);
    return run(repository.folder);
  } finally {
    repository.remove();
  }
}

function transcript(scenario: Scenario): string {
  return inScenario(scenario, folder => {
    const { command, cwd = '' } = scenario;
    const { status, stdout, stderr } = treaty(command, path.join(folder, cwd));
    const text = `$ treaty ${command.join(' ')}\nexit ${status}\n--- stdout\n${stdout}--- stderr\n${stderr}`;
    // What differs from machine to machine and from rule to rule.
    return text
      .split(folder)
      .join('<repository>')
      .replace(/on Node \d+/, 'on Node <version>')
      .replace(/digest [0-9a-f]{12}/, 'digest <digest>');
  });
}

describe('scenarios', () => {
  beforeAll(() => {
    // Builds the bundle once, so that no scenario waits for it.
    const { status, stderr } = treaty(['--version'], __dirname);
    if (status !== 0) throw new Error(`the bundle does not start: ${stderr}`);
  }, 120_000);

  it.each(SCENARIOS)(
    '$name',
    scenario => {
      const file = path.join(GOLDEN, `${scenario.name.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}.txt`);
      const actual = transcript(scenario);
      expect(actual).toContain(`\nexit ${scenario.exit}\n`);
      if (process.env.UPDATE_GOLDEN) {
        mkdirSync(GOLDEN, { recursive: true });
        writeFileSync(file, actual);
      }
      expect(actual).toBe(readFileSync(file, 'utf8'));
    },
    30_000,
  );

  it('judges 3 of 300 APIs when 3 changed, one of them only in a file it refers to', () => {
    const names = Array.from({ length: 300 }, (_, index) => `api-${index}`);
    const document = (name: string) =>
      ORDERS.replace('Orders', name).replace(/schemas\.yaml/g, `${name}-schemas.yaml`);
    const entity = PUBLISHED['catalog/apis/stock/catalog-info.yaml']!;
    const published = Object.fromEntries(
      names.flatMap(name => [
        [`catalog/apis/${name}/catalog-info.yaml`, entity.replace(/stock/g, name)],
        [`catalog/apis/${name}/openapi.yaml`, document(name)],
        [`catalog/apis/${name}/${name}-schemas.yaml`, SCHEMAS],
      ]),
    );
    const change = {
      'catalog/apis/api-7/openapi.yaml': document('api-7').replace('2.3.0', '2.3.1'),
      'catalog/apis/api-70/openapi.yaml': document('api-70').replace('2.3.0', '2.3.1'),
      'catalog/apis/api-299/api-299-schemas.yaml': SCHEMAS.replace('maxLength: 200', 'maxLength: 300'),
    };
    const command = ['check', '--now', '2026-11-24', '--format', 'json'];
    const text = transcript({ name: '300', command, exit: 0, published, change });
    const report = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as CheckReport;
    expect(report.seen).toBe(300);
    expect(report.apis.map(api => api.api)).toEqual([
      'api:default/api-299',
      'api:default/api-7',
      'api:default/api-70',
    ]);
  }, 60_000);

  it('gives the same bytes for the same input', () => {
    const scenario = SCENARIOS.find(one => one.name.includes('markdown'))!;
    const json = {
      ...scenario,
      command: ['check', '--now', '2026-11-24', '--base', 'main', '--format', 'json'],
    };
    expect(transcript(json)).toBe(transcript(json));
  }, 30_000);
});
