import { Level } from '../level';
import { SourceLocation } from '../location';
import { ApiCheck, DocumentSummary } from '../report';
import { formatHttpMessage, Proof } from '../proof';
import { Evidence, EvidenceSource, Verdict } from '../verdict';

/** `1 change`, `2 changes`, `12,400 calls`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${grouped(n)} ${n === 1 ? one : many}`;
}

/** A whole number as English writes it. Asking the machine's tables of all languages takes longer than a whole report. */
export function grouped(n: number): string {
  return String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `component:default/web-shop` is `web-shop`; a namespace that is not the default one stays. */
export function shortRef(ref: string): string {
  return ref.replace(/^[a-z]+:/i, '').replace(/^default\//, '');
}

/** Control characters, and marks that turn the direction of the text. */
const UNSEEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Removes what could move a terminal's cursor or hide text: contracts and catalogs are written by others. */
export function visible(text: string): string {
  return text.replace(UNSEEN, character => (character === '\t' || character === '\n' ? character : '\ufffd'));
}

/** `openapi.yaml:214:13`, as far as it is known. */
export function place(location: SourceLocation | undefined): string {
  if (!location) return '';
  const { file, line, column } = location;
  return [file, line, line === undefined ? undefined : column].filter(part => part !== undefined).join(':');
}

/** `2.3.0 → 2.4.0`, or one version when both are the same. */
export function versions(before: DocumentSummary | undefined, after: DocumentSummary | undefined): string {
  const [a, b] = [before?.version, after?.version];
  if (a === undefined || b === undefined || a === b) return b ?? a ?? '';
  return `${a} → ${b}`;
}

const SOURCE_WORDS: Record<EvidenceSource, string> = {
  declared: 'usage manifest',
  pact: 'pact',
  client: 'client code',
  har: 'recording',
  otel: 'traces',
  'access-log': 'access log',
  catalog: 'catalog',
};

/** `reads it: usage manifest, reviewed 2026-11-01`. */
export function evidenceLine(evidence: Evidence, now: Date): string {
  return `${evidence.statement}: ${SOURCE_WORDS[evidence.source]}${age(evidence, now)}`;
}

function age(evidence: Evidence, now: Date): string {
  if (evidence.source === 'catalog') return ` ${evidence.sourceRef}`;
  if (evidence.lastSeen === undefined) return ', never reviewed';
  const stale = evidence.stale ? ` (stale, ${ageInDays(evidence.lastSeen, now)} d)` : '';
  const day = evidence.lastSeen.slice(0, 10);
  return evidence.source === 'declared'
    ? `, reviewed ${day}${stale}`
    : ` ${evidence.sourceRef}, last seen ${day}${stale}`;
}

/** Whole days from an ISO date to `now`. */
export function ageInDays(lastSeen: string, now: Date): number {
  return Math.floor((now.getTime() - Date.parse(lastSeen)) / 86_400_000);
}

/** A waiver that nobody asked to be longer ends after so many days. */
const WAIVER_DAYS = 30;

/** What asks for a finding to be accepted, ready to be run once its reason is written. */
export function waiveCommand({ fingerprint }: { fingerprint: string }, now: Date): string {
  const until = new Date(now.getTime() + WAIVER_DAYS * 86_400_000).toISOString().slice(0, 10);
  return `treaty waive ${fingerprint.slice(0, 6)} --reason "…" --until ${until}`;
}

/** Characters of a message that an annotation shows. */
const MESSAGE_LENGTH = 300;

/** A message on one line, cut where it would not help anybody in full. */
export function proofLine(proof: Extract<Proof, { status: 'proved' }>): string {
  const line = formatHttpMessage(proof.message).replace(/\s*\n\s*/g, ' ');
  const shown = line.length > MESSAGE_LENGTH ? `${line.slice(0, MESSAGE_LENGTH)} …` : line;
  return `${proofWords(proof)}: ${shown}`;
}

export const VERDICT_WORDS: Record<Verdict, string> = {
  breaks: 'breaks',
  'may-break': 'may break',
  unaffected: 'unaffected',
  'no-evidence': 'no evidence',
};

export const LEVEL_MARKS: Record<Level, string> = { breaking: '✖', dangerous: '▲', safe: '✔' };

/** `7 consumers: 2 break, 1 may break, 3 unaffected, 1 without evidence`; empty for an API nobody consumes. */
export function consumerSummary(api: ApiCheck): string {
  const total = api.consumers.length;
  const of = (verdict: Verdict) => api.consumers.filter(one => one.verdict === verdict).length;
  const breaks = of('breaks');
  const parts = [
    [breaks, breaks === 1 ? 'breaks' : 'break'],
    [of('may-break'), 'may break'],
    [of('no-evidence'), 'without evidence'],
    [of('unaffected'), 'unaffected'],
  ] as const;
  const told = parts.filter(([n]) => n > 0).map(([n, word]) => `${n} ${word}`);
  return total === 0 ? 'no consumer is known' : `${count(total, 'consumer')}: ${told.join(', ')}`;
}

/**
 * `evidence: 5 of 7 consumers fresh, 1 stale (ios-app, 41 d), 1 none`: how much the verdicts rest on. Undefined when
 * there is nobody to speak of.
 */
export function evidenceSummary(api: ApiCheck, now: Date): string | undefined {
  const names = new Map<string, Evidence[]>();
  for (const impact of Object.values(api.impacts).flat()) {
    names.set(impact.consumer, [
      ...(names.get(impact.consumer) ?? []),
      ...impact.evidence.filter(one => one.source !== 'catalog'),
    ]);
  }
  if (names.size === 0) return undefined;
  const fresh = [...names].filter(([, list]) => list.some(one => !one.stale));
  const stale = [...names].filter(([, list]) => list.length > 0 && list.every(one => one.stale));
  const none = names.size - fresh.length - stale.length;
  const staleNames = stale.map(([name, list]) => {
    const newest =
      list
        .map(one => one.lastSeen ?? '')
        .sort()
        .pop() ?? '';
    return newest === ''
      ? `${shortRef(name)}, never reviewed`
      : `${shortRef(name)}, ${ageInDays(newest, now)} d`;
  });
  const parts = [`${fresh.length} of ${count(names.size, 'consumer')} fresh`];
  if (stale.length > 0) parts.push(`${stale.length} stale (${staleNames.join('; ')})`);
  if (none > 0) parts.push(`${none} none`);
  return `evidence: ${parts.join(', ')}`;
}

/** `this answer is possible now and was not before`. */
export function proofWords(proof: Extract<Proof, { status: 'proved' }>): string {
  const said = proof.message.kind === 'request' ? 'this request' : 'this answer';
  return proof.acceptedBy === 'new'
    ? `${said} is possible now and was not before`
    : `${said} was fine before and is not any more`;
}
