import type { Evidence, Subject, Verdict } from '@treaty/contract-findings';
import type {
  AffectedConsumer,
  Deprecation,
  DeprecationKind,
  DeprecationState,
} from '@treaty/plugin-api-governance-common';
import { daysLeft } from './state';

/** A place of the newest release that carries the mark. */
export interface Occurrence {
  subject: Subject;
  label: string;
  /** Of an enum member: the value, as JSON. */
  value?: string;
  file?: string;
  pointer?: string;
  line?: number;
}

/** What one source says about the dates. */
export interface StatedDates {
  source: 'catalog' | 'contract';
  deprecatedOn?: string;
  sunset?: string;
}

export interface DeprecationRow {
  id: string;
  api_ref: string;
  api_title: string;
  api_owner: string | null;
  kind: DeprecationKind;
  subject: Subject;
  label: string;
  occurrences: Occurrence[];
  dates: StatedDates[];
  state: DeprecationState;
  deprecated_on: Date | null;
  sunset: Date | null;
  malformed: string | null;
  replaced_by: string | null;
  reason: string | null;
  guide: string | null;
  since_version: string | null;
  first_seen: Date;
  removed_at: Date | null;
  consumer_count: string;
}

export interface AffectedRow {
  deprecation_id: string;
  verdict: Verdict;
  evidence: Evidence[];
  ref: string;
  title: string;
  owner: string | null;
}

export function toAffected(row: AffectedRow): AffectedConsumer {
  return { ref: row.ref, title: row.title, owner: row.owner ?? undefined, verdict: row.verdict };
}

/** `affected` holds every consumer, worst verdict first; those known to be unaffected are not shown. */
export function toDeprecation(
  row: DeprecationRow,
  affected: AffectedRow[],
  now: Date,
  shown: number,
): Deprecation {
  const hit = affected.filter(one => one.verdict !== 'unaffected');
  const owners = hit.map(one => one.owner).filter(owner => owner !== null);
  return {
    id: row.id,
    api: row.api_ref,
    apiTitle: row.api_title,
    owner: row.api_owner ?? undefined,
    kind: row.kind,
    subject: row.subject,
    label: row.label,
    state: row.state,
    deprecatedOn: row.deprecated_on?.toISOString(),
    sunset: row.sunset?.toISOString(),
    daysLeft: daysLeft(row.sunset ?? undefined, now),
    replacedBy: row.replaced_by ?? undefined,
    reason: row.reason ?? undefined,
    guide: row.guide ?? undefined,
    malformed: row.malformed ?? undefined,
    sinceVersion: row.since_version ?? undefined,
    consumers: hit.slice(0, shown).map(toAffected),
    consumerCount: Number(row.consumer_count),
    teams: [...new Set(owners)].sort(),
  };
}
