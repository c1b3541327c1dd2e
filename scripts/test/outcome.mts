import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../lib/bootstrap.mjs';

export interface Outcome {
  passed: number;
  failed: number;
  /** One line for each failure. */
  failures: string[];
}

/** Runs a script with this Node, its output going where ours goes; counts as one check. */
export async function command(name: string, script: string, args: string[] = []): Promise<Outcome> {
  const code = await exitCode(process.execPath, [path.join(root, script), ...args]);
  return code === 0 ? { passed: 1, failed: 0, failures: [] } : { passed: 0, failed: 1, failures: [`${name} (exit code ${code})`] };
}

/** Resolves to the exit code; a signal counts as 1. */
export function exitCode(file: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise(resolve => {
    const child = spawn(file, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
    child.on('error', error => {
      process.stderr.write(`${error.message}\n`);
      resolve(127);
    });
    child.on('exit', code => resolve(code ?? 1));
  });
}

interface JestResults {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
  testResults: Array<{ name: string; message: string; status: string; assertionResults: Array<{ status: string; fullName: string }> }>;
}

/**
 * Reads what jest's --outputFile holds. A suite that could not run counts as one failure; no file at all, too.
 */
export function readJestResults(file: string, code: number): Outcome {
  if (!fs.existsSync(file)) return { passed: 0, failed: 1, failures: [`jest wrote no results (exit code ${code})`] };
  const results = JSON.parse(fs.readFileSync(file, 'utf8')) as JestResults;
  const failures: string[] = [];
  for (const suite of results.testResults) {
    const name = path.relative(root, suite.name);
    const failed = suite.assertionResults.filter(test => test.status === 'failed');
    for (const test of failed) failures.push(`${name}: ${test.fullName}`);
    if (suite.status === 'failed' && failed.length === 0) failures.push(`${name}: ${suite.message.split('\n').find(line => line.trim()) ?? 'the suite could not run'}`);
  }
  if (failures.length === 0 && code !== 0) failures.push(`jest ended with exit code ${code}`);
  return { passed: results.numPassedTests, failed: failures.length, failures };
}
