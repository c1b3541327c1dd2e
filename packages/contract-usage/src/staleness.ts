import { UsageSource } from './facts';

/** Days after which evidence of a source is stale. What somebody stated ages slower than what was seen. */
export const STALE_AFTER_DAYS: Record<UsageSource, number> = {
  declared: 180,
  pact: 180,
  client: 180,
  har: 30,
  otel: 30,
  'access-log': 30,
};

const DAY = 24 * 60 * 60 * 1000;

/** Whole days between `lastSeen` and `now`; negative when it lies in the future. */
export function ageInDays(lastSeen: string, now: Date): number {
  return Math.floor((now.getTime() - Date.parse(lastSeen)) / DAY);
}

/** True when evidence of this age no longer speaks for today. An unreadable date is stale. */
export function isStale(evidence: { source: UsageSource; lastSeen: string }, now: Date): boolean {
  const age = ageInDays(evidence.lastSeen, now);
  return !(age <= STALE_AFTER_DAYS[evidence.source]);
}
