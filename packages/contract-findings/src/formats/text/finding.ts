import { formatAcceptance } from '../../acceptance';
import { DiffFinding } from '../../finding';
import { Level } from '../../level';
import { parsePointer } from '../../location';
import { formatHttpMessage, Proof } from '../../proof';
import { formatSubject } from '../../subject';
import { ConsumerImpact, Verdict } from '../../verdict';
import { FormatOptions, Paint } from '../format';
import {
  count,
  evidenceLine,
  LEVEL_MARKS,
  place,
  proofWords,
  shortRef,
  VERDICT_WORDS,
  visible,
} from '../words';
import { clip, columns, wrap } from './layout';

/** Places of one finding that are spelled out; the rest are counted. */
const SHOWN_OCCURRENCES = 3;
const LEVEL_PAINT: Record<Level, keyof Paint> = { breaking: 'red', dangerous: 'yellow', safe: 'green' };

/** One change: what, where, the message that shows it, whom it hits, and what to do. */
export function renderFinding(
  finding: DiffFinding,
  impacts: ConsumerImpact[] | undefined,
  options: FormatOptions,
): string[] {
  const { paint, width } = options;
  const mark = paint[LEVEL_PAINT[finding.level]](`${LEVEL_MARKS[finding.level]} ${visible(finding.id)}`);
  const [first, ...rest] = finding.occurrences;
  const more = rest.slice(0, SHOWN_OCCURRENCES - 1).map(subject => `also ${visible(formatSubject(subject))}`);
  const hidden = finding.occurrences.length - SHOWN_OCCURRENCES;
  const where = place(finding.source.new ?? finding.source.old);
  return [
    `${mark}   ${visible(formatSubject(first))}`,
    ...(where ? [`  ${paint.dim(visible(where))}`] : []),
    ...wrap(visible(finding.message), '    ', width),
    ...more.flatMap(line => wrap(line, '    ', width)),
    ...(hidden > 0 ? [`    and ${count(hidden, 'more place')}`] : []),
    ...(finding.accepted
      ? wrap(visible(formatAcceptance(finding.accepted)), '    ', width).map(paint.green)
      : []),
    ...(finding.because ? wrap(`${finding.level}, because ${visible(finding.because)}`, '    ', width) : []),
    ...renderProof(finding.proof, options),
    ...(impacts ? renderImpacts(impacts, options) : []),
  ];
}

function renderProof(proof: Proof | undefined, options: FormatOptions): string[] {
  const { paint, width } = options;
  if (!proof) return [];
  if (proof.status === 'unproven') return wrap(`no example: ${visible(proof.reason)}`, '    ', width);
  const lines = visible(formatHttpMessage(proof.message)).split('\n');
  const limit = Math.max(width, 60) * 2;
  return [
    `    ${proofWords(proof)}`,
    ...lines.map(line => `      ${paint.bold(clip(line, limit))}`),
    ...(lines.some(line => line.length > limit) ? focus(proof, limit, options) : []),
    ...wrap(`${proof.rejectedBy} contract: ${visible(proof.error)}`, '      ', width),
  ];
}

/** Of a message that was cut, the part that the validator speaks of: a proof that ends before its point proves nothing. */
function focus(
  proof: Extract<Proof, { status: 'proved' }>,
  limit: number,
  { paint }: FormatOptions,
): string[] {
  const pointer = /^(?:\/[^\s/]+)+/.exec(proof.error)?.[0];
  if (pointer === undefined) return [];
  const part = parsePointer(pointer).reduce<unknown>(
    (value, token) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, token)
        ? Reflect.get(value, token)
        : undefined,
    proof.message.body,
  );
  if (part === undefined) return [];
  return [`      … ${pointer} = ${paint.bold(clip(visible(JSON.stringify(part)), limit))}`];
}

function renderImpacts(impacts: ConsumerImpact[], options: FormatOptions): string[] {
  const hit = impacts.filter(one => one.verdict === 'breaks' || one.verdict === 'may-break');
  const rows = hit.map(one => [
    VERDICT_WORDS[one.verdict],
    visible(shortRef(one.consumer)),
    one.owner === undefined ? 'owner unknown' : visible(shortRef(one.owner)),
    visible(
      one.evidence
        .map(evidence => evidenceLine(evidence, options.now))
        .slice(0, 2)
        .join('; '),
    ),
  ]);
  const names = (verdict: Verdict, word: string) => {
    const list = impacts.filter(one => one.verdict === verdict).map(one => visible(shortRef(one.consumer)));
    return list.length === 0 ? [] : [`${word} ${list.length}: ${list.join(', ')}`];
  };
  const quiet = [...names('unaffected', 'unaffected'), ...names('no-evidence', 'no evidence')];
  return [
    ...columns(rows).map((line, index) => `    ${paintVerdict(line, hit[index].verdict, options.paint)}`),
    ...quiet.flatMap(line => wrap(line, '    ', options.width)),
  ];
}

function paintVerdict(line: string, verdict: Verdict, paint: Paint): string {
  const word = VERDICT_WORDS[verdict];
  return (verdict === 'breaks' ? paint.red(word) : paint.yellow(word)) + line.slice(word.length);
}
