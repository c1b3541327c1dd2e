import { Acceptance, formatAcceptance } from '../acceptance';
import { DiffFinding, LintFinding } from '../finding';
import { Severity } from '../level';
import { DiffReport, GateStatus } from '../report';
import { count, shortRef } from './words';

/** The gate's answer in words. */
export const STATUS_WORDS: Record<GateStatus, string> = {
  passed: 'passed',
  blocked: 'blocked',
  'cannot-decide': 'cannot decide',
  unusable: 'unusable',
};

/** `1 breaking, 2 dangerous, 3 safe changes · 1 accepted · asks for a major version`. */
export function diffSummary(report: Pick<DiffReport, 'summary' | 'findings'>): string {
  const { breaking, dangerous, safe, bump } = report.summary;
  if (breaking + dangerous + safe === 0) return 'no change';
  const parts = [
    breaking > 0 ? `${breaking} breaking` : '',
    dangerous > 0 ? `${dangerous} dangerous` : '',
    safe > 0 ? `${safe} safe` : '',
  ];
  // The noun goes with the number before it: `1 dangerous, 1 safe change`.
  const last = [safe, dangerous, breaking].find(found => found > 0);
  const told = [`${parts.filter(Boolean).join(', ')} ${last === 1 ? 'change' : 'changes'}`];
  const accepted = acceptedCount(report.findings);
  if (accepted > 0) told.push(`${accepted} accepted`);
  if (bump !== 'none') told.push(`asks for a ${bump} version`);
  return told.join(' · ');
}

/** How many findings somebody accepted. */
export function acceptedCount(findings: ReadonlyArray<DiffFinding | LintFinding>): number {
  return findings.filter(finding => finding.accepted !== undefined).length;
}

/** `2 errors, 1 warning`; `nothing to report` when clean. */
export function severitySummary(summary: Record<Severity, number>): string {
  const parts = [
    summary.error > 0 ? count(summary.error, 'error') : '',
    summary.warn > 0 ? count(summary.warn, 'warning') : '',
    summary.info > 0 ? `${summary.info} info` : '',
    summary.hint > 0 ? count(summary.hint, 'hint') : '',
  ].filter(Boolean);
  return parts.length === 0 ? 'nothing to report' : parts.join(', ');
}

/** A line for each accepted lint finding, and one for all that a baseline holds. */
export function acceptedLint(findings: readonly LintFinding[]): string[] {
  const of = (by: Acceptance['by']) =>
    findings.flatMap(({ id, accepted }) => (accepted?.by === by ? [{ id, accepted }] : []));
  const baseline = of('baseline');
  const [first] = baseline;
  return [
    ...of('waiver').map(({ id, accepted }) => `${id}: ${formatAcceptance(accepted)}`),
    ...(first
      ? [
          `${count(baseline.length, 'lint finding')} in the baseline ${first.accepted.file}, owned by ${shortRef(first.accepted.requester)}, to be reviewed by ${first.accepted.until}`,
        ]
      : []),
  ];
}
