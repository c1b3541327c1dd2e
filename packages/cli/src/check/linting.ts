import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { LintReport } from '@treaty/contract-findings';
import type { LoadedRuleset } from '@treaty/contract-lint';
import { LoadedDocument } from '@treaty/contract-source';
import { CommandError } from '../errors';

/** Rulesets that ship with Treaty and one to fall back to. */
export const DEFAULT_RULESET = 'treaty';

/** Loads a ruleset by name or file; what is wrong with it ends the command, because nothing could be judged by it. */
export async function openRuleset(nameOrFile: string, cwd: string): Promise<LoadedRuleset> {
  const { loadRuleset } = await import('@treaty/contract-lint');
  const { ruleset, problems } = await loadRuleset(nameOrFile, {
    read: uri => readFile(path.resolve(cwd, uri), 'utf8'),
  });
  if (ruleset) return ruleset;
  const [first] = problems;
  const where =
    first?.file === undefined
      ? ''
      : ` (${[first.file, first.line].filter(part => part !== undefined).join(':')})`;
  throw new CommandError(
    `the ruleset '${nameOrFile}' cannot be used: ${first?.message ?? 'it is empty'}${where}`,
    first?.next ?? 'name another with --ruleset',
  );
}

/** Judges one loaded document. */
export async function lintDocument(
  document: LoadedDocument,
  ruleset: LoadedRuleset,
  now: Date,
): Promise<LintReport> {
  const { lint } = await import('@treaty/contract-lint');
  const text = document.texts.get(document.uri) ?? '';
  return lint({ document: { uri: document.uri, text, files: document.texts }, ruleset, now });
}

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
