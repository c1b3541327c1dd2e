/** Where a usage fact comes from, and so what its silence means. */
export type UsageSource = 'declared' | 'pact' | 'client' | 'har' | 'otel' | 'access-log';

/** `closed`: what is not listed is not used. `open`: what is not listed is unknown. */
export type World = 'closed' | 'open';

export type FacetKind =
  | 'query'
  | 'header'
  | 'cookie'
  | 'path'
  | 'requestBody'
  | 'requestMedia'
  | 'responseMedia'
  | 'responseRead'
  | 'responseReturned'
  | 'status'
  | 'requestEnum'
  | 'responseEnum'
  | 'security';

/** One aspect of the use of one operation. */
export interface Facet {
  kind: FacetKind;
  /** `200 application/json` or `200` for facets of a response. */
  where?: string;
  /**
   * Schema pointers: `/customer/email`, array items `/*`, map values `/{*}`. Parameters start with their name: `/expand`.
   * Media types and statuses are one token each; security is `/scheme` or `/scheme/scope`.
   */
  paths: string[];
  /** By path: declared enum members only, never free text. */
  values?: Record<string, string[]>;
  world: World;
  /** `responseRead` only: paths the reader cannot do without. */
  required?: string[];
  /** `responseEnum` only: what the reader does with a member it does not know. Absent: not stated. */
  unknown?: 'tolerated' | 'breaks';
}

/** How surely a call was attributed to an operation. */
export type OperationMatch = 'exact' | 'ranked' | 'shadowed' | 'ambiguous';

/** One source's knowledge about one consumer's use of one operation. */
export interface UsageRecord {
  /** Catalog entity ref, or `unattributed:<hash of identity>`. */
  consumer: string;
  /** Catalog entity ref of the API. */
  api: string;
  environment: string;
  source: UsageSource;
  /** File, batch, or manifest path@commit. */
  sourceRef: string;
  consumerVersion?: string;
  /** Only deployed or released versions block; `false` says that this one is neither. */
  deployed?: boolean;
  operation: { method: string; template: string; match: OperationMatch };
  /** The contract it was matched against. */
  contractDigest: string;
  /** ISO date or date-time. */
  firstSeen: string;
  /** ISO date or date-time; for a declaration the day it was reviewed. */
  lastSeen: string;
  calls?: number;
  activeDays?: number;
  sampleRate?: number;
  facets: Facet[];
}

/**
 * What one source says about operations it does not list. A manifest with `complete: true` is closed even when it lists
 * none, so this cannot hang on a record.
 */
export interface UsageCoverage {
  consumer: string;
  api: string;
  environment: string;
  source: UsageSource;
  sourceRef: string;
  deployed?: boolean;
  operations: World;
  lastSeen: string;
}

/** Everything known about one consumer of one API. */
export interface ConsumerEvidence {
  consumer: string;
  /** Owning team's entity ref. */
  owner?: string;
  /** The catalog file whose `consumesApis` names the API; absent when only usage names the consumer. */
  declaredIn?: string;
  records: UsageRecord[];
  coverage: UsageCoverage[];
}

/** The key on which a record is unique: the same file imported twice changes nothing. */
export function usageKey(record: UsageRecord): string {
  return [
    record.consumer,
    record.api,
    record.environment,
    record.source,
    record.sourceRef,
    `${record.operation.method} ${record.operation.template}`,
    record.consumerVersion ?? '',
  ].join('\u0000');
}
