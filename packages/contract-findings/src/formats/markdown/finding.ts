import { formatAcceptance } from '../../acceptance';
import { DiffFinding } from '../../finding';
import { Problem } from '../../problem';
import { formatHttpMessage } from '../../proof';
import { formatSubject } from '../../subject';
import { ConsumerImpact } from '../../verdict';
import { FormatOptions } from '../format';
import { count, evidenceLine, place, proofWords, shortRef, VERDICT_WORDS, waiveCommand } from '../words';
import { block, code, md } from './escape';

const SHOWN_OCCURRENCES = 5;

/** One change as a section. */
export function findingSection(
  finding: DiffFinding,
  impacts: ConsumerImpact[] | undefined,
  options: FormatOptions,
): string[] {
  const where = place(finding.source.new ?? finding.source.old);
  const hidden = finding.occurrences.length - SHOWN_OCCURRENCES;
  return [
    `#### ${finding.level}: ${code(finding.id)}`,
    '',
    `${md(finding.message)}${where ? ` (${code(where)})` : ''}`,
    '',
    ...finding.occurrences.slice(0, SHOWN_OCCURRENCES).map(subject => `- ${code(formatSubject(subject))}`),
    ...(hidden > 0 ? [`- and ${count(hidden, 'more place')}`] : []),
    '',
    ...(finding.accepted ? [`**${md(formatAcceptance(finding.accepted))}**`, ''] : []),
    ...(finding.because ? [`${finding.level}, because ${md(finding.because)}.`, ''] : []),
    ...proofLines(finding),
    ...impactTable(impacts ?? [], options),
    ...(finding.instead && finding.level !== 'safe' ? [`**Instead:** ${md(finding.instead)}`, ''] : []),
    ...(impacts && finding.level === 'breaking' && !finding.accepted
      ? [`**Or ask for acceptance:** ${code(waiveCommand(finding, options.now))}`, '']
      : []),
  ];
}

function proofLines({ proof }: DiffFinding): string[] {
  if (!proof) return [];
  if (proof.status === 'unproven') return [`No example: ${md(proof.reason)}.`, ''];
  const told = proofWords(proof);
  return [
    `${told[0].toUpperCase()}${told.slice(1)}:`,
    '',
    ...block(formatHttpMessage(proof.message), 'http'),
    '',
    `The ${proof.rejectedBy} contract says: ${md(proof.error)}`,
    '',
  ];
}

function impactTable(impacts: ConsumerImpact[], options: FormatOptions): string[] {
  if (impacts.length === 0) return [];
  return [
    '| consumer | owner | verdict | evidence |',
    '|---|---|---|---|',
    ...impacts.map(one => {
      const evidence = one.evidence.slice(0, 2).map(item => md(evidenceLine(item, options.now)));
      const owner = one.owner === undefined ? 'unknown' : md(shortRef(one.owner));
      return `| ${md(shortRef(one.consumer))} | ${owner} | ${VERDICT_WORDS[one.verdict]} | ${evidence.join('; ') || 'none'} |`;
    }),
    '',
  ];
}

/** Problems as a list with the next step. */
export function problemList(problems: readonly Problem[]): string[] {
  if (problems.length === 0) return [];
  const lines = problems.map(problem => {
    const where = [problem.file, problem.line].filter(part => part !== undefined).join(':');
    return `- **${problem.severity}** ${md(problem.message)}${where ? ` (${code(where)})` : ''}. Next: ${md(problem.next)}`;
  });
  return [...lines, ''];
}
