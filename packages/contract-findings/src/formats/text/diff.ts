import { DiffReport } from '../../report';
import { FormatOptions } from '../format';
import { diffSummary } from '../summaries';
import { count, versions, visible } from '../words';
import { renderFinding } from './finding';
import { headline } from './layout';
import { renderProblems } from './problems';

/** Two documents compared, for people. */
export function renderDiff(report: DiffReport, options: FormatOptions): string[] {
  const title = visible(report.new.title ?? report.old.title ?? report.new.file);
  const head = [title, visible(versions(report.old, report.new))].filter(Boolean).join(' ');
  const unusable = report.problems.some(problem => problem.severity === 'error');
  const { paint } = options;
  const judged = report.summary.breaking > 0 ? 'BREAKING' : 'COMPATIBLE';
  const word = unusable ? 'UNUSABLE' : judged;
  const colour = word === 'COMPATIBLE' ? paint.green : paint.red;
  const told = unusable ? count(report.problems.length, 'problem') : diffSummary(report);
  return [
    headline(`${head}   ${told}`, word, options, colour),
    ...report.findings.flatMap(finding => [
      '',
      ...renderFinding(finding, undefined, options),
      ...instead(finding.instead, finding.level),
    ]),
    ...renderProblems(report.problems, options),
    ...(report.summary.breaking > 0
      ? ['', `why, and what to do instead: treaty explain ${report.findings[0].id}`]
      : []),
  ];
}

function instead(text: string | undefined, level: string): string[] {
  return text === undefined || level === 'safe' ? [] : [`  instead: ${visible(text)}`];
}
