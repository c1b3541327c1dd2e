/**
 * `npm run bench:diff`: treaty diff, laid out like the published package, beside a floor in plain JavaScript and beside
 * oasdiff; whole processes, medians taken in turn. Then how its time grows with the document at a fixed change, and with the change in a fixed document.
 * `OASDIFF=/path` names the binary; otherwise PATH; otherwise it is installed into a temporary folder. Options:
 * --rounds N (5), --only NAME (a pair, or `growth`), --node BINARY.
 */
import { parseArgs } from 'node:util';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { root, say } from '../scripts/lib/bootstrap.mjs';
import { PAIRS } from './documents.mts';
import { mediansInTurn, printTable } from './measure.mts';
import { findOasdiff } from './oasdiff.mts';
import { synthetic } from './synthetic.mts';

const { values } = parseArgs({ options: {
  rounds: { type: 'string', default: '5' }, only: { type: 'string' }, node: { type: 'string', default: process.execPath },
} });
const { assemble } = createRequire(import.meta.url)('../packages/cli/pack.cjs') as { assemble(folder: string): Promise<void> };
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'treaty-bench-'));
const treaty = path.join(folder, 'package/bin/treaty.cjs');
// Node takes a third of a second to strip types and to find modules, which is no part of the floor.
const floorScript = path.join(folder, 'floor.cjs');
try {
  await assemble(path.join(folder, 'package'));
  await build({ entryPoints: [path.join(root, 'bench/floor.mts')], outfile: floorScript, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
  await pairs();
  await growth();
} finally {
  fs.rmSync(folder, { recursive: true });
}

async function pairs(): Promise<void> {
  const chosen = PAIRS.filter(pair => values.only === undefined || pair.name === values.only);
  if (chosen.length === 0) return;
  const oasdiff = findOasdiff(folder);
  const rows: string[][] = [];
  for (const pair of chosen) {
    say(pair.name);
    const found = await mediansInTurn({
      treaty: [values.node, treaty, 'diff', pair.old, pair.new],
      floor: [values.node, floorScript, pair.old, pair.new],
      ...(oasdiff ? { oasdiff: [oasdiff, 'breaking', pair.old, pair.new] } : {}),
    }, Number(values.rounds));
    const { treaty: ours, floor, oasdiff: theirs } = found;
    rows.push([
      pair.name, seconds(ours.seconds), seconds(floor.seconds), times(ours.seconds / floor.seconds), seconds(ours.cpu), megabytes(ours.megabytes), String(ours.code),
      ...(theirs ? [seconds(theirs.seconds), seconds(theirs.cpu), megabytes(theirs.megabytes), times(theirs.cpu / ours.cpu)] : ['–', '–', '–', '–']),
    ]);
  }
  printTable(['pair', 'treaty', 'floor', '÷ floor', 'treaty CPU', 'memory', 'exit', 'oasdiff', 'its CPU', 'its memory', 'its CPU ÷ ours'], rows);
}

async function growth(): Promise<void> {
  if (values.only !== undefined && values.only !== 'growth') return;
  const rows: string[][] = [];
  for (const [size, changes] of [[500, 5], [2000, 5], [8000, 5], [8000, 50], [8000, 500]]) {
    say(`${size} path items, ${changes} changes`);
    const pair = synthetic(folder, size, changes);
    const { treaty: ours, floor } = await mediansInTurn({
      treaty: [values.node, treaty, 'diff', pair.old, pair.new],
      floor: [values.node, floorScript, pair.old, pair.new],
    }, Number(values.rounds));
    rows.push([String(size), `${(fs.statSync(pair.old).size / 1e6).toFixed(1)} MB`, String(changes), seconds(ours.seconds), seconds(floor.seconds), times(ours.seconds / floor.seconds), seconds(ours.cpu), megabytes(ours.megabytes)]);
  }
  printTable(['path items', 'document', 'changes', 'treaty', 'floor', '÷ floor', 'treaty CPU', 'memory'], rows);
}

function seconds(value: number): string {
  return `${value.toFixed(2)} s`;
}
function megabytes(value: number): string {
  return `${value.toFixed(0)} MB`;
}
function times(value: number): string {
  return `${value.toFixed(1)}×`;
}
