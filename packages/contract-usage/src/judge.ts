import {
  compareVerdicts,
  ConsumerImpact,
  DiffFinding,
  Evidence,
  grouped,
  Subject,
  Verdict,
} from '@treaty/contract-findings';
import { changeOf } from './changes';
import { ConsumerEvidence, UsageCoverage, UsageRecord, UsageSource } from './facts';
import { knowledgeOf } from './knowledge';
import { operationKey, parseOperation } from './operations';
import { isStale } from './staleness';
import { Change, VERDICT_TABLE } from './verdictTable';

export interface JudgeOptions {
  /** The day of judgement; engines read no clock. */
  now: Date;
}

/** One source's vote on one occurrence. */
interface Vote {
  verdict: Verdict;
  evidence: Evidence;
}

const TRAFFIC: readonly UsageSource[] = ['har', 'otel', 'access-log'];

/**
 * What a finding means for each consumer, worst first. A finding has many occurrences; a consumer's verdict is the worst
 * over them. A consumer about whose use nothing is known is `no-evidence`, never `unaffected`.
 */
export function judge(
  finding: DiffFinding,
  consumers: readonly ConsumerEvidence[],
  options: JudgeOptions,
): ConsumerImpact[] {
  return consumers
    .map(consumer => judgeConsumer(finding, consumer, options.now))
    .sort((a, b) => compareVerdicts(a.verdict, b.verdict) || (a.consumer < b.consumer ? -1 : 1));
}

function judgeConsumer(finding: DiffFinding, consumer: ConsumerEvidence, now: Date): ConsumerImpact {
  let worst: { verdict: Verdict; evidence: Evidence[] } | undefined;
  for (const subject of finding.occurrences) {
    const result = combine(votes(finding, subject, consumer, now));
    if (!worst || compareVerdicts(result.verdict, worst.verdict) < 0)
      worst = { ...result, evidence: [...result.evidence] };
    else if (result.verdict === worst.verdict) worst.evidence.push(...result.evidence);
  }
  const { verdict, evidence } = worst ?? { verdict: 'no-evidence' as const, evidence: [] };
  return {
    consumer: consumer.consumer,
    ...(consumer.owner === undefined ? {} : { owner: consumer.owner }),
    verdict,
    evidence: evidence.length > 0 ? unique(evidence) : catalogEvidence(consumer),
  };
}

function votes(finding: DiffFinding, subject: Subject, consumer: ConsumerEvidence, now: Date): Vote[] {
  const change = changeOf(finding, subject);
  const used = consumer.records.filter(record => isAbout(record, subject));
  const covered = consumer.coverage.filter(
    coverage =>
      coverage.operations === 'closed' &&
      listsOperations(subject) &&
      !used.some(record => sameSource(record, coverage)),
  );
  const absent = covered
    // A source that closes one environment does not speak for a consumer seen elsewhere by the same source.
    .map(coverage =>
      vote(
        'unaffected',
        subject.operation ? 'does not call this operation' : 'does not call this API',
        coverage,
        isStale(coverage, now),
      ),
    );
  return [...used.map(record => recordVote(change, finding, subject, record, now)), ...absent];
}

function recordVote(
  change: Change,
  finding: DiffFinding,
  subject: Subject,
  record: UsageRecord,
  now: Date,
): Vote {
  const cell = VERDICT_TABLE[change][knowledgeOf(change, finding, subject, record)];
  if (!cell)
    throw new Error(
      `the verdict table has no cell for ${change} / ${knowledgeOf(change, finding, subject, record)}`,
    );
  const stale = isStale(record, now);
  const notes: string[] = [];
  let { verdict } = cell;
  if (verdict === 'breaks') {
    if (record.operation.match === 'ambiguous') notes.push('the path fits several operations');
    if (record.deployed === false) notes.push('this version is not deployed');
    if (stale || notes.length > 0) verdict = 'may-break';
  }
  return vote(verdict, [withCalls(cell.says, record), ...notes].join('; '), record, stale);
}

function withCalls(says: string, record: UsageRecord): string {
  return record.calls === undefined ? says : `${says} (${grouped(record.calls)} calls)`;
}

function vote(verdict: Verdict, statement: string, from: UsageRecord | UsageCoverage, stale: boolean): Vote {
  const lastSeen = from.lastSeen === '' ? {} : { lastSeen: from.lastSeen };
  // What nobody looked at for long proves nothing about today.
  const held: Verdict = stale && verdict === 'unaffected' ? 'no-evidence' : verdict;
  return {
    verdict: held,
    evidence: { source: from.source, sourceRef: from.sourceRef, statement, ...lastSeen, stale },
  };
}

/**
 * The strongest positive wins. A closed negative may lower `may-break` to `unaffected` only when it is newer than every
 * positive and no fresh traffic contradicts it; a contradiction is reported beside the verdict.
 */
function combine(all: Vote[]): { verdict: Verdict; evidence: Evidence[] } {
  const of = (verdict: Verdict) => all.filter(one => one.verdict === verdict).map(one => one.evidence);
  const [breaks, may, free, none] = [of('breaks'), of('may-break'), of('unaffected'), of('no-evidence')];
  if (breaks.length > 0) return { verdict: 'breaks', evidence: [...breaks, ...contradictions(breaks, free)] };
  if (may.length > 0) {
    const newestPositive = newest(may);
    const lowered =
      free.length > 0 && newest(free) > newestPositive && !may.some(one => isTraffic(one) && !one.stale);
    return lowered
      ? { verdict: 'unaffected', evidence: free }
      : { verdict: 'may-break', evidence: [...may, ...contradictions(may, free)] };
  }
  return free.length > 0
    ? { verdict: 'unaffected', evidence: free }
    : { verdict: 'no-evidence', evidence: none };
}

function contradictions(positives: Evidence[], negatives: Evidence[]): Evidence[] {
  if (!positives.some(one => isTraffic(one) && !one.stale)) return [];
  return negatives.map(one => ({ ...one, statement: `contradicted by traffic: ${one.statement}` }));
}

function isTraffic(evidence: Evidence): boolean {
  return (TRAFFIC as readonly string[]).includes(evidence.source);
}

function newest(list: Evidence[]): string {
  return list.map(one => one.lastSeen ?? '').reduce((a, b) => (a > b ? a : b), '');
}

/** A subject without an operation is about the whole API, so any use is. */
function isAbout(record: UsageRecord, subject: Subject): boolean {
  if (subject.operation === undefined) return true;
  const operation = parseOperation(subject.operation);
  return (
    operation !== undefined &&
    operationKey(operation.method, operation.template) ===
      operationKey(record.operation.method, record.operation.template)
  );
}

/** Completeness is stated about operations under `paths`; callbacks and webhooks are not listed in a manifest. */
function listsOperations(subject: Subject): boolean {
  return subject.operation === undefined || parseOperation(subject.operation) !== undefined;
}

function sameSource(record: UsageRecord, coverage: UsageCoverage): boolean {
  return (
    record.source === coverage.source &&
    record.sourceRef === coverage.sourceRef &&
    record.environment === coverage.environment
  );
}

function catalogEvidence(consumer: ConsumerEvidence): Evidence[] {
  if (consumer.declaredIn === undefined) return [];
  const statement = 'consumesApis names the API; which operations it calls is not recorded';
  return [{ source: 'catalog', sourceRef: consumer.declaredIn, statement, stale: false }];
}

function unique(list: Evidence[]): Evidence[] {
  const seen = new Set<string>();
  return list.filter(one => {
    const key = [one.source, one.sourceRef, one.statement, one.lastSeen].join('\u0000');
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
}
