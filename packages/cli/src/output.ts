import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AnyReport, FormatOptions, FORMATS, Paint, PLAIN, suggest } from '@treaty/contract-findings';
import pc from 'picocolors';
import { CommandError } from './errors';
import { Io } from './io';
import { VERSION } from './version';

/** Columns when the output is no terminal: what fits a CI log. */
const DEFAULT_WIDTH = 110;

/** One `--format`: an id, and a file for `id=file`. */
interface Target {
  format: (typeof FORMATS)[number];
  file?: string;
}

/** What `--format` said, the one for standard output first. Without one, people get text. */
export function parseFormats(values: readonly string[]): Target[] {
  const targets = values.map(value => {
    const [id, ...rest] = value.split('=');
    const format = FORMATS.find(one => one.id === id);
    if (!format) {
      const ids = FORMATS.map(one => one.id);
      const meant = suggest(id, ids);
      throw new CommandError(
        `unknown format '${id}'`,
        meant ? `did you mean '${meant}'?` : `known are ${ids.join(', ')}`,
      );
    }
    const file = rest.join('=');
    if (rest.length > 0 && file === '')
      throw new CommandError(
        `'--format ${value}' names no file`,
        `write '--format ${id}=report.${format.extension}'`,
      );
    return { format, file: rest.length > 0 ? file : undefined };
  });
  const onScreen = targets.filter(target => target.file === undefined);
  if (onScreen.length > 1) {
    throw new CommandError(
      `standard output can hold one report, not ${onScreen.map(target => target.format.id).join(' and ')}`,
      `write one of them to a file: '--format ${onScreen[1].format.id}=report.${onScreen[1].format.extension}'`,
    );
  }
  const files = targets.filter(target => target.file !== undefined);
  return [onScreen[0] ?? { format: FORMATS[0] }, ...files];
}

/** Prints one report in every format that was asked for. */
export function writeReport(
  report: AnyReport,
  targets: readonly Target[],
  io: Io,
  options: { color: boolean; now: Date },
): void {
  const plain: FormatOptions = { width: DEFAULT_WIDTH, paint: PLAIN, now: options.now, version: VERSION };
  const screen: FormatOptions = {
    width: io.terminal && io.columns ? Math.max(60, Math.min(io.columns, 160)) : DEFAULT_WIDTH,
    paint: options.color ? colours() : PLAIN,
    now: options.now,
    version: VERSION,
  };
  for (const { format, file } of targets) {
    const text = format.render(report, file === undefined ? screen : plain);
    if (file === undefined) io.out(text);
    else writeFile(path.resolve(io.cwd, file), text, file);
  }
}

function writeFile(target: string, text: string, named: string): void {
  try {
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  } catch (error) {
    throw new CommandError(
      `cannot write the report to '${named}': ${(error as Error).message}`,
      'name a file in a folder that can be written',
      undefined,
      { cause: error },
    );
  }
}

/** Colour only on a terminal, and never against `NO_COLOR` (https://no-color.org) or `--no-color`. */
export function wantsColor(io: Io, flag: boolean): boolean {
  if (!flag || (io.env.NO_COLOR ?? '') !== '') return false;
  if ((io.env.FORCE_COLOR ?? '') !== '' && io.env.FORCE_COLOR !== '0') return true;
  return io.terminal && io.env.TERM !== 'dumb';
}

function colours(): Paint {
  const { bold, dim, red, yellow, green } = pc.createColors(true);
  return { bold, dim, red, yellow, green };
}
