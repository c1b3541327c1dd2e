/**
 * `npm run bench:diff`: treaty diff beside a floor in plain Node and, where it is to be had, oasdiff; whole processes,
 * medians taken in turn. `OASDIFF=/path` names the binary; otherwise PATH; otherwise that column stays empty.
 * Options: --rounds N (5), --only NAME.
 */
import { parseArgs } from 'node:util';
import fs from 'node:fs';
import path from 'node:path';
import { root, say } from '../scripts/lib/bootstrap.mjs';
import { PAIRS } from './documents.mts';
import { mediansInTurn, printTable } from './measure.mts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, only: { type: 'string' } } });
const treaty = path.join(root, 'packages/cli/dist/treaty.cjs');
if (!fs.existsSync(treaty)) throw new Error('Build the command first: npx treaty --version');
const oasdiff = process.env.OASDIFF ?? (process.env.PATH ?? '').split(path.delimiter).map(folder => path.join(folder, 'oasdiff')).find(file => fs.existsSync(file));

const rows: string[][] = [];
for (const pair of PAIRS) {
  if (values.only && pair.name !== values.only) continue;
  say(pair.name);
  const found = await mediansInTurn({
    treaty: [process.execPath, treaty, 'diff', pair.old, pair.new],
    floor: [process.execPath, path.join(root, 'bench/floor.mts'), pair.old, pair.new],
    ...(oasdiff ? { oasdiff: [oasdiff, 'breaking', pair.old, pair.new] } : {}),
  }, Number(values.rounds));
  const { treaty: ours, floor, oasdiff: theirs } = found;
  rows.push([
    pair.name, seconds(ours.seconds), seconds(floor.seconds), times(ours.seconds / floor.seconds), seconds(ours.cpu), megabytes(ours.megabytes), String(ours.code),
    ...(theirs ? [seconds(theirs.seconds), seconds(theirs.cpu), megabytes(theirs.megabytes), times(theirs.cpu / ours.cpu)] : ['–', '–', '–', '–']),
  ]);
}
printTable(['pair', 'treaty', 'floor', '÷ floor', 'treaty CPU', 'memory', 'exit', 'oasdiff', 'its CPU', 'its memory', 'its CPU ÷ ours'], rows);

function seconds(value: number): string {
  return `${value.toFixed(2)} s`;
}
function megabytes(value: number): string {
  return `${value.toFixed(0)} MB`;
}
function times(value: number): string {
  return `${value.toFixed(1)}×`;
}
