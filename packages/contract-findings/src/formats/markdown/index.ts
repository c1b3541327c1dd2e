import { LintFinding } from '../../finding';
import { ApiCheck, CheckReport, DiffReport, GateStatus, LintRunReport } from '../../report';
import { AnyReport, Format, FormatOptions } from '../format';
import { acceptedLint, diffSummary, severitySummary } from '../summaries';
import { consumerSummary, count, evidenceSummary, shortRef, versions } from '../words';
import { code, md } from './escape';
import { findingSection, problemList } from './finding';

const STATUS_WORDS: Record<GateStatus, string> = {
  passed: '✅ passed',
  blocked: '❌ blocked',
  'cannot-decide': '❔ cannot decide',
  unusable: '❌ unusable',
};

/** For pull-request comments and job summaries. */
export const markdown: Format = {
  id: 'markdown',
  extension: 'md',
  summary: 'for comments and job summaries',
  render(any, options) {
    return `${sections(any, options)
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trimEnd()}\n`;
  },
};

function sections(any: AnyReport, options: FormatOptions): string[] {
  switch (any.kind) {
    case 'diff':
      return diff(any.report, options);
    case 'lint':
      return lint(any.report);
    default:
      return check(any.report, options);
  }
}

function diff(report: DiffReport, options: FormatOptions): string[] {
  const title = md(report.new.title ?? report.old.title ?? report.new.file);
  return [
    `### ${title} ${md(versions(report.old, report.new))}: ${diffSummary(report)}`,
    '',
    ...report.findings.flatMap(finding => findingSection(finding, undefined, options)),
    ...problemList(report.problems),
  ];
}

function lint(run: LintRunReport): string[] {
  return [
    `### Lint: ${severitySummary(run.summary)} in ${count(run.summary.documents, 'document')}`,
    '',
    ...lintTable(run.reports.flatMap(report => report.findings)),
    ...acceptedLint(run.reports.flatMap(report => report.findings)).map(line => `- ${md(line)}`),
    '',
    ...problemList([...run.problems, ...run.reports.flatMap(report => report.problems)]),
  ];
}

function check(report: CheckReport, options: FormatOptions): string[] {
  return [
    `## Contract check: ${STATUS_WORDS[report.status]}`,
    '',
    ...(report.apis.length === 0 ? ['No API changed.', ''] : []),
    ...report.apis.flatMap(api => apiSection(api, options)),
    ...problemList(report.problems),
    `<sub>Base: ${md(report.base)} · ${count(report.seen, 'API')} seen, ${report.apis.length} judged · fails on ${report.failOn}</sub>`,
  ];
}

function apiSection(api: ApiCheck, options: FormatOptions): string[] {
  const findings = (api.diff?.findings ?? []).filter(
    finding => finding.level !== 'safe' || finding.because !== undefined,
  );
  const version = md(versions(api.diff?.old, api.diff?.new ?? api.lint?.document));
  const evidence = evidenceSummary(api, options.now);
  const compared = api.diff ? diffSummary(api.diff) : 'not compared';
  const told = api.change === 'added' ? 'new API, nothing to compare' : compared;
  const hidden = (api.diff?.findings.length ?? 0) - findings.length;
  const tail = [
    ...(evidence ? [evidence] : []),
    ...acceptedLint(api.lint?.findings ?? []),
    ...(hidden > 0 ? [`${count(hidden, 'safe change')} not listed`] : []),
    ...(api.lintKnown > 0 ? [`${count(api.lintKnown, 'lint finding')} of the base not listed`] : []),
    ...(api.notes ?? []),
  ];
  return [
    `### ${md(shortRef(api.api))} ${version}: ${STATUS_WORDS[api.status]}`,
    '',
    `${told} · ${consumerSummary(api)}`,
    '',
    ...api.reasons.map(reason => `- ${md(reason)}`),
    '',
    ...findings.flatMap(finding => findingSection(finding, api.impacts[finding.fingerprint], options)),
    ...lintTable(api.lint?.findings ?? []),
    ...problemList(api.problems),
    ...tail.map(line => `<sub>${md(line)}</sub><br>`),
    '',
  ];
}

function lintTable(all: readonly LintFinding[]): string[] {
  const findings = all.filter(one => one.accepted === undefined);
  if (findings.length === 0) return [];
  return [
    '| severity | rule | place | message |',
    '|---|---|---|---|',
    ...findings.map(one => {
      const where = [one.source.file, one.source.line].filter(part => part !== undefined).join(':');
      return `| ${one.severity} | ${code(one.id)} | ${code(where)} | ${md(one.message)} |`;
    }),
    '',
  ];
}
