/** What a change means for one consumer. Absence of data is `no-evidence`, never `unaffected`. */
export const VERDICTS = ['breaks', 'may-break', 'unaffected', 'no-evidence'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Where a usage fact comes from, and so what its silence means. */
export const EVIDENCE_SOURCES = [
  'declared',
  'pact',
  'client',
  'har',
  'otel',
  'access-log',
  'catalog',
] as const;
export type EvidenceSource = (typeof EVIDENCE_SOURCES)[number];

/** One piece of evidence behind a verdict, in a form a person can check. */
export interface Evidence {
  source: EvidenceSource;
  /** File, commit or batch: `catalog/components/web/usage.yaml`. */
  sourceRef: string;
  /** Why it speaks for the verdict: `reads it`, `calls this operation; fields read unknown`. */
  statement: string;
  /** ISO date of the last time it was seen or reviewed. */
  lastSeen?: string;
  stale: boolean;
}

/** The verdict on one consumer for one finding. */
export interface ConsumerImpact {
  /** Catalog entity ref, for example `component:default/web`, or `unattributed:<hash>`. */
  consumer: string;
  /** Owning team's entity ref, when the catalog knows it. */
  owner?: string;
  verdict: Verdict;
  evidence: Evidence[];
}

const order: Record<Verdict, number> = { breaks: 0, 'may-break': 1, 'no-evidence': 2, unaffected: 3 };

/** Orders verdicts from worst to mildest. */
export function compareVerdicts(a: Verdict, b: Verdict): number {
  return order[a] - order[b];
}
