/**
 * `npm run histories`: `treaty diff` on real pairs of published descriptions. Fails on a crash, on a hang (`--limit SECONDS`,
 * 60), when the independent validator refutes a finding, or when fewer than 95 % of the breaking schema findings are proved.
 * `--show N` prints every Nth finding that is not safe, for reading by hand; `--only NAME`. `--fetch N` adds the newest N
 * releases of each package, each compared with the one before; they are kept in `--cache FOLDER`.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../scripts/lib/bootstrap.mjs';
import { PAIRS } from './documents.mts';
import type { Pair } from './documents.mts';
import { printTable } from './measure.mts';
import { adjacentReleases, defaultCache } from './releases.mts';

interface Finding {
  id: string;
  level: string;
  message: string;
  because?: string;
  occurrences: Array<{ operation?: string; direction?: string; at?: string; status?: string }>;
  proof?: { status: string; by?: string; reason?: string; error?: string };
}

const { values } = parseArgs({
  options: {
    limit: { type: 'string', default: '60' },
    show: { type: 'string' },
    only: { type: 'string' },
    /** More pairs: a folder that holds two folders `old` and `new` with files of the same names. */
    folder: { type: 'string' },
    fetch: { type: 'string' },
    cache: { type: 'string', default: defaultCache() },
  },
});
const treaty = path.join(root, 'packages/cli/bin/treaty.cjs');
const bothWays = (pair: Pair): Pair[] => [pair, { name: `${pair.name} backwards`, old: pair.new, new: pair.old }];
const wanted = (pair: Pair): boolean => !values.only || pair.name === values.only || pair.name.startsWith(`${values.only} `);
const published = values.fetch === undefined ? [] : adjacentReleases(Number(values.fetch), values.cache, values.only);
const pairs = [...PAIRS, ...more(values.folder), ...published].filter(wanted).flatMap(bothWays);

const rows: string[][] = [];
let failed = false;
let seen = 0;
for (const pair of pairs) {
  const started = performance.now();
  const child = spawnSync(process.execPath, [treaty, 'diff', pair.old, pair.new, '--format', 'json'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    timeout: Number(values.limit) * 1000,
  });
  const seconds = (performance.now() - started) / 1000;
  if (child.status !== 0 && child.status !== 1) {
    failed = true;
    rows.push([pair.name, `${seconds.toFixed(1)} s`, `exit ${child.status ?? child.signal}`, '', '', '', '', '']);
    process.stderr.write(`${pair.name}: ${child.stderr.slice(0, 400)}\n`);
    continue;
  }
  const { findings } = JSON.parse(child.stdout) as { findings: Finding[] };
  const breaking = findings.filter(finding => finding.level === 'breaking');
  const schema = breaking.filter(finding => finding.id.startsWith('schema-'));
  const proved = schema.filter(finding => finding.proof?.status === 'proved');
  const refuted = findings.filter(finding => finding.because?.includes('independent validator') || finding.proof?.reason?.startsWith('refuted'));
  const unclear = findings.filter(finding => finding.because?.startsWith('cannot tell'));
  const share = schema.length === 0 ? 1 : proved.length / schema.length;
  if (refuted.length > 0 || share < 0.95) failed = true;
  rows.push([
    pair.name,
    `${seconds.toFixed(1)} s`,
    `exit ${child.status}`,
    String(breaking.length),
    String(findings.filter(finding => finding.level === 'dangerous').length),
    `${(share * 100).toFixed(1)} % of ${schema.length}`,
    String(refuted.length),
    String(unclear.length),
  ]);
  for (const finding of refuted) print(pair, finding);
  for (const finding of schema) if (finding.proof?.status !== 'proved') print(pair, finding);
  for (const finding of findings) {
    if (values.show && finding.level !== 'safe' && seen++ % Number(values.show) === 0) print(pair, finding);
  }
}
printTable(['pair', 'time', 'exit', 'breaking', 'dangerous', 'schema findings proved', 'refuted', 'cannot tell'], rows);
process.exit(failed ? 1 : 0);

function print(pair: Pair, finding: Finding): void {
  const [{ operation = '', direction = '', status = '', at = '' }] = finding.occurrences;
  process.stdout.write(
    `${pair.name}: ${finding.level} ${finding.id} (${finding.occurrences.length}×) ${operation} ${direction} ${status} ${at}\n` +
      `    ${finding.message}${finding.because ? `; ${finding.because}` : ''}\n` +
      `    ${JSON.stringify(finding.proof ?? null)?.slice(0, 400)}\n`,
  );
}

function more(folder: string | undefined): Pair[] {
  if (!folder) return [];
  return fs.readdirSync(path.join(folder, 'old'))
    .map(name => ({ name, old: path.join(folder, 'old', name), new: path.join(folder, 'new', name) }))
    .filter(pair => fs.existsSync(pair.new));
}
