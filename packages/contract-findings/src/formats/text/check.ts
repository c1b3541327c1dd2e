import { DiffFinding } from '../../finding';
import { ApiCheck, CheckReport, GateStatus } from '../../report';
import { FormatOptions } from '../format';
import { acceptedCount, diffSummary, severitySummary } from '../summaries';
import { consumerSummary, count, evidenceSummary, shortRef, versions, visible, waiveCommand } from '../words';
import { renderFinding } from './finding';
import { headline, wrap } from './layout';
import { renderAccepted, renderLintFindings } from './lint';
import { renderProblems } from './problems';

const STATUS_WORDS: Record<GateStatus, string> = {
  passed: 'PASSED',
  blocked: 'BLOCKED',
  'cannot-decide': 'CANNOT DECIDE',
  unusable: 'UNUSABLE',
};

/** The gate's answer, for people. The first line is the whole answer. */
export function renderCheck(report: CheckReport, options: FormatOptions): string[] {
  const paintStatus = statusPaint(report.status, options);
  const single = report.apis.length === 1 ? report.apis[0] : undefined;
  const head = single
    ? headline(apiLine(single), STATUS_WORDS[report.status], options, paintStatus)
    : headline(runLine(report), STATUS_WORDS[report.status], options, paintStatus);
  return [
    head,
    ...report.apis.flatMap(api => [
      ...(single
        ? []
        : ['', headline(apiLine(api), STATUS_WORDS[api.status], options, statusPaint(api.status, options))]),
      ...renderApi(api, options),
    ]),
    ...renderProblems(report.problems, options),
    '',
    ...wrap(
      `base: ${visible(report.base)} · ${count(report.seen, 'API')} seen, ${report.apis.length} judged · fails on ${report.failOn}`,
      '',
      options.width,
    ),
  ];
}

function runLine(report: CheckReport): string {
  if (report.apis.length === 0) {
    return report.problems.some(problem => problem.severity === 'error')
      ? count(report.problems.length, 'problem')
      : 'no API changed';
  }
  const of = (status: GateStatus, word: string) => {
    const n = report.apis.filter(api => api.status === status).length;
    return n === 0 ? [] : [`${n} ${word}`];
  };
  const told = [
    ...of('blocked', 'blocked'),
    ...of('unusable', 'unusable'),
    ...of('cannot-decide', 'undecided'),
    ...of('passed', 'passed'),
  ];
  const broken = new Set(
    report.apis.flatMap(api =>
      api.consumers.filter(one => one.verdict === 'breaks').map(one => shortRef(one.consumer)),
    ),
  );
  const names = [...broken].sort();
  const hit =
    names.length === 0
      ? ''
      : ` · breaks ${names.slice(0, 4).join(', ')}${names.length > 4 ? ` and ${names.length - 4} more` : ''}`;
  return `${count(report.apis.length, 'API')} judged: ${told.join(', ')}${hit}`;
}

function apiLine(api: ApiCheck): string {
  const name = [
    visible(shortRef(api.api)),
    visible(versions(api.diff?.old, api.diff?.new ?? api.lint?.document)),
  ]
    .filter(Boolean)
    .join(' ');
  const parts = [changeSummary(api)];
  if (api.lint && api.lint.findings.some(one => one.accepted === undefined))
    parts.push(`lint: ${severitySummary(api.lint.summary)}`);
  if (api.consumers.length > 0 || hasImpact(api)) parts.push(consumerSummary(api));
  return `${name}   ${parts.join(' · ')}`;
}

function changeSummary(api: ApiCheck): string {
  if (api.status === 'unusable')
    return count(api.problems.filter(problem => problem.severity === 'error').length, 'problem');
  if (api.change === 'added') return 'new API, nothing to compare';
  if (!api.diff) return 'not compared';
  const breaking = api.diff.findings.filter(one => one.level === 'breaking');
  const accepted = acceptedCount(breaking);
  if (breaking.length === 0) return diffSummary(api.diff);
  return count(breaking.length, 'breaking change') + (accepted > 0 ? `, ${accepted} accepted` : '');
}

function hasImpact(api: ApiCheck): boolean {
  return Object.keys(api.impacts).length > 0;
}

function renderApi(api: ApiCheck, options: FormatOptions): string[] {
  const findings = api.diff?.findings ?? [];
  const serious = findings.filter(finding => finding.level !== 'safe');
  const excused = findings.filter(finding => finding.level === 'safe' && finding.because !== undefined);
  const quiet = findings.length - serious.length - excused.length;
  const evidence = evidenceSummary(api, options.now);
  const lint = (api.lint?.findings ?? []).filter(one => one.accepted === undefined);
  return [
    ...[...serious, ...excused].flatMap(finding => [
      '',
      ...renderFinding(finding, api.impacts[finding.fingerprint], options),
      ...nextSteps(finding, options),
    ]),
    ...(lint.length > 0
      ? [
          '',
          `lint, new since the base (ruleset ${visible(api.lint?.ruleset.name ?? '')})`,
          ...renderLintFindings(lint, options),
        ]
      : []),
    ...spaced(renderAccepted(api.lint?.findings ?? [], options)),
    ...renderProblems(api.problems, options),
    ...closing(api, quiet, evidence, options),
  ];
}

/** The denominators, and everything that was not shown or not judged. */
function closing(
  api: ApiCheck,
  quiet: number,
  evidence: string | undefined,
  options: FormatOptions,
): string[] {
  const lines = [
    ...(evidence ? [evidence] : []),
    ...(quiet > 0 ? [`${count(quiet, 'safe change')} not listed`] : []),
    ...(api.lintKnown > 0 ? [`${count(api.lintKnown, 'lint finding')} of the base not listed`] : []),
    // What makes a document unusable stands above, with its place.
    ...(api.status === 'passed' || api.status === 'unusable'
      ? []
      : api.reasons.map(reason => `${STATUS_WORDS[api.status].toLowerCase()}: ${visible(reason)}`)),
    ...(api.notes ?? []).map(visible),
  ];
  return lines.length === 0 ? [] : ['', ...lines.flatMap(line => wrap(line, '', options.width))];
}

function nextSteps(finding: DiffFinding, { width, now }: FormatOptions): string[] {
  if (finding.level === 'safe' || finding.accepted) return [];
  const ask = `or ask for acceptance: ${waiveCommand(finding, now)}`;
  const steps = [
    ...(finding.instead ? [finding.instead] : []),
    ...(finding.level === 'breaking' ? [ask] : []),
    `read why: treaty explain ${finding.id}`,
  ];
  return ['  what to do', ...steps.flatMap(step => wrap(`· ${visible(step)}`, '    ', width))];
}

function spaced(lines: string[]): string[] {
  return lines.length === 0 ? [] : ['', ...lines];
}

function statusPaint(status: GateStatus, { paint }: FormatOptions): (text: string) => string {
  if (status === 'passed') return paint.green;
  return status === 'cannot-decide' ? paint.yellow : paint.red;
}
