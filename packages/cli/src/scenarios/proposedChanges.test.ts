import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CheckReport, DiffFinding } from '@treaty/contract-findings';
import { load } from 'js-yaml';

const ROOT = path.resolve(__dirname, '../../../..');
const FOLDER = path.join(ROOT, 'fixtures/proposed-changes');
const LAUNCHER = path.resolve(__dirname, '../../bin/treaty.cjs');
/** The day on which the example organisation's dates are told. */
const DAY = '2026-11-24';

interface Expectation {
  exit: number;
  breaking?: number | { min: number };
  dangerous?: number | { min: number };
  breaks?: string[];
  unaffected?: string[];
}
interface Change {
  title: string;
  base: string;
  proposed: string;
  expect: Expectation;
}

const changes = readdirSync(FOLDER, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => ({
    name,
    ...(load(readFileSync(path.join(FOLDER, name, 'change.yaml'), 'utf8')) as Change),
  }));

describe('the proposed changes of the example organisation', () => {
  it.each(changes)(
    '$name: $title',
    ({ name, base, proposed, expect: wanted }) => {
      const file = path.join('fixtures/proposed-changes', name, proposed);
      const { status, stdout } = spawnSync(
        process.execPath,
        [LAUNCHER, 'check', file, '--base', base, '--now', DAY, '--format', 'json'],
        { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e8 },
      );
      const [api] = (JSON.parse(stdout) as CheckReport).apis;
      const withVerdict = (verdict: string) =>
        api.consumers.filter(consumer => consumer.verdict === verdict).map(({ consumer }) => consumer);
      const breaking = (api.diff?.findings ?? []).filter(finding => finding.level === 'breaking');
      expect(status).toBe(wanted.exit);
      expect(countFits(api.diff?.summary.breaking, wanted.breaking)).toBe(true);
      expect(countFits(api.diff?.summary.dangerous, wanted.dangerous)).toBe(true);
      expect(withVerdict('breaks')).toEqual(expect.arrayContaining(wanted.breaks ?? []));
      expect(withVerdict('unaffected')).toEqual(expect.arrayContaining(wanted.unaffected ?? []));
      expect(breaking.filter(isNotProved)).toEqual([]);
    },
    60_000,
  );
});

function countFits(count: number | undefined, wanted: number | { min: number } | undefined): boolean {
  if (wanted === undefined) return true;
  return typeof wanted === 'number' ? count === wanted : (count ?? 0) >= wanted.min;
}

function isNotProved(finding: DiffFinding): boolean {
  return finding.proof?.status !== 'proved';
}
