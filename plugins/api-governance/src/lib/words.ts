import { Verdict, EvidenceSource } from '@treaty/contract-findings';

/** How loud a word is said; maps to a colour and never stands alone without its text. */
export type Tone = 'danger' | 'warning' | 'success' | 'info' | 'neutral';

/** A word with the explanation a reader gets on hover and in the legend. */
export interface Word {
  label: string;
  tone: Tone;
  explanation: string;
}

/** States of a deprecation, in the words of the portal. */
export const STATE_WORDS = {
  zombie: {
    label: 'Zombie',
    tone: 'danger',
    explanation: 'Its sunset has passed and the newest release still has it.',
  },
  'sunset-due': { label: 'Sunset due', tone: 'warning', explanation: 'Its sunset is at most 30 days away.' },
  deprecated: { label: 'Deprecated', tone: 'info', explanation: 'The deprecation is in force.' },
  announced: { label: 'Announced', tone: 'neutral', explanation: 'Its deprecation date is still to come.' },
  removed: { label: 'Removed', tone: 'success', explanation: 'The newest release no longer has it.' },
} as const satisfies Record<string, Word>;
export type DeprecationState = keyof typeof STATE_WORDS;

/** What the removal would mean for a consumer. */
export const VERDICT_WORDS: Record<Verdict, Word> = {
  breaks: { label: 'Breaks', tone: 'danger', explanation: 'Fresh evidence shows that the consumer uses it.' },
  'may-break': {
    label: 'May break',
    tone: 'warning',
    explanation: 'The evidence is stale, incomplete or ambiguous.',
  },
  'no-evidence': {
    label: 'No evidence',
    tone: 'neutral',
    explanation: 'Nothing is known about what this consumer uses. That is not the same as safe.',
  },
  unaffected: { label: 'Unaffected', tone: 'success', explanation: 'The consumer is known not to use it.' },
};

/** Kinds of things that can be deprecated. */
export const KIND_WORDS = {
  api: 'API line',
  operation: 'Operation',
  parameter: 'Parameter',
  header: 'Response header',
  schema: 'Message body',
  property: 'Property',
  'enum-value': 'Enum value',
} as const;
export type DeprecationKind = keyof typeof KIND_WORDS;

/** Where evidence comes from, in words a reader who has not built the importer understands. */
export const SOURCE_WORDS: Record<EvidenceSource, string> = {
  declared: 'Usage manifest',
  pact: 'Pact',
  client: 'Client code',
  har: 'Recording (HAR)',
  otel: 'Traces',
  'access-log': 'Access log',
  catalog: 'Catalog relation',
};

/** Lifecycles of the catalog; organisations may have others, which stay neutral. */
export function lifecycleTone(lifecycle: string): Tone {
  if (lifecycle === 'deprecated') return 'warning';
  if (lifecycle === 'experimental') return 'info';
  return lifecycle === 'production' ? 'success' : 'neutral';
}

/** `1 consumer`, `7 consumers`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;
}

/** `48 KB`, `13.2 MB`; decimal units, as browsers and registries show them. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
