import { LintFinding } from '../../finding';
import { Severity } from '../../level';
import { LintReport, LintRunReport } from '../../report';
import { FormatOptions, Paint } from '../format';
import { acceptedLint, severitySummary } from '../summaries';
import { count, visible } from '../words';
import { columns, headline, wrap } from './layout';
import { renderProblems } from './problems';

const PAINT: Record<Severity, keyof Paint> = { error: 'red', warn: 'yellow', info: 'dim', hint: 'dim' };

/** A lint run, for people: one block a file, findings in the order of the file. */
export function renderLint(run: LintRunReport, options: FormatOptions): string[] {
  const { error, warn, info, hint, documents } = run.summary;
  const { paint } = options;
  const unusable = [...run.problems, ...run.reports.flatMap(report => report.problems)].some(
    problem => problem.severity === 'error',
  );
  const told = severitySummary({ error, warn, info, hint });
  const judged = error > 0 ? 'FAILED' : 'PASSED';
  const word = unusable ? 'UNUSABLE' : judged;
  const colour = word === 'PASSED' ? paint.green : paint.red;
  const name =
    documents === 1 && run.reports[0] ? visible(run.reports[0].document.file) : count(documents, 'document');
  const rulesets = [...new Set(run.reports.map(report => report.ruleset.name))].map(visible).join(', ');
  return [
    headline(`${name}   ${told}${rulesets ? ` · ruleset ${rulesets}` : ''}`, word, options, colour),
    ...run.reports.flatMap(report => renderReport(report, run.reports.length > 1, options)),
    ...renderProblems(run.problems, options),
  ];
}

function renderReport(report: LintReport, named: boolean, options: FormatOptions): string[] {
  const title = named ? ['', options.paint.bold(visible(report.document.file))] : [''];
  const lines = [
    ...renderLintFindings(
      report.findings.filter(one => one.accepted === undefined),
      options,
    ),
    ...renderAccepted(report.findings, options),
  ];
  return [...(lines.length > 0 || named ? title : []), ...lines, ...renderProblems(report.problems, options)];
}

/** Rows `file:line:column  severity  rule  message`. */
export function renderLintFindings(findings: readonly LintFinding[], options: FormatOptions): string[] {
  const rows = findings.map(one => [
    visible(
      [one.source.file, one.source.line, one.source.column].filter(part => part !== undefined).join(':'),
    ),
    one.severity,
    visible(one.id),
    visible(one.message),
  ]);
  return columns(rows).map((line, index) => {
    const { severity } = findings[index];
    return `  ${line.replace(` ${severity} `, ` ${options.paint[PAINT[severity]](severity)} `)}`;
  });
}

/** What was accepted: a waiver by name, a baseline as a number. */
export function renderAccepted(findings: readonly LintFinding[], { width }: FormatOptions): string[] {
  return acceptedLint(findings).flatMap(line => wrap(visible(line), '  ', width));
}
