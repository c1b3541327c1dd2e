/**
 * The command as people have it: laid out like the published package, in a folder of its own, on a repository with one
 * changed API of about 2,000 lines. Whole processes, medians taken in turn, beside bare Node and beside the goals.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { root, say } from '../scripts/lib/bootstrap.mjs';
import { PAIRS } from './documents.mts';
import { mediansInTurn, printTable, type Sample } from './measure.mts';

const { assemble } = createRequire(import.meta.url)('../packages/cli/pack.cjs') as { assemble(folder: string): Promise<void> };

/** What `node -e 0` takes on the quiet machine that the goals are meant for; on a slower one they are taken as ratios to it. */
const QUIET_NODE_MS = 40;

/** What is wanted of a run on a quiet machine, in milliseconds: for the whole process, or over bare Node. */
interface Goal {
  over: 'nothing' | 'bare node';
  milliseconds: number;
}

interface Case {
  command: string[];
  goal?: Goal;
  /** What must be gone before every run. */
  forget?: string;
}

const ORDERS = 'catalog/apis/orders-v2/openapi.yaml';
const PROPOSED = 'fixtures/proposed-changes/orders-customer-email-removed/openapi.yaml';

/** Measures with one Node and prints the table. */
export async function measureStart(node: string, rounds: number): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'treaty-bench-'));
  try {
    const installed = path.join(folder, 'package');
    await assemble(installed);
    const treaty = [node, path.join(installed, 'bin/treaty.cjs')];
    const repository = changedRepository(path.join(folder, 'repository'));
    const kept = path.join(folder, 'cache');
    const results = path.join(kept, 'treaty');
    const pair = (name: string) => {
      const found = PAIRS.find(one => one.name === name)!;
      return [...treaty, 'diff', found.old, found.new];
    };
    const cases: Record<string, Case> = {
      'node -e 0': { command: [node, '-e', '0'] },
      'treaty --help': { command: [...treaty, '--help'], goal: { over: 'bare node', milliseconds: 80 } },
      'diff, 1,900 lines of YAML': { command: [...treaty, 'diff', path.join(root, ORDERS), path.join(root, PROPOSED)], goal: { over: 'nothing', milliseconds: 250 } },
      'diff, figma (11,000 lines)': { command: pair('figma') },
      'diff, blockfrost (9,000 lines)': { command: pair('blockfrost') },
      'lint --no-cache': { command: [...treaty, 'lint', '--no-cache', '--fail-on', 'none', ORDERS] },
      'check, cold': { command: [...treaty, 'check'], goal: { over: 'nothing', milliseconds: 1500 }, forget: results },
      'check, cached': { command: [...treaty, 'check'], goal: { over: 'nothing', milliseconds: 600 } },
    };
    say(`${execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()}, ${rounds} rounds`);
    const found = await mediansInTurn(
      Object.fromEntries(Object.entries(cases).map(([name, { command }]) => [name, command])),
      rounds,
      { cwd: repository, env: { XDG_CACHE_HOME: kept }, before: name => cases[name].forget && fs.rmSync(cases[name].forget, { recursive: true, force: true }) },
    );
    const bare = found['node -e 0'];
    printTable(
      ['command', 'median', '÷ bare node', 'over bare node', 'CPU', 'memory', 'goal', 'exit'],
      Object.entries(found).map(([name, sample]) => row(name, sample, bare, cases[name].goal)),
    );
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function row(name: string, sample: Sample, bare: Sample, goal?: Goal): string[] {
  const milliseconds = (seconds: number) => `${(seconds * 1000).toFixed(0)} ms`;
  const over = sample.seconds - bare.seconds;
  const ratio = sample.seconds / bare.seconds;
  const allowed = goal && (goal.milliseconds + (goal.over === 'nothing' ? 0 : QUIET_NODE_MS)) / QUIET_NODE_MS;
  return [
    name,
    milliseconds(sample.seconds),
    `${ratio.toFixed(1)}×`,
    milliseconds(over),
    milliseconds(sample.cpu),
    `${sample.megabytes.toFixed(0)} MB`,
    goal && allowed ? `≤ ${goal.milliseconds} ms${goal.over === 'nothing' ? '' : ' over it'}, ${allowed.toFixed(1)}×: ${ratio <= allowed ? 'yes' : 'no'}` : '',
    String(sample.code),
  ];
}

/** A repository with the example organisation's catalog, in which one document is changed. */
function changedRepository(folder: string): string {
  fs.cpSync(path.join(root, 'catalog'), path.join(folder, 'catalog'), { recursive: true });
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=Bench', '-c', 'user.email=bench@example.com', '-c', 'commit.gpgsign=false', ...args]);
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'publish');
  fs.copyFileSync(path.join(root, PROPOSED), path.join(folder, ORDERS));
  return folder;
}
