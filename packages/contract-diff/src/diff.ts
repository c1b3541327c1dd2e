import {
  Bump,
  compareLevels,
  ContractDocument,
  DiffFinding,
  DiffReport,
  DocumentSummary,
  Level,
  Problem,
  REPORT_SCHEMA_VERSION,
  Subject,
  subjectKey,
} from '@treaty/contract-findings';
import { Collector } from './compare/collector';
import { draftsOf } from './compare/findings';
import { OperationComparer } from './compare/operations';
import { SchemaPairs } from './compare/schemaPairs';
import { reportUnexplained } from './compare/unexplained';
import { Prover } from './contain/prover';
import { readApi } from './model/api';
import { isObject, own, Reader } from './model/reader';
import { DocumentSide } from './model/side';
import { Api } from './model/types';
import { unchanged } from './model/unchanged';
import { Interner } from './normalize/interner';
import { Mode } from './normalize/norm';
import { Schemas } from './normalize/schemas';
import { sortedBy, sortedSubjects } from './occurrences';
import { DiffOptions } from './options';
import { Workshop } from './prove/prove';
import { Judge } from './prove/validator';
import { rulesOn } from './rules';
import { settle } from './settle';

/**
 * Compares two versions of a contract. Pure: reads nothing, knows no clock, changes neither document. Input it cannot
 * read becomes `problems`; it does not throw on documents.
 */
export function diff(
  oldDocument: ContractDocument,
  newDocument: ContractDocument,
  options: DiffOptions = {},
): DiffReport {
  const space = new Schemas(new Interner());
  const [before, after] = [new Reader(oldDocument), new Reader(newDocument)];
  const problems: Problem[] = [];
  for (const reader of [before, after]) problems.push(...unusable(reader));
  const empty = problems.length > 0;
  const sides = [new DocumentSide('old', before, space), new DocumentSide('new', after, space)] as const;
  const skipped = unchanged(...sides);
  const [oldApi, newApi] = sides.map(side => readApi(side, skipped));
  const provers: Record<Mode, Prover> = {
    request: new Prover(space, 'request'),
    response: new Prover(space, 'response'),
  };
  let findings: DiffFinding[] = [];
  if (!empty) {
    const comparer = new OperationComparer(space, new SchemaPairs(space, provers, rulesOn('schema')), provers);
    comparer.compare(oldApi, newApi);
    reportUnexplained(comparer.roots, provers, rulesOn('schema'));
    const drafts = [...comparer.drafts, ...draftsOf(comparer.roots)];
    const workshop: Workshop = { provers, judge: new Judge() };
    findings = merged(drafts.map(draft => settle(draft, workshop, options)));
    const versions = new Collector();
    const about = { subject: {}, location: 'document', mode: 'request', operations: {} } as const;
    versions.ask('version', { before: oldApi, after: newApi, bump: bumpFor(findings) }, about);
    findings.push(...versions.drafts.map(draft => settle(draft, workshop, options)));
  }
  findings = sortedBy(findings, orderOf).sort((a, b) => compareLevels(a.level, b.level));
  problems.push(...before.problems, ...after.problems);
  const count = (level: Level): number => findings.filter(finding => finding.level === level).length;
  const counts = { breaking: count('breaking'), dangerous: count('dangerous'), safe: count('safe') };
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    old: summary(oldDocument, oldApi),
    new: summary(newDocument, newApi),
    summary: { ...counts, bump: bumpFor(findings) },
    findings,
    problems,
  };
}

function unusable(reader: Reader): Problem[] {
  const { value, loc } = reader.root;
  if (isObject(value) && (own(value, 'openapi') !== undefined || own(value, 'swagger') !== undefined))
    return [];
  return [
    {
      code: 'not-openapi',
      message: 'the document is not an OpenAPI description',
      file: loc.file,
      pointer: '',
      next: "start it with 'openapi: 3.1.0' or 'swagger: \"2.0\"'",
      severity: 'error',
    },
  ];
}

/** One cause, one finding: what differs only in where it was seen is put together. */
function merged(findings: readonly DiffFinding[]): DiffFinding[] {
  const byCause = new Map<string, DiffFinding>();
  const more = new Map<DiffFinding, Subject[]>();
  for (const finding of findings) {
    const { old, new: now } = finding.source;
    const key = [
      finding.id,
      finding.level,
      finding.message,
      old?.file,
      old?.pointer,
      now?.file,
      now?.pointer,
      finding.occurrences[0].direction,
    ].join('\u0000');
    const known = byCause.get(key);
    if (known) more.set(known, (more.get(known) ?? known.occurrences).concat(finding.occurrences));
    else byCause.set(key, finding);
  }
  for (const [finding, occurrences] of more) finding.occurrences = sortedSubjects(occurrences);
  return [...byCause.values()];
}

/** Findings of one level stand in this order. */
function orderOf(finding: DiffFinding): string {
  return `${finding.id}\u0000${subjectKey(finding.occurrences[0])}\u0000${finding.message}`;
}

function bumpFor(findings: readonly DiffFinding[]): Bump {
  if (findings.some(finding => finding.level === 'breaking')) return 'major';
  if (findings.some(finding => finding.level === 'dangerous' || finding.id.endsWith('-added')))
    return 'minor';
  return findings.length > 0 ? 'patch' : 'none';
}

function summary(document: ContractDocument, api: Api): DocumentSummary {
  const out: DocumentSummary = { file: document.uri };
  if (api.title !== undefined) out.title = api.title;
  if (api.version !== undefined) out.version = api.version;
  if (api.specification !== '') out.specification = api.specification;
  return out;
}
