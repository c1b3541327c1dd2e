import type { LintOutcome } from '@treaty/contract-lint';
import { Cache, hash } from '../host/cache';
import { openRuleset, RulesetRequest } from './ruleset';

/** One document to judge, in a form that can travel to a worker. */
export interface LintJob {
  ruleset: RulesetRequest;
  /** The root's uri, and every text by uri, the root's included: each travels once. */
  uri: string;
  texts: ReadonlyMap<string, string>;
  now: Date;
  /** Where results of example validation are kept between runs. */
  cache?: string;
}

/** What came of it, and what people should know about the cache. */
export interface LintDone {
  outcome: LintOutcome;
  notes: string[];
}

const rulesets = new Map<string, ReturnType<typeof openRuleset>>();

/** Judges one document. Runs in this process or in the worker; the ruleset is opened once in either. */
export async function runJob(job: LintJob): Promise<LintDone> {
  const { exportExampleMemo, importExampleMemo, lint } = await import('@treaty/contract-lint');
  const notes: string[] = [];
  const key = JSON.stringify(job.ruleset);
  let opened = rulesets.get(key);
  if (!opened) rulesets.set(key, (opened = openRuleset(job.ruleset)));
  const ruleset = await opened;
  const { now } = job;
  const document = { uri: job.uri, text: job.texts.get(job.uri) ?? '', files: job.texts };
  if (job.cache === undefined || !ruleset.spectral)
    return { outcome: await lint({ document, ruleset, now }), notes };
  const cache = new Cache(job.cache, text => notes.push(text));
  const name = hash('examples', job.ruleset.cwd, document.uri);
  const stored = cache.read(name);
  const { memo } = importExampleMemo(stored ?? exportExampleMemo(emptyMemo()), name);
  const outcome = await lint({ document, ruleset, now, memo });
  const kept = exportExampleMemo(memo);
  if (kept !== stored) cache.write(name, kept);
  return { outcome, notes };
}

function emptyMemo() {
  return { entries: new Map<string, string>(), used: new Set<string>() };
}
