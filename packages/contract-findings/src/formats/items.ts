import { Acceptance, formatAcceptance } from '../acceptance';
import { DiffFinding, LintFinding } from '../finding';
import { SourceLocation } from '../location';
import { Problem } from '../problem';
import { formatSubject } from '../subject';
import { ApiCheck, LintReport } from '../report';
import { ConsumerImpact } from '../verdict';
import { AnyReport, FormatOptions } from './format';
import { proofLine, shortRef, visible, waiveCommand } from './words';

/** A place in a file, as far as it is known. */
export type Place = Pick<SourceLocation, 'file'> & Partial<SourceLocation>;

/**
 * One thing a machine format says: a change, a lint finding, or a problem of the run. Formats made for code scanners know
 * no changes and consumers, so everything is flattened to this.
 */
export interface Item {
  kind: 'change' | 'lint' | 'problem';
  /** Rule id, or the problem's code. */
  rule: string;
  severity: 'error' | 'warning' | 'note';
  /** One line: what happened, and where in the contract. */
  title: string;
  /** More lines, worst news first: the consumers hit, what to do. */
  details: string[];
  fingerprint?: string;
  /** In the new file; a deleted line is represented by its parent. */
  place?: Place;
  /** In the old file. */
  oldPlace?: Place;
  accepted?: Acceptance;
  /** Catalog ref of the API, in a `check`. */
  api?: string;
}

const SEVERITY_ORDER = { error: 0, warning: 1, note: 2 } as const;

const CHANGE_SEVERITY = { breaking: 'error', dangerous: 'warning', safe: 'note' } as const;
const LINT_SEVERITY = { error: 'error', warn: 'warning', info: 'note', hint: 'note' } as const;

/** Everything a report says, worst first; what was accepted comes last. The order is otherwise that of the report. */
export function itemsOf(any: AnyReport, options: Pick<FormatOptions, 'now'>): Item[] {
  return worstFirst(collect(any, options.now));
}

/** Errors, warnings, notes, and what was accepted. */
export function worstFirst(items: readonly Item[]): Item[] {
  const rank = (item: Item) => (item.accepted ? 3 : SEVERITY_ORDER[item.severity]);
  return items
    .map((item, index) => ({ item, index }))
    .sort((a, b) => rank(a.item) - rank(b.item) || a.index - b.index)
    .map(({ item }) => item);
}

function collect(any: AnyReport, now: Date): Item[] {
  const run = any.report.problems.map(problem => problemItem(problem));
  switch (any.kind) {
    case 'diff':
      return [...run, ...any.report.findings.map(one => changeItem(one, any.report.new.file))];
    case 'lint':
      return [...run, ...any.report.reports.flatMap(report => lintItems(report))];
    default:
      return [...run, ...any.report.apis.flatMap(api => apiItems(api, now))];
  }
}

/** What one linted document has. */
export function lintItems({ problems, findings }: LintReport): Item[] {
  return [...problems.map(problem => problemItem(problem)), ...findings.map(finding => lintItem(finding))];
}

function apiItems({ api, problems, diff, lint, impacts }: ApiCheck, now: Date): Item[] {
  return [
    ...problems.map(problem => problemItem(problem, api)),
    ...(diff?.findings ?? []).map(one => ({
      ...changeItem(one, diff?.new.file, impacts[one.fingerprint], now),
      api,
    })),
    ...(lint?.findings ?? []).map(one => lintItem(one, api)),
  ];
}

function changeItem(
  finding: DiffFinding,
  newFile: string | undefined,
  impacts: readonly ConsumerImpact[] = [],
  /** Of a check, whose findings can be accepted. */
  now?: Date,
): Item {
  const { old } = finding.source;
  const fallback = newFile === undefined ? undefined : { file: newFile, line: 1 };
  const more = finding.occurrences.length - 1;
  const places = more > 0 ? ` and ${more} more ${more === 1 ? 'place' : 'places'}` : '';
  return {
    kind: 'change',
    rule: finding.id,
    severity: CHANGE_SEVERITY[finding.level],
    title: visible(`${finding.message}: ${formatSubject(finding.occurrences[0])}${places}`),
    details: [
      ...(finding.accepted ? [formatAcceptance(finding.accepted)] : []),
      ...hit(impacts),
      ...(finding.because ? [`${finding.level}, because ${finding.because}`] : []),
      ...(finding.proof?.status === 'proved' ? [proofLine(finding.proof)] : []),
      ...(finding.instead && finding.level !== 'safe' ? [finding.instead] : []),
      ...(now && finding.level === 'breaking' && !finding.accepted
        ? [`or ask for acceptance: ${waiveCommand(finding, now)}`]
        : []),
    ].map(visible),
    fingerprint: finding.fingerprint,
    place: repositoryPath(finding.source.new ?? fallback),
    ...(old ? { oldPlace: repositoryPath(old) } : {}),
    ...(finding.accepted ? { accepted: finding.accepted } : {}),
  };
}

/** `breaks web (team-storefront), billing (team-finance)`. */
function hit(impacts: readonly ConsumerImpact[]): string[] {
  return (['breaks', 'may-break'] as const).flatMap(verdict => {
    const names = impacts
      .filter(impact => impact.verdict === verdict)
      .map(
        ({ consumer, owner }) =>
          `${shortRef(consumer)} (${owner === undefined ? 'owner unknown' : shortRef(owner)})`,
      );
    return names.length === 0 ? [] : [`${verdict === 'breaks' ? 'breaks' : 'may break'} ${names.join(', ')}`];
  });
}

function lintItem(finding: LintFinding, api?: string): Item {
  return {
    kind: 'lint',
    rule: finding.id,
    severity: LINT_SEVERITY[finding.severity],
    title: visible(finding.message),
    details: finding.accepted ? [visible(formatAcceptance(finding.accepted))] : [],
    fingerprint: finding.fingerprint,
    place: repositoryPath(finding.source),
    ...(finding.accepted ? { accepted: finding.accepted } : {}),
    ...(api === undefined ? {} : { api }),
  };
}

function problemItem(problem: Problem, api?: string): Item {
  const { file, line, column, pointer } = problem;
  return {
    kind: 'problem',
    rule: problem.code,
    severity: problem.severity,
    title: visible(problem.message),
    details: [visible(`next: ${problem.next}`)],
    ...(file === undefined ? {} : { place: repositoryPath({ file, line, column, pointer }) }),
    ...(api === undefined ? {} : { api }),
  };
}

/** As git spells paths: scanners take `./a` and `a` for two files. */
function repositoryPath<T extends Place | undefined>(place: T): T {
  return place === undefined ? place : { ...place, file: place.file.replace(/^(\.\/)+/, '') };
}
