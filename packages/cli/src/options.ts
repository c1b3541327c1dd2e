import { suggest } from '@treaty/contract-findings';
import { CommandError } from './errors';
import { Io } from './io';

/** Reads one of a fixed set of words, with a suggestion when it is none of them. */
export function oneOf<T extends string>(option: string, value: string, words: readonly T[]): T {
  const found = words.find(word => word === value);
  if (found !== undefined) return found;
  const meant = suggest(value, words);
  throw new CommandError(
    `${option} cannot be '${value}'`,
    meant ? `did you mean '${meant}'?` : `known are ${words.join(', ')}`,
  );
}

/** The day of judgement: `--now`, else the clock. A day alone is its start in UTC, as everywhere. */
export function readNow(value: string | undefined, io: Io): Date {
  if (value === undefined) return io.now();
  const full = /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00Z` : value;
  const date = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(full)
    ? new Date(full)
    : new Date(NaN);
  if (Number.isNaN(date.getTime()))
    throw new CommandError(
      `--now cannot be '${value}'`,
      'write a day such as 2027-06-30 or a time such as 2027-06-30T12:00:00Z',
    );
  return date;
}

/** A number above zero, as `--lint-timeout` takes it. */
export function positive(option: string, value: string): number {
  const number = Number(value);
  if (Number.isFinite(number) && number > 0) return number;
  throw new CommandError(`${option} cannot be '${value}'`, 'write a number above 0');
}

export const FAIL_ON = ['breaking', 'dangerous', 'none'] as const;
export const POLICIES = ['strict', 'standard', 'lenient'] as const;
export const SCOPES = ['wire', 'sdk'] as const;
export const LINT_FAIL_ON = ['error', 'warn', 'info', 'none'] as const;

/** Options that every report has. */
export interface ReportOptions {
  format: string[];
  color: boolean;
  now?: string;
}

/** What `treaty.yaml` says when the command line does not. */
export interface JudgeOptions {
  failOn?: string;
  policy?: string;
  scope?: string;
}

export interface DiffOptions extends ReportOptions, JudgeOptions {
  allowNet: boolean;
}

export interface CheckOptions extends ReportOptions, JudgeOptions {
  base?: string;
  ruleset?: string;
  comment?: boolean;
  cache: boolean;
}

export interface LintOptions extends ReportOptions {
  ruleset?: string;
  failOn: string;
  lintTimeout: string;
  lintMemory: string;
  cache: boolean;
  allowNet: boolean;
}

/** `treaty waive`. */
export interface WaiveOptions extends JudgeOptions {
  base?: string;
  ruleset?: string;
  now?: string;
  reason: string;
  until: string;
  requester?: string;
  approver?: string;
}

/** `treaty baseline`. */
export interface BaselineOptions {
  ruleset?: string;
  now?: string;
  owner?: string;
  review?: string;
}
