import { LintReport } from '@treaty/contract-findings';

/** Splits a report into what the base did not have yet, and how many findings it had already. */
export function onlyNew(
  report: LintReport,
  base: LintReport | undefined,
): { lint: LintReport; known: number } {
  // Two findings of one rule at one place share a fingerprint; each of the base excuses one.
  const excused = new Map<string, number>();
  for (const { fingerprint } of base?.findings ?? [])
    excused.set(fingerprint, (excused.get(fingerprint) ?? 0) + 1);
  const fresh = report.findings.filter(({ fingerprint }) => {
    const left = excused.get(fingerprint) ?? 0;
    if (left > 0) excused.set(fingerprint, left - 1);
    return left === 0;
  });
  const of = (severity: string) => fresh.filter(finding => finding.severity === severity).length;
  return {
    lint: {
      ...report,
      findings: fresh,
      summary: { error: of('error'), warn: of('warn'), info: of('info'), hint: of('hint') },
    },
    known: report.findings.length - fresh.length,
  };
}
