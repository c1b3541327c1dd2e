import type { DeprecationEntry } from '@treaty/contract-deprecations';
import type { Problem } from '@treaty/contract-findings';
import type { UsageCoverage, UsageManifest, UsageRecord } from '@treaty/contract-usage';
import type { OperationRecord } from '../database/releaseStore';

/**
 * Version of what {@link analyse} reads out of a document. Raise it whenever the same document would give other rows:
 * the next ingestion then reads every newest release again.
 */
export const ANALYSIS_VERSION = 1;

/** One definition to read. Everything here and in the result survives structured cloning: it may cross to a worker. */
export interface AnalysisRequest {
  /** Entity ref of the API. */
  api: string;
  /** Type of the API entity: `openapi`, `asyncapi`, `graphql`, … */
  type: string;
  text: string;
  /** The file as problems are to name it. */
  file: string;
  /** Manifests of components that say they use the API. */
  manifests: ManifestOfConsumer[];
}

export interface ManifestOfConsumer {
  consumer: string;
  manifest: UsageManifest;
  sourceRef: string;
}

/** What a definition says. */
export interface AnalysisResult {
  problems: Problem[];
  /** Absent when an error makes the document unusable; then the last release stays the newest. */
  contract?: AnalysedContract;
  /** What the manifests say of this API; empty without a contract to match them against. */
  usage: AnalysedUsage[];
}

export interface AnalysedContract {
  /** Hex SHA-256 of the text. */
  digest: string;
  mediaType: string;
  title?: string;
  version?: string;
  specification?: string;
  /** False when it can be read, but is no valid document of its language. */
  valid: boolean;
  operations: OperationRecord[];
  deprecations: LocatedDeprecation[];
}

export type LocatedDeprecation = DeprecationEntry & { line?: number };

export interface AnalysedUsage {
  consumer: string;
  records: UsageRecord[];
  coverage: UsageCoverage[];
  problems: Problem[];
}

/** Reads definitions. */
export interface Analyser {
  /** Never rejects because of what a document says. */
  analyse(request: AnalysisRequest): Promise<AnalysisResult>;
  /** Lets go of what is kept between documents. */
  rest(): Promise<void>;
}
