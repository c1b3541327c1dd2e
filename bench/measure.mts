import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** One run of a whole process. */
export interface Sample {
  /** Wall clock, seconds. */
  seconds: number;
  /** User and system time, seconds. */
  cpu: number;
  /** Peak resident memory, MB (10^6 bytes). */
  megabytes: number;
  code: number;
}

/** Where a command runs, and with what. */
export interface Surroundings {
  cwd?: string;
  /** Added to the environment. */
  env?: NodeJS.ProcessEnv;
}

/** Runs a command once under GNU time, its output thrown away. Throws when GNU time is not installed. */
export async function runOnce(command: string[], { cwd, env = {} }: Surroundings = {}): Promise<Sample> {
  const file = path.join(os.tmpdir(), `treaty-bench-${process.pid}`);
  const started = process.hrtime.bigint();
  const code = await new Promise<number>((resolve, reject) => {
    const child = spawn('/usr/bin/time', ['-q', '-o', file, '-f', '%U %S %M', ...command], { stdio: ['ignore', 'ignore', 'ignore'], cwd, env: { ...process.env, ...env } });
    child.on('error', () => reject(new Error('The benchmarks need GNU time at /usr/bin/time (package time).')));
    child.on('exit', exit => resolve(exit ?? 1));
  });
  // GNU time counts hundredths of a second, which is coarse beside what a start costs.
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const [user, system, kib] = fs.readFileSync(file, 'utf8').trim().split(/\s+/).map(Number);
  fs.rmSync(file);
  return { seconds, cpu: user + system, megabytes: (kib * 1024) / 1e6, code };
}

/**
 * Runs several commands in turn, `rounds` times, and returns the medians of each. In turn, because these machines are
 * noisy and what is compared must see the same noise.
 */
export async function mediansInTurn(
  commands: Record<string, string[]>,
  rounds: number,
  { before, ...surroundings }: Surroundings & { before?: (name: string) => void } = {},
): Promise<Record<string, Sample>> {
  const samples: Record<string, Sample[]> = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, command] of Object.entries(commands)) {
      before?.(name);
      (samples[name] ??= []).push(await runOnce(command, surroundings));
    }
  }
  return Object.fromEntries(
    Object.entries(samples).map(([name, list]) => [name, {
      seconds: median(list.map(s => s.seconds)),
      cpu: median(list.map(s => s.cpu)),
      megabytes: median(list.map(s => s.megabytes)),
      code: list[0].code,
    }]),
  );
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Prints rows as a Markdown table, so that a result can be pasted beside a claim. */
export function printTable(header: string[], rows: string[][]): void {
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map(row => row[column].length)));
  const line = (cells: string[]) => `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`;
  process.stdout.write([line(header), `|${widths.map(w => '-'.repeat(w + 2)).join('|')}|`, ...rows.map(line)].join('\n') + '\n');
}
