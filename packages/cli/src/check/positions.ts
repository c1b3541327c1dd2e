import { DiffReport, Problem, SourceLocation } from '@treaty/contract-findings';
import { LoadedDocument, locate, locatePointers } from '@treaty/contract-source';
import { DocumentSource } from './targets';

/** Fills line and column of every place a comparison names; each file is scanned once. */
export function withLines(report: DiffReport, before: LoadedDocument, after: LoadedDocument): DiffReport {
  const old = located(report, 'old', before);
  const next = located(report, 'new', after);
  return {
    ...report,
    findings: report.findings.map((finding, index) => ({
      ...finding,
      source: { ...(old[index] ? { old: old[index] } : {}), ...(next[index] ? { new: next[index] } : {}) },
    })),
  };
}

function located(
  report: DiffReport,
  side: 'old' | 'new',
  document: LoadedDocument,
): Array<SourceLocation | undefined> {
  const places = report.findings.map(finding => finding.source[side]);
  const found = locate(
    document,
    places.filter(place => place !== undefined),
  );
  let next = 0;
  return places.map(place => (place === undefined ? undefined : found[next++]));
}

type Place = { file?: string; line?: number; column?: number };

/**
 * Moves places in a document that is written into a catalog file to where it stands there. Returns the identity for a
 * document of its own.
 */
export function shifterFor(source: DocumentSource | undefined): <T extends Place>(place: T) => T {
  if (!source?.embeddedIn) return place => place;
  const { entity, text } = source.embeddedIn;
  const [{ line: key }] = locatePointers(text, ['/spec/definition'], entity.index);
  const lines = text.split('\n');
  // Only a block scalar keeps its lines; anything else is reported at its key.
  const isBlock = /:\s*[|>][+-]?\d*\s*(#.*)?$/.test((lines[key - 1] ?? '').replace(/\r$/, ''));
  const indent = isBlock ? /^ */.exec(lines.slice(key).find(line => line.trim() !== '') ?? '')![0].length : 0;
  return place => {
    if (place.file !== source.uri || place.line === undefined) return place;
    if (!isBlock) return { ...place, line: key, column: 1 };
    return {
      ...place,
      line: place.line + key,
      ...(place.column === undefined ? {} : { column: place.column + indent }),
    };
  };
}

/** Applies a shifter to a whole comparison; only the new side can be in the working tree. */
export function shiftDiff(
  report: DiffReport,
  shift: <T extends Place>(place: T) => T,
  shiftOld: <T extends Place>(place: T) => T,
): DiffReport {
  return {
    ...report,
    findings: report.findings.map(finding => ({
      ...finding,
      source: {
        ...(finding.source.old ? { old: shiftOld(finding.source.old) } : {}),
        ...(finding.source.new ? { new: shift(finding.source.new) } : {}),
      },
    })),
  };
}

/** Problems of a document, at their place in the file a person can open. */
export function shiftProblems(
  problems: readonly Problem[],
  shift: <T extends Place>(place: T) => T,
): Problem[] {
  return problems.map(problem => shift(problem));
}
