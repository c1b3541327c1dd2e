import { ConsumerImpact, DiffFinding, DiffReport, formatSubject, Subject } from '@treaty/contract-findings';
import {
  DeprecationEntry,
  documentedHeaders,
  GateResult,
  GateWarning,
  judgeRemoval,
  listDeprecations,
  readAudience,
  readStability,
  RemovalFacts,
  RemovalPolicy,
  removalPolicy,
  warningsOf,
} from '@treaty/contract-deprecations';
import { LoadedDocument } from '@treaty/contract-source';
import { isObject } from '../catalog/entity';
import { SettingsFile } from '../config/settings';

/** Warnings that are spelled out; the rest is counted. */
const SHOWN_WARNINGS = 3;

const RANK = { breaking: 0, dangerous: 1, safe: 2 } as const;

/** What the removal gate made of a comparison. */
export interface RemovalGate {
  diff: DiffReport;
  /** What it judged, rule by rule, and what nobody could judge. */
  notes: string[];
  /** Removals that cannot be decided for want of a date. */
  undecided: string[];
}

/** What the gate needs to know beyond the two documents. */
export interface GateInput {
  published: LoadedDocument;
  proposed: LoadedDocument;
  settings: SettingsFile['removal'];
  /** Lifecycle of the API's catalog entity. */
  lifecycle: unknown;
  /** The comparison as if no sunset had passed: what a removal is that the gate refuses. */
  strictly(): Promise<DiffReport>;
  /** When a thing was first published as deprecated, and with which sunsets; undefined where that is not known. */
  history(
    isIt: (entry: DeprecationEntry) => boolean,
  ): Promise<Pick<RemovalFacts, 'firstDeprecated' | 'history'>>;
  /** What a removal does to everybody who is known to use the API. */
  consumers(finding: DiffFinding): readonly ConsumerImpact[];
  now: Date;
}

/**
 * Holds every removal of something deprecated against R1 to R8, as far as something speaks for or against them. What the comparison let pass because its sunset is over
 * and the gate refuses is breaking again.
 */
export async function removalGate(diff: DiffReport, input: GateInput): Promise<RemovalGate> {
  const entries = listDeprecations(input.published);
  const notes: string[] = [];
  const undecided: string[] = [];
  const findings: DiffFinding[] = [];
  for (const finding of diff.findings) {
    const entry = finding.id.endsWith('-removed') ? entries.find(one => isAbout(one, finding)) : undefined;
    if (!entry) {
      findings.push(finding);
      continue;
    }
    const place = formatSubject(finding.occurrences[0]);
    const facts = {
      published: entry,
      newMajor: majorOf(input.published.version) !== majorOf(input.proposed.version),
      ...(await input.history(one => isAbout(one, finding))),
      consumers: input.consumers(finding),
    };
    const judgement = judgeRemoval(facts, policyFor(entry, input), input.now);
    const judged = judgement.results.filter(isJudged);
    const failing = judged.filter(result => result.verdict === 'fails');
    notes.push(
      `removal gate, ${place}: ${judgement.decision}; ${judged.map(sentence).join('; ')}; ${unjudged(judgement.results)}`,
    );
    if (judgement.decision === 'cannot-decide')
      undecided.push(`may ${place} go? ${unjudged(judgement.results.filter(one => one.rule === 'R3'))}`);
    findings.push(
      judgement.decision === 'refused' && finding.level === 'safe'
        ? await refused(finding, failing, input)
        : finding,
    );
  }
  return { diff: counted({ ...diff, findings }), notes: [...notes, ...warnings(input)], undecided };
}

/** What gets a removal past the rule that refuses it. Where R2 does, waiting for the sunset does, which the finding says. */
const NEXT: Partial<Record<GateResult['rule'], string>> = {
  R1: 'Publish it as deprecated first, with a sunset date.',
  R3: 'Keep it until the notice is as long as the policy asks.',
  R4: 'Keep it until the sunset that was announced first.',
  R5: 'Keep it until they have left it and taken it out of their usage manifests.',
};

async function refused(
  finding: DiffFinding,
  failing: readonly GateResult[],
  { strictly }: GateInput,
): Promise<DiffFinding> {
  const strict = (await strictly()).findings.find(one => one.fingerprint === finding.fingerprint);
  // It breaks nobody, deprecated or not.
  if (strict?.level === 'safe') return finding;
  const because = `the removal gate refuses it: ${failing.map(({ rule, because: why }) => `${rule}, ${why}`).join('; ')}`;
  const base = strict ?? { ...finding, level: 'breaking' as const };
  const instead = failing.map(({ rule }) => NEXT[rule]).find(next => next !== undefined) ?? base.instead;
  return { ...base, source: finding.source, because, instead };
}

function counted(diff: DiffReport): DiffReport {
  const of = (level: string) => diff.findings.filter(one => one.level === level).length;
  const [breaking, dangerous, safe] = [of('breaking'), of('dangerous'), of('safe')];
  return {
    ...diff,
    findings: [...diff.findings].sort((a, b) => RANK[a.level] - RANK[b.level]),
    summary: { breaking, dangerous, safe, bump: breaking > 0 ? 'major' : diff.summary.bump },
  };
}

function policyFor(entry: DeprecationEntry, { settings, published, lifecycle }: GateInput): RemovalPolicy {
  const info = isObject(published.root) && isObject(published.root.info) ? published.root.info : {};
  const stability = readStability(entry.stability, info['x-stability-level'], lifecycle);
  const audience = readAudience(info['x-audience']) ?? settings?.audience ?? 'public';
  return removalPolicy(settings?.preset ?? 'none', settings?.notice, stability, audience);
}

/** W1 and W4 where this change brings them, W2 wherever it is. */
function warnings({ published, proposed, now }: GateInput): string[] {
  const before = new Set(warningsIn(published, now).map(keyOf));
  const found = warningsIn(proposed, now)
    .filter(one => one.warning === 'W2' || !before.has(keyOf(one)))
    .map(one => `${one.warning}, ${one.place}: ${one.because}. ${one.next}`);
  const hidden = found.length - SHOWN_WARNINGS;
  return [...found.slice(0, SHOWN_WARNINGS), ...(hidden > 0 ? [`and ${hidden} more like these`] : [])];
}

interface PlacedWarning extends GateWarning {
  place: string;
  /** Of an enum value. */
  value?: string;
}

function warningsIn(document: LoadedDocument, now: Date): PlacedWarning[] {
  const entries = listDeprecations(document);
  return [
    ...entries.flatMap(entry =>
      warningsOf(entry, now).map(one => ({
        ...one,
        place: formatSubject(entry.subject),
        value: entry.value,
      })),
    ),
    ...documentedHeaders(document, entries).map(one => ({ ...one, place: formatSubject(one.subject) })),
  ];
}

/** W1 and W2 say one thing of a place; W4 may say several. */
function keyOf({ warning, place, value, because }: PlacedWarning): string {
  return `${warning} ${place} ${warning === 'W4' ? because : (value ?? '')}`;
}

function isAbout(entry: DeprecationEntry, finding: DiffFinding): boolean {
  if (
    entry.kind === 'enum-value' &&
    !finding.values?.some(value => value === entry.value || JSON.stringify(value) === entry.value)
  )
    return false;
  return entry.occurrences.some(subject => finding.occurrences.some(other => samePlace(subject, other)));
}

/** Operations are spelled with and without their location word; statuses and media only matter where both name them. */
function samePlace(a: Subject, b: Subject): boolean {
  const at = (subject: Subject) => subject.at ?? 'operation';
  return (
    a.operation === b.operation &&
    at(a) === at(b) &&
    (a.direction ?? b.direction) === (b.direction ?? a.direction)
  );
}

function isJudged(result: GateResult): boolean {
  return result.verdict !== 'not-judged';
}

function sentence({ rule, verdict, because }: GateResult): string {
  return `${rule} ${verdict} (${because})`;
}

function unjudged(results: readonly GateResult[]): string {
  const reasons = new Map<string, string[]>();
  for (const { rule, because } of results.filter(result => !isJudged(result)))
    reasons.set(because, [...(reasons.get(because) ?? []), rule]);
  return [...reasons].map(([because, rules]) => `${rules.join(', ')} not judged: ${because}`).join('; ');
}

function majorOf(version: string | undefined): string {
  return /^v?(\d+)/.exec(version ?? '')?.[1] ?? '';
}
