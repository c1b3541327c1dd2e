import type { ApiSummary, LineDeprecation, Release } from '@treaty/plugin-api-governance-common';
import { daysLeft, deprecationState } from './state';

/** Columns of `releases` and `documents` as `releaseColumns` selects them. */
export interface ReleaseRow {
  release_id: string | null;
  release_digest: string;
  release_version: string | null;
  release_title: string | null;
  release_specification: string | null;
  release_source: 'catalog' | 'publish';
  release_valid: boolean;
  release_operations: number;
  release_deprecations: number;
  release_published: Date;
  release_bytes: number;
  release_latest: boolean;
}

/** Select list for a release `r` of an API `a` with its document `d`. */
export const releaseColumns = [
  'r.id as release_id',
  'r.digest as release_digest',
  'r.version as release_version',
  'r.title as release_title',
  'r.specification as release_specification',
  'r.source as release_source',
  'r.valid as release_valid',
  'r.operation_count as release_operations',
  'r.deprecation_count as release_deprecations',
  'r.published_at as release_published',
  'd.bytes as release_bytes',
];

export interface LineRow {
  deprecated: boolean;
  deprecated_on: Date | null;
  sunset: Date | null;
  successor: string | null;
  guide: string | null;
}

export interface ApiRow extends ReleaseRow, LineRow {
  ref: string;
  namespace: string;
  name: string;
  title: string;
  description: string | null;
  type: string;
  family: string | null;
  major: string | null;
  audience: string | null;
  owner: string | null;
  system: string | null;
  lifecycle: string | null;
  stated_version: string | null;
  consumer_count: string;
  problem_count: string;
  has_errors: boolean;
}

export function toRelease(row: ReleaseRow): Release {
  return {
    digest: row.release_digest,
    version: row.release_version ?? undefined,
    title: row.release_title ?? undefined,
    specification: row.release_specification ?? undefined,
    publishedAt: row.release_published.toISOString(),
    source: row.release_source,
    bytes: row.release_bytes,
    valid: row.release_valid,
    operationCount: row.release_operations,
    deprecationCount: row.release_deprecations,
    latest: row.release_latest,
  };
}

export function toLineDeprecation(row: LineRow, now: Date): LineDeprecation | undefined {
  if (!row.deprecated) return undefined;
  const sunset = row.sunset ?? undefined;
  const deprecatedOn = row.deprecated_on ?? undefined;
  // A line whose block gives no date is deprecated since it has the block.
  const since = deprecatedOn ?? new Date(0);
  return {
    state: deprecationState({ deprecatedOn: since, sunset }, now),
    deprecatedOn: deprecatedOn?.toISOString(),
    sunset: sunset?.toISOString(),
    daysLeft: daysLeft(sunset, now),
    successor: row.successor ?? undefined,
    guide: row.guide ?? undefined,
  };
}

function problemStateOf(hasErrors: boolean, problemCount: number): ApiSummary['problemState'] {
  if (hasErrors) return 'error';
  return problemCount > 0 ? 'warning' : 'ok';
}

export function toApiSummary(row: ApiRow, now: Date): ApiSummary {
  const latest = row.release_id === null ? undefined : toRelease({ ...row, release_latest: true });
  const problemCount = Number(row.problem_count);
  return {
    ref: row.ref,
    namespace: row.namespace,
    name: row.name,
    title: row.title,
    description: row.description ?? undefined,
    type: row.type,
    family: row.family ?? undefined,
    major: row.major ?? undefined,
    audience: row.audience ?? undefined,
    owner: row.owner ?? undefined,
    system: row.system ?? undefined,
    lifecycle: row.lifecycle ?? undefined,
    version: latest?.version ?? row.stated_version ?? undefined,
    deprecation: toLineDeprecation(row, now),
    latestRelease: latest,
    consumerCount: Number(row.consumer_count),
    operationCount: latest?.operationCount ?? 0,
    deprecationCount: latest?.deprecationCount ?? 0,
    problemState: problemStateOf(row.has_errors, problemCount),
    problemCount,
  };
}
