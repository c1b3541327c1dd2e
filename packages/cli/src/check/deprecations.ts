import { DiffFinding, DiffReport, formatSubject, Subject } from '@treaty/contract-findings';
import { DeprecationEntry, GateResult, judgeRemoval, listDeprecations } from '@treaty/contract-deprecations';
import { LoadedDocument } from '@treaty/contract-source';

/**
 * What the removal gate says about everything that the published contract deprecated and the proposed one no longer has:
 * rule by rule, and which rules nobody could judge. One line a removal.
 */
export function removalNotes(diff: DiffReport, published: LoadedDocument, now: Date): string[] {
  const removals = diff.findings.filter(finding => finding.id.endsWith('-removed'));
  if (removals.length === 0) return [];
  const entries = listDeprecations(published);
  return removals.flatMap(finding => {
    const entry = entries.find(one => isAbout(one, finding));
    if (!entry) return [];
    const { results } = judgeRemoval({ published: entry }, {}, now);
    return [
      `removal gate, ${formatSubject(finding.occurrences[0])}: ${results.filter(isJudged).map(sentence).join('; ')}; ${unjudged(results)}`,
    ];
  });
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
