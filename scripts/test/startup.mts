import path from 'node:path';
import { run } from 'node:test';
import { root } from '../lib/bootstrap.mjs';
import type { Outcome } from './outcome.mts';

const PATIENCE_MS = 30_000;

/** What `npm start` and `npm test` say when they cannot do it, one clear line each. */
export async function startup(): Promise<Outcome> {
  const outcome: Outcome = { passed: 0, failed: 0, failures: [] };
  const events = run({ files: [path.join(root, 'tests/startup/refusals.test.mts')], timeout: PATIENCE_MS });
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // Groups fail with their members; the members are told.
    if (data.details.type === 'suite') continue;
    if (type === 'test:pass') outcome.passed += 1;
    else outcome.failures.push(`starting: ${data.name}: ${data.details.error.cause ?? data.details.error.message}`);
  }
  return { ...outcome, failed: outcome.failures.length };
}
