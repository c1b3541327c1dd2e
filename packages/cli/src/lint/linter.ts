import { LintReport, Problem, REPORT_SCHEMA_VERSION } from '@treaty/contract-findings';
import type { LintOutcome, LoadedRuleset } from '@treaty/contract-lint';
import path from 'node:path';
import { LoadedDocument } from '@treaty/contract-source';
import { Cache } from '../host/cache';
import { dayOf, resultKey } from '../host/resultKey';
import { Io } from '../io';
import { LintDone, LintJob, runJob } from './job';
import { openRuleset, RulesetRequest } from './ruleset';
import { LimitReached, Limits, LintThread } from './thread';

export const DEFAULT_LIMITS: Limits = { seconds: 300, megabytes: 2048 };

/** Every rule that ships; what a repository that says nothing is judged by. */
export const DEFAULT_RULESET = 'treaty';

export interface LinterOptions {
  ruleset?: string;
  /** What a ruleset file is relative to. */
  folder: string;
  /** Where results are kept between runs. */
  cache?: Cache;
  allowNet?: boolean;
  limits?: Limits;
}

/** The built command has a worker beside it; its sources, as a test runs them, have none. */
const WORKER_FILE = __filename.endsWith('.cjs')
  ? path.join(path.dirname(__filename), 'lint-worker.cjs')
  : undefined;

/** Holds documents against one ruleset: remembered results first, then the engine, large engines in a worker. */
export class Linter {
  private readonly thread: LintThread | undefined;

  private constructor(
    private readonly request: RulesetRequest,
    private readonly ruleset: LoadedRuleset,
    private readonly cache: Cache | undefined,
    private readonly limits: Limits,
    private readonly note: (text: string) => void,
  ) {
    // Our own rules are quick and ours; what others wrote gets limits.
    if (WORKER_FILE !== undefined && ruleset.unbuilt) this.thread = new LintThread(WORKER_FILE, limits);
  }

  /** Throws a `CommandError` when the ruleset cannot be used. */
  static async open(options: LinterOptions, io: Io): Promise<Linter> {
    const { ruleset = DEFAULT_RULESET, folder: cwd, allowNet = false, cache } = options;
    const request = { name: ruleset, cwd, allowNet };
    const found = await openRuleset(request, { build: false });
    const usable = resultKey('usable ruleset', [found.digest]);
    if (found.unbuilt && cache?.recall(usable) !== true) {
      await openRuleset(request);
      cache?.keep(usable, true);
    }
    const note = (text: string) => io.err(`note: ${text}\n`);
    return new Linter(request, found, cache, options.limits ?? DEFAULT_LIMITS, note);
  }

  async lint(loaded: LoadedDocument, now: Date): Promise<LintReport> {
    const { name, digest } = this.ruleset;
    const key = resultKey('lint', [name, digest, dayOf([loaded], now)], [loaded]);
    const stored = this.cache?.recall<LintOutcome>(key);
    if (stored !== undefined) return stored;
    try {
      const job: LintJob = {
        ruleset: this.request,
        uri: loaded.uri,
        texts: loaded.texts,
        now,
        cache: this.cache?.folder,
      };
      const { outcome, notes } = await this.run(job);
      notes.forEach(this.note);
      if (outcome.problems.every(({ severity }) => severity !== 'error')) this.cache?.keep(key, outcome);
      return outcome;
    } catch (error) {
      if (!(error instanceof LimitReached)) throw error;
      return this.unfinished(loaded, error);
    }
  }

  /** Ends the worker; without it the process would wait for more jobs. */
  async close(): Promise<void> {
    await this.thread?.close();
  }

  private run(job: LintJob): Promise<LintDone> {
    return this.thread ? this.thread.run(job) : runJob(job);
  }

  private unfinished(document: LoadedDocument, limit: LimitReached): LintReport {
    const { seconds, megabytes } = this.limits;
    const more = limit.kind === 'time' ? `--lint-timeout ${seconds * 2}` : `--lint-memory ${megabytes * 2}`;
    const problem: Problem = {
      code: limit.kind === 'time' ? 'lint-timeout' : 'lint-out-of-memory',
      message: `lint with '${this.ruleset.name}' was stopped: ${limit.message}; nothing is known of this document`,
      file: document.uri,
      next: `allow more (treaty lint ${more}), or switch off the rule that needs it`,
      severity: 'error',
    };
    const { name, version, digest } = this.ruleset;
    return {
      schemaVersion: REPORT_SCHEMA_VERSION,
      document: {
        file: document.uri,
        ...(document.title === undefined ? {} : { title: document.title }),
        ...(document.version === undefined ? {} : { version: document.version }),
        digest: document.digest,
      },
      ruleset: { name, ...(version === undefined ? {} : { version }), digest },
      summary: { error: 0, warn: 0, info: 0, hint: 0 },
      findings: [],
      problems: [problem],
    };
  }
}
