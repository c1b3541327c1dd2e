import { ConsumerImpact, parseSunset } from '@treaty/contract-findings';
import { DeprecationEntry } from './types';
import { judgeUse } from './use';

/** Rules of the removal gate; all must hold for a removal to be safe. */
export const GATE_RULES = {
  R1: 'It was deprecated in the last published version.',
  R2: 'Its effective sunset, with approved extensions, has passed.',
  R3: 'The notice between deprecation and removal is at least what the policy asks for.',
  R4: 'Its sunset was not moved earlier, nor dropped, while it was deprecated.',
  R5: 'No consumer that would break has called it in the quiet window.',
  R6: 'Every required acknowledgement is in.',
  R7: 'The source of usage data was healthy for the whole window.',
  R8: 'The share of calls that belong to nobody known is below the limit.',
} as const;
export type GateRuleId = keyof typeof GATE_RULES;

/** Warnings about deprecations that stay in the contract. */
export const GATE_WARNINGS = {
  W1: 'Deprecated without a sunset, or without saying what replaces it.',
  W2: 'Past its sunset and still in the contract.',
  W3: 'A new consumer uses something that is deprecated.',
  W4: 'A header at run time is missing or contradicts the contract.',
} as const;
export type GateWarningId = keyof typeof GATE_WARNINGS;

/** What one rule says about one removal. Nobody asked is `not-judged`, never a pass. */
export interface GateResult {
  rule: GateRuleId;
  verdict: 'holds' | 'fails' | 'not-judged';
  /** One sentence, with the dates it rests on. */
  because: string;
}

/** The decision over a removal. */
export interface RemovalJudgement {
  /**
   * `refused` as soon as a rule fails. `cannot-decide` when the policy asks for notice and nobody knows since when.
   * `allowed` otherwise; what was not judged is in `notJudged`.
   */
  decision: 'allowed' | 'refused' | 'cannot-decide';
  results: GateResult[];
  /** Rules without evidence; the output must name them. */
  notJudged: GateRuleId[];
}

/** What the gate knows about something that the new version no longer has. */
export interface RemovalFacts {
  /** Its entry in the last published version; absent when that version did not deprecate it. */
  published?: Pick<DeprecationEntry, 'deprecated' | 'sunset' | 'deprecatedOn'>;
  /** The date that counts, from `effectiveSunset`; the published one when absent. */
  effectiveSunset?: string;
  /** Approved extensions, as the date each one moves the sunset to; the latest counts. */
  extensions?: readonly string[];
  /** When the first published version carried the mark (RFC 3339); the contract's own `deprecatedOn` is only a claim. */
  firstDeprecated?: string;
  /** The new version is of another major than the published one. */
  newMajor?: boolean;
  /** Sunsets of the published versions in order, from the first deprecated one on; `undefined` where one had none. */
  history?: ReadonlyArray<string | undefined>;
  /** What the removal does to everybody who is known to use the API; absent when nobody looked. */
  consumers?: readonly ConsumerImpact[];
}

/** What the organisation asks for. */
export interface RemovalPolicy {
  /** Days between deprecation and removal. Absent: any notice will do. */
  minimumNoticeDays?: number;
  /** Nothing is removed within a major version, whatever the notice. */
  neverWithinMajor?: boolean;
  /** Every client must have agreed. */
  consent?: boolean;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Judges the removal of one thing by R1 to R8. Where nothing speaks for or against, a rule comes back as `not-judged`; the
 * caller says so in its output.
 */
export function judgeRemoval(facts: RemovalFacts, policy: RemovalPolicy, now: Date): RemovalJudgement {
  const results: GateResult[] = [
    judgeMark(facts),
    judgeSunset(facts, now),
    judgeNotice(facts, policy, now),
    judgeHistory(facts),
    ...judgeUse(facts.consumers, policy),
  ];
  const notJudged = results.filter(result => result.verdict === 'not-judged').map(result => result.rule);
  let decision: RemovalJudgement['decision'] = notJudged.includes('R3') ? 'cannot-decide' : 'allowed';
  if (results.some(result => result.verdict === 'fails')) decision = 'refused';
  return { decision, results, notJudged };
}

function judgeMark({ published }: RemovalFacts): GateResult {
  if (published?.deprecated)
    return { rule: 'R1', verdict: 'holds', because: 'the last published version deprecates it' };
  const because = published
    ? 'a date was announced, but nothing was marked deprecated'
    : 'the last published version does not deprecate it';
  return { rule: 'R1', verdict: 'fails', because };
}

function judgeSunset(facts: RemovalFacts, now: Date): GateResult {
  const said = facts.effectiveSunset ?? facts.published?.sunset;
  const sunset = parseSunset(said ?? '');
  if (said === undefined) return { rule: 'R2', verdict: 'fails', because: 'it has no sunset' };
  if (sunset.kind !== 'date')
    return { rule: 'R2', verdict: 'fails', because: `its sunset '${said}' is not a date` };
  const extended = [sunset, ...(facts.extensions ?? []).map(parseSunset)]
    .flatMap(date => (date.kind === 'date' ? [date] : []))
    .reduce((latest, date) => (date.at.getTime() > latest.at.getTime() ? date : latest));
  const passed = extended.at.getTime() <= now.getTime();
  const what =
    extended === sunset ? `its sunset ${extended.text}` : `its sunset, extended to ${extended.text},`;
  return {
    rule: 'R2',
    verdict: passed ? 'holds' : 'fails',
    because: `${what} has ${passed ? '' : 'not '}passed`,
  };
}

function judgeNotice(facts: RemovalFacts, policy: RemovalPolicy, now: Date): GateResult {
  const { minimumNoticeDays } = policy;
  if (policy.neverWithinMajor) {
    return facts.newMajor
      ? { rule: 'R3', verdict: 'holds', because: 'it is a new major version' }
      : { rule: 'R3', verdict: 'fails', because: 'the policy removes nothing within a major version' };
  }
  if (minimumNoticeDays === undefined)
    return { rule: 'R3', verdict: 'holds', because: 'the policy asks for no minimum notice' };
  const from = parseSunset(facts.firstDeprecated ?? facts.published?.deprecatedOn ?? '');
  if (from.kind !== 'date') {
    return { rule: 'R3', verdict: 'not-judged', because: 'nobody knows since when it is deprecated' };
  }
  const days = Math.floor((now.getTime() - from.at.getTime()) / DAY_MS);
  const because = `deprecated since ${from.text}, ${days} ${days === 1 ? 'day' : 'days'}; the policy asks for ${minimumNoticeDays}`;
  return { rule: 'R3', verdict: days >= minimumNoticeDays ? 'holds' : 'fails', because };
}

function judgeHistory({ history }: RemovalFacts): GateResult {
  if (!history)
    return { rule: 'R4', verdict: 'not-judged', because: 'earlier published versions were not given' };
  let before: { at: Date; text: string } | undefined;
  for (const said of history) {
    const date = parseSunset(said ?? '');
    if (date.kind === 'date') {
      if (before && date.at.getTime() < before.at.getTime()) {
        return {
          rule: 'R4',
          verdict: 'fails',
          because: `its sunset was moved earlier, from ${before.text} to ${date.text}`,
        };
      }
      before = date;
    } else if (before)
      return { rule: 'R4', verdict: 'fails', because: `its sunset ${before.text} was dropped` };
  }
  return { rule: 'R4', verdict: 'holds', because: 'its sunset was never moved earlier nor dropped' };
}

/** A warning about one deprecation. */
export interface GateWarning {
  warning: GateWarningId;
  because: string;
  next: string;
}

/** W1 and W2 of one entry. W3 needs to know consumers, which another room does; W4 is `documentedHeaders`. */
export function warningsOf(entry: DeprecationEntry, now: Date): GateWarning[] {
  const out: GateWarning[] = [];
  const sunset = parseSunset(entry.sunset ?? '');
  const missing = [
    ...(sunset.kind === 'date' ? [] : [entry.malformed === undefined ? 'a sunset' : 'a readable sunset']),
    ...(entry.replacedBy === undefined && entry.reason === undefined ? ['a replacement or a reason'] : []),
  ];
  if (missing.length > 0) {
    const hint = entry.malformed === undefined ? '' : ` (${entry.malformed})`;
    out.push({
      warning: 'W1',
      because: `deprecated without ${missing.join(' and without ')}${hint}`,
      next: "Add 'x-sunset: 2027-06-30' and 'x-replaced-by' (or 'x-deprecation-reason') beside 'deprecated: true'.",
    });
  }
  if (sunset.kind === 'date' && sunset.at.getTime() <= now.getTime()) {
    out.push({
      warning: 'W2',
      because: `its sunset ${sunset.text} has passed and it is still here`,
      next: 'Remove it, or move the sunset and say so to its consumers.',
    });
  }
  return out;
}
