import { DiffFinding, LintFinding } from './finding';
import { Bump } from './level';
import { Problem } from './problem';
import { ConsumerImpact, Verdict } from './verdict';

/** Version of every JSON shape in this file; grows by semantic versioning. */
export const REPORT_SCHEMA_VERSION = '1.0';

/** Which document was judged. `digest` is the hex SHA-256 of the text(s). */
export interface DocumentSummary {
  file: string;
  title?: string;
  version?: string;
  /** `2.0`, `3.0.3`, `3.1.0`, …; absent when the document could not be read that far. */
  specification?: string;
  digest?: string;
}

/** Two documents compared. */
export interface DiffReport {
  schemaVersion: string;
  old: DocumentSummary;
  new: DocumentSummary;
  summary: { breaking: number; dangerous: number; safe: number; bump: Bump };
  /** Worst level first, then by rule and first occurrence; the order is part of the contract. */
  findings: DiffFinding[];
  problems: Problem[];
}

/** One document held against one ruleset. */
export interface LintReport {
  schemaVersion: string;
  document: DocumentSummary;
  ruleset: { name: string; version?: string; digest: string };
  summary: { error: number; warn: number; info: number; hint: number };
  findings: LintFinding[];
  problems: Problem[];
}

/** A `treaty lint` run over one or more files. */
export interface LintRunReport {
  schemaVersion: string;
  summary: { documents: number; error: number; warn: number; info: number; hint: number };
  /** One per file that could be linted, in the order of the command line. */
  reports: LintReport[];
  /** Problems that kept a file or the ruleset from being used. */
  problems: Problem[];
}

/** What the gate decided, for the whole run and per API. */
export type GateStatus = 'passed' | 'blocked' | 'cannot-decide' | 'unusable';

/** One API of a `treaty check` run. */
export interface ApiCheck {
  /** Catalog entity ref, for example `api:default/orders-v2`. */
  api: string;
  title?: string;
  owner?: string;
  status: GateStatus;
  /** Absent means `changed`. A removed API has no document of its own any more. */
  change?: 'added' | 'changed' | 'removed';
  /** Why it is blocked or cannot be decided; empty when passed. */
  reasons: string[];
  /** Absent for a new API and for one that could not be read. */
  diff?: DiffReport;
  /** Lint of the new document; `findings` are only those that the base does not have. */
  lint?: LintReport;
  /** Lint findings that were there before, hidden from `lint.findings`. */
  lintKnown: number;
  /** Impacts by fingerprint of a diff finding; only `breaking` and `dangerous` ones are judged. */
  impacts: Record<string, ConsumerImpact[]>;
  /** Consumers by their worst verdict over all findings. */
  consumers: Array<{ consumer: string; owner?: string; verdict: Verdict }>;
  /** What was not judged, and what was hidden: a reader must not take silence for a pass. */
  notes?: string[];
  problems: Problem[];
}

/** A `treaty check` run. */
export interface CheckReport {
  schemaVersion: string;
  status: GateStatus;
  failOn: 'breaking' | 'dangerous' | 'none';
  /** How the base was found: `merge base of HEAD and main: 1c9f2ab`. */
  base: string;
  /** Catalog APIs seen, and how many had changed. */
  seen: number;
  apis: ApiCheck[];
  /** Problems that belong to no API: an unreadable catalog file, a duplicate entity. */
  problems: Problem[];
}
