import { DUE_DAYS, deprecationState as stateInContract } from '@treaty/contract-deprecations';
import type { DeprecationState } from '@treaty/plugin-api-governance-common';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What the state of a deprecation is derived from. */
export interface DeprecationDates {
  /** Absent while only a sunset is announced. */
  deprecatedOn?: Date;
  sunset?: Date;
  removedAt?: Date;
}

/**
 * Where a deprecation is in its life at `now`. Never stored: it changes with the day and must not wait for a task.
 * {@link stateSql} says the same in SQL; a test holds the two against each other.
 */
export function deprecationState(dates: DeprecationDates, now: Date): DeprecationState {
  if (dates.removedAt) return 'removed';
  return stateInContract(
    {
      deprecated: dates.deprecatedOn !== undefined,
      deprecatedOn: dates.deprecatedOn?.toISOString(),
      sunset: dates.sunset?.toISOString(),
    },
    now,
  );
}

/** SQL expression of {@link deprecationState} over the columns of table `alias`, with its bindings. */
export function stateSql(alias: string, now: Date): { sql: string; bindings: string[] } {
  const due = new Date(now.getTime() + DUE_DAYS * DAY_MS);
  return {
    sql: `case when ${alias}.removed_at is not null then 'removed'
               when ${alias}.sunset <= ?::timestamptz then 'zombie'
               when ${alias}.sunset <= ?::timestamptz then 'sunset-due'
               when ${alias}.deprecated_on is null or ${alias}.deprecated_on > ?::timestamptz then 'announced'
               else 'deprecated' end`,
    bindings: [now.toISOString(), due.toISOString(), now.toISOString()],
  };
}

/** Whole days from `now` to the sunset, negative when it has passed. */
export function daysLeft(sunset: Date | undefined, now: Date): number | undefined {
  return sunset && Math.floor((sunset.getTime() - now.getTime()) / DAY_MS);
}
