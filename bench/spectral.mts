import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { say } from '../scripts/lib/bootstrap.mjs';

const PACKAGE = '@stoplight/spectral-cli@6.16.3';

/** Stock Spectral to compare with: `SPECTRAL=` names its script, otherwise npm puts it into a temporary folder. */
export function findSpectral(folder: string): string | undefined {
  if (process.env.SPECTRAL) return process.env.SPECTRAL;
  say(`fetching ${PACKAGE}`);
  // The packages would report their installation to their makers.
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true, scarfSettings: { enabled: false } }));
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder, PACKAGE], {
    stdio: 'ignore',
    env: { ...process.env, SCARF_ANALYTICS: 'false' },
  });
  const script = path.join(folder, 'node_modules/@stoplight/spectral-cli/dist/index.js');
  if (status === 0 && fs.existsSync(script)) return script;
  say('Spectral is not to be had; its columns stay empty');
  return undefined;
}

/** One finding in a form that both print. Places are 1-based. */
export interface Said {
  /** Rule, message, path and severity. */
  what: string;
  start: string;
  end: string;
}

interface StockResult {
  code: string;
  message: string;
  path: Array<string | number>;
  severity: number;
  range: Record<'start' | 'end', { line: number; character: number }>;
}

interface OurFinding {
  id: string;
  message: string;
  severity: string;
  source: { pointer: string; line: number; column: number; endLine: number; endColumn: number };
}

const SEVERITIES = ['error', 'warn', 'info', 'hint'];

/** What `spectral lint --format json` wrote. */
export function readStock(file: string): Said[] {
  const results = JSON.parse(fs.readFileSync(file, 'utf8')) as StockResult[];
  return results.map(({ code, message, path: place, severity, range: { start, end } }) => ({
    what: JSON.stringify([code, message, place.map(String), SEVERITIES[severity]]),
    start: `${start.line + 1}:${start.character + 1}`,
    end: `${end.line + 1}:${end.character + 1}`,
  }));
}

/** What `treaty lint --format json` wrote. */
export function readOurs(file: string): Said[] {
  const { reports } = JSON.parse(fs.readFileSync(file, 'utf8')) as { reports: Array<{ findings: OurFinding[] }> };
  return reports.flatMap(({ findings }) => findings).map(({ id, message, severity, source }) => ({
    what: JSON.stringify([id, message, source.pointer.split('/').slice(1).map(unescape), severity]),
    start: `${source.line}:${source.column}`,
    end: `${source.endLine}:${source.endColumn}`,
  }));
}

function unescape(token: string): string {
  return token.replace(/~1/g, '/').replace(/~0/g, '~');
}

/**
 * Findings that only one of the two has, with where they begin and end. The command of Spectral reads JSON with its YAML
 * parser, which puts the ends of an object, and at times its beginning, a few characters beside the brackets; there, lines
 * of beginnings are compared, and {@link misplaced} holds our places against the text itself.
 */
export function differences(ours: Said[], theirs: Said[], isJson: boolean): string[] {
  const key = ({ what, start, end }: Said) => (isJson ? `${what} ${start.split(':')[0]}` : `${what} ${start} ${end}`);
  const left = new Map<string, number>();
  for (const one of theirs) left.set(key(one), (left.get(key(one)) ?? 0) + 1);
  for (const one of ours) left.set(key(one), (left.get(key(one)) ?? 0) - 1);
  return [...left].flatMap(([what, count]) => (count === 0 ? [] : [`${count > 0 ? 'stock' : 'ours'}: ${what}`]));
}

/** Findings whose place in a JSON text, cut out, is not the value at their path. */
export function misplaced(ours: Said[], text: string): string[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const offset = (place: string) => {
    const [line, column] = place.split(':').map(Number);
    return starts[line - 1] + column - 1;
  };
  const document = JSON.parse(text) as unknown;
  return ours.flatMap(({ what, start, end }) => {
    const [, , tokens] = JSON.parse(what) as [string, string, string[]];
    const value = tokens.reduce<unknown>((holder, token) => (holder as Record<string, unknown> | undefined)?.[token], document);
    return same(text.slice(offset(start), offset(end)), value) ? [] : [`misplaced: ${what} ${start}-${end}`];
  });
}

function same(cut: string, value: unknown): boolean {
  try {
    return JSON.stringify(JSON.parse(cut)) === JSON.stringify(value);
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
