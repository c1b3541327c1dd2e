import { Acceptance, Problem, Subject } from '@treaty/contract-findings';
import schema from '../../schema/treaty-waivers.schema.json';
import { problemAt, readChecked } from '../config/checkedFile';
import { fitsName } from '../config/glob';
import { Cache } from '../host/cache';

const DAY_MS = 86_400_000;
/** A waiver that ends this soon is announced. */
const SOON_DAYS = 14;

/** One entry of `treaty-waivers.yaml`. */
export interface WaiverEntry {
  finding?: string;
  api?: string;
  rule?: string;
  scope?: { api?: string; operation?: string; at?: string };
  reason: string;
  requester: string;
  approver?: string;
  status?: 'requested' | 'approved' | 'denied' | 'revoked';
  until: string;
}

/** What a waiver is asked about. */
export interface Candidate {
  api: string;
  rule: string;
  fingerprint: string;
  occurrences: readonly Subject[];
}

/** The waivers of a repository on the day of judgement. */
export class Waivers {
  private readonly used = new Set<number>();
  private readonly inForce: boolean[];
  /** What is wrong with the file, and what has run out. */
  readonly problems: Problem[];

  private constructor(
    private readonly entries: readonly WaiverEntry[],
    private readonly source: { file: string; text: string },
    private readonly now: Date,
    maximumDays: number,
    problems: readonly Problem[],
  ) {
    const judged = entries.map((entry, index) => judge(entry, index, { ...source, now, maximumDays }));
    this.inForce = judged.map(one => one.inForce);
    this.problems = [...problems, ...judged.flatMap(one => (one.problem ? [one.problem] : []))];
  }

  static none(): Waivers {
    return new Waivers([], { file: '', text: '' }, new Date(0), 0, []);
  }

  static read(
    text: string,
    file: string,
    { now, maximumDays, cache }: { now: Date; maximumDays: number; cache?: Cache },
  ): Waivers {
    const { value, problems } = readChecked<{ waivers: WaiverEntry[] }>(text, file, schema, cache);
    return new Waivers(value?.waivers ?? [], { file, text }, now, maximumDays, problems);
  }

  /** Who accepted a finding; undefined when nobody did. */
  accept(candidate: Candidate): Acceptance | undefined {
    const index = this.entries.findIndex((entry, at) => this.inForce[at] && isAbout(entry, candidate));
    if (index < 0) return undefined;
    this.used.add(index);
    const { reason, requester, approver, until } = this.entries[index];
    const { line } = this.problemAt(index, '', '');
    return {
      by: 'waiver',
      reason,
      requester,
      ...(approver === undefined ? {} : { approver }),
      until,
      file: this.source.file,
      line,
    };
  }

  /**
   * Waivers that were asked and excused nothing, and those that end soon. A waiver of an API that this run did not judge
   * is neither.
   */
  remarks(judged: ReadonlySet<string>): Problem[] {
    return this.entries.flatMap((entry, index) => {
      if (!this.inForce[index]) return [];
      if (this.used.has(index)) return this.endsSoon(entry, index);
      const api = entry.api ?? entry.scope?.api;
      if (api === undefined || !judged.has(api)) return [];
      return [
        this.problemAt(
          index,
          `the waiver for ${nameOf(entry)} excuses nothing in this run`,
          'remove it once its change is published',
          'waiver-unused',
        ),
      ];
    });
  }

  private endsSoon(entry: WaiverEntry, index: number): Problem[] {
    const days = Math.floor((endOf(entry.until) - this.now.getTime()) / DAY_MS);
    if (days > SOON_DAYS) return [];
    const left = days <= 0 ? 'today' : `in ${days} ${days === 1 ? 'day' : 'days'}`;
    return [
      this.problemAt(
        index,
        `the waiver for ${nameOf(entry)} ends ${left}`,
        `mend what it excuses, or agree on another date with ${entry.approver ?? entry.requester}`,
        'waiver-ends-soon',
      ),
    ];
  }

  private problemAt(index: number, message: string, next: string, code = 'waiver'): Problem {
    return problemAt(this.source.text, this.source.file, `/waivers/${index}`, message, next, {
      code,
      severity: 'warning',
    });
  }
}

function isAbout(entry: WaiverEntry, candidate: Candidate): boolean {
  if (entry.finding !== undefined)
    return (
      entry.finding === candidate.fingerprint && (entry.api === undefined || entry.api === candidate.api)
    );
  const { api, operation, at } = entry.scope ?? {};
  if (entry.rule !== candidate.rule || (api !== undefined && !fitsName(api, candidate.api))) return false;
  // One finding may have many places; a waiver for some of them does not excuse the others.
  return candidate.occurrences.every(
    subject =>
      (operation === undefined || fitsName(operation, subject.operation ?? '')) &&
      (at === undefined || fitsName(at, subject.at ?? '')),
  );
}

function judge(
  entry: WaiverEntry,
  index: number,
  { file, text, now, maximumDays }: { file: string; text: string; now: Date; maximumDays: number },
): { inForce: boolean; problem?: Problem } {
  const say = (message: string, next: string, code: string, severity: Problem['severity']) => ({
    inForce: false,
    problem: problemAt(text, file, `/waivers/${index}`, message, next, { code, severity }),
  });
  const name = nameOf(entry);
  const end = endOf(entry.until);
  if (Number.isNaN(end))
    return say(
      `the waiver for ${name} ends on ${entry.until}, which is not in the calendar`,
      'write a day such as 2027-03-31',
      'waiver-invalid',
      'error',
    );
  if (same(entry.requester, entry.approver))
    return say(
      `the waiver for ${name} is approved by ${entry.approver}, who asked for it`,
      'have somebody else approve it',
      'waiver-self-approved',
      'error',
    );
  const status = entry.status ?? (entry.approver === undefined ? 'requested' : 'approved');
  if (status === 'denied' || status === 'revoked') return { inForce: false };
  if (end <= now.getTime())
    return say(
      `the waiver for ${name} ended on ${entry.until}; what it excused counts again`,
      'mend it, or ask for a new waiver: treaty waive',
      'waiver-expired',
      'warning',
    );
  if (status === 'requested' || entry.approver === undefined)
    return say(
      `the waiver for ${name} is asked for and not approved`,
      `somebody other than ${entry.requester} adds 'approver:' to it in review`,
      'waiver-requested',
      'warning',
    );
  if (end > now.getTime() + (maximumDays + 1) * DAY_MS)
    return say(
      `the waiver for ${name} runs until ${entry.until}, longer than the ${maximumDays} days that are allowed`,
      'choose an earlier day, or raise waivers.maximumDays in treaty.yaml',
      'waiver-too-long',
      'error',
    );
  return { inForce: true };
}

/** The first instant at which a waiver does not hold any more: its last day counts in full. NaN for no day. */
function endOf(until: string): number {
  const at = Date.parse(`${until}T00:00:00Z`);
  // JavaScript reads 2027-02-30 as the second of March.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(until) ? at + DAY_MS : NaN;
}

/** Names that mean one person: with and without kind, namespace, or case. */
function same(a: string, b: string | undefined): boolean {
  const plain = (name: string) =>
    name
      .trim()
      .toLowerCase()
      .replace(/^(user|group):/, '')
      .replace(/^default\//, '');
  return b !== undefined && plain(a) === plain(b);
}

function nameOf(entry: WaiverEntry): string {
  return entry.finding === undefined ? String(entry.rule) : entry.finding.slice(0, 8);
}
