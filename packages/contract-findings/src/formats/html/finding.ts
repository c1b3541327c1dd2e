import { formatAcceptance } from '../../acceptance';
import { DiffFinding, LintFinding } from '../../finding';
import { Problem } from '../../problem';
import { formatHttpMessage } from '../../proof';
import { formatSubject } from '../../subject';
import { ConsumerImpact } from '../../verdict';
import { FormatOptions } from '../format';
import { count, evidenceLine, place, proofWords, shortRef, VERDICT_WORDS, waiveCommand } from '../words';
import { code, h } from './escape';

const SHOWN_OCCURRENCES = 10;

/** One change with its proof and the consumers it hits. */
export function changeArticle(
  finding: DiffFinding,
  impacts: readonly ConsumerImpact[] | undefined,
  options: FormatOptions,
): string {
  const where = place(finding.source.new ?? finding.source.old);
  const hidden = finding.occurrences.length - SHOWN_OCCURRENCES;
  const places = finding.occurrences
    .slice(0, SHOWN_OCCURRENCES)
    .map(subject => `<li>${code(formatSubject(subject))}</li>`);
  return [
    `<article class="${finding.level}${finding.accepted ? ' accepted' : ''}" id="f-${h(finding.fingerprint)}">`,
    `<h3><span class="badge">${finding.level}</span> ${code(finding.id)}</h3>`,
    `<p>${h(finding.message)}${where ? ` <span class="dim">${h(where)}</span>` : ''}</p>`,
    ...(finding.accepted ? [`<p><strong>${h(formatAcceptance(finding.accepted))}</strong></p>`] : []),
    `<ul>${places.join('')}${hidden > 0 ? `<li>and ${count(hidden, 'more place')}</li>` : ''}</ul>`,
    ...(finding.because ? [`<p>${finding.level}, because ${h(finding.because)}</p>`] : []),
    ...proofLines(finding),
    ...impactTable(impacts ?? [], options),
    ...(finding.instead && finding.level !== 'safe'
      ? [`<p><strong>Instead:</strong> ${h(finding.instead)}</p>`]
      : []),
    ...(impacts && finding.level === 'breaking' && !finding.accepted
      ? [`<p><strong>Or ask for acceptance:</strong> ${code(waiveCommand(finding, options.now))}</p>`]
      : []),
    `<p class="dim">finding ${code(finding.fingerprint)} · why: ${code(`treaty explain ${finding.id}`)}</p>`,
    '</article>',
  ].join('\n');
}

function proofLines({ proof }: DiffFinding): string[] {
  if (!proof) return [];
  if (proof.status === 'unproven') return [`<p>No example: ${h(proof.reason)}</p>`];
  return [
    `<p>${h(proofWords(proof))}:</p>`,
    `<pre>${h(formatHttpMessage(proof.message))}</pre>`,
    `<p>The ${proof.rejectedBy} contract says: ${h(proof.error)}</p>`,
  ];
}

function impactTable(impacts: readonly ConsumerImpact[], options: FormatOptions): string[] {
  if (impacts.length === 0) return [];
  const rows = impacts.map(one => {
    const evidence =
      one.evidence
        .slice(0, 2)
        .map(item => evidenceLine(item, options.now))
        .join('; ') || 'none';
    const cells = [
      h(shortRef(one.consumer)),
      h(one.owner === undefined ? 'unknown' : shortRef(one.owner)),
      `<span class="${one.verdict}">${VERDICT_WORDS[one.verdict]}</span>`,
      h(evidence),
    ];
    return `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return [table(['consumer', 'owner', 'verdict', 'evidence'], rows)];
}

/** Lint findings as one table. */
export function lintTable(findings: readonly LintFinding[]): string {
  if (findings.length === 0) return '';
  const rows = findings.map(one => {
    const accepted = one.accepted ? ` <strong>${h(formatAcceptance(one.accepted))}</strong>` : '';
    return `<tr><td>${one.severity}</td><td>${code(one.id)}</td><td>${h(place({ ...one.source, column: undefined }))}</td><td>${h(one.message)}${accepted}</td></tr>`;
  });
  return table(['severity', 'rule', 'place', 'message'], rows);
}

/** Problems, each with its next step. */
export function problemArticles(problems: readonly Problem[]): string {
  return problems
    .map(({ severity, message, file, line, next }) => {
      const where = [file, line].filter(part => part !== undefined).join(':');
      return `<article class="${severity}"><h3><span class="badge">${severity}</span> ${h(message)}</h3>${where ? `<p class="dim">${h(where)}</p>` : ''}<p>Next: ${h(next)}</p></article>`;
    })
    .join('\n');
}

function table(head: readonly string[], rows: readonly string[]): string {
  return `<div class="scroll" role="region" aria-label="${head.join(', ')}" tabindex="0"><table><thead><tr>${head.map(name => `<th scope="col">${name}</th>`).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`;
}
