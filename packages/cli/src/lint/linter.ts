import { LintReport, Problem, REPORT_SCHEMA_VERSION } from '@treaty/contract-findings';
import type { LintOutcome, LoadedRuleset } from '@treaty/contract-lint';
import path from 'node:path';
import { LoadedDocument } from '@treaty/contract-source';
import { Io } from '../io';
import { VERSION } from '../version';
import { Cache, cacheFolder, hash } from './cache';
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
  cache: boolean;
  allowNet?: boolean;
  limits?: Limits;
}

/** The built command has a worker beside it; its sources, as a test runs them, have none. */
const WORKER_FILE = __filename.endsWith('.cjs')
  ? path.join(path.dirname(__filename), 'lint-worker.cjs')
  : undefined;

const SUNSET_WITH_TIME = /x-sunset["']?\s*:\s*["']?\d{4}-\d\d-\d\d[Tt ]/;

/** Holds documents against one ruleset: remembered results first, then the engine, large engines in a worker. */
export class Linter {
  private readonly cache: Cache | undefined;
  private readonly thread: LintThread | undefined;

  private constructor(
    private readonly request: RulesetRequest,
    private readonly ruleset: LoadedRuleset,
    private readonly folder: string | undefined,
    private readonly limits: Limits,
    private readonly note: (text: string) => void,
  ) {
    this.cache = folder === undefined ? undefined : new Cache(folder, note);
    // Our own rules are quick and ours; what others wrote gets limits.
    if (WORKER_FILE !== undefined && ruleset.spectral) this.thread = new LintThread(WORKER_FILE, limits);
  }

  /** Throws a `CommandError` when the ruleset cannot be used. */
  static async open(options: LinterOptions, io: Io): Promise<Linter> {
    const { ruleset = DEFAULT_RULESET, folder: cwd, allowNet = false } = options;
    const request = { name: ruleset, cwd, allowNet };
    const folder = options.cache ? cacheFolder(io) : undefined;
    const note = (text: string) => io.err(`note: ${text}\n`);
    return new Linter(request, await openRuleset(request), folder, options.limits ?? DEFAULT_LIMITS, note);
  }

  async lint(loaded: LoadedDocument, now: Date): Promise<LintReport> {
    const key = this.cache && resultKey(loaded, this.ruleset, now);
    const stored = key === undefined ? undefined : this.cache?.read(key);
    if (stored !== undefined) return JSON.parse(stored) as LintOutcome;
    try {
      const job: LintJob = {
        ruleset: this.request,
        uri: loaded.uri,
        texts: loaded.texts,
        now,
        cache: this.folder,
      };
      const { outcome, notes } = await this.run(job);
      notes.forEach(this.note);
      if (key !== undefined && outcome.problems.every(({ severity }) => severity !== 'error'))
        this.cache?.write(key, JSON.stringify(outcome));
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

/** Everything that decides a result: every text under its name, the ruleset with its engines, this program, the day. */
function resultKey({ uri, texts }: LoadedDocument, ruleset: LoadedRuleset, now: Date): string {
  const files = [...texts].sort(([a], [b]) => (a < b ? -1 : 1)).flat();
  return hash('result', VERSION, ruleset.name, ruleset.digest, uri, dayOf(texts.values(), now), ...files);
}

/** Findings change at midnight, UTC; or within the day, where a sunset of the contract has a time. */
function dayOf(texts: Iterable<string>, now: Date): string {
  const instant = now.toISOString();
  for (const text of texts) if (SUNSET_WITH_TIME.test(text)) return instant;
  return instant.slice(0, 10);
}
