import { daysUntil, hasPassed } from './dates';

/** How soon something goes away, most urgent first. */
export const URGENCIES = ['passed', 'within-30', 'within-90', 'later', 'no-date', 'removed'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** What grouping needs to know of a deprecation. */
export interface Dated {
  state: string;
  sunset?: string;
}

/** The group an item belongs to on the day of `now`. */
export function urgencyOf(item: Dated, now: Date): Urgency {
  if (item.state === 'removed') return 'removed';
  if (item.sunset === undefined) return 'no-date';
  if (hasPassed(item.sunset, now)) return 'passed';
  const days = daysUntil(item.sunset, now);
  if (days <= 30) return 'within-30';
  return days <= 90 ? 'within-90' : 'later';
}

/** Heading and explanation of a group. */
export const URGENCY_WORDS: Record<Urgency, { title: string; explanation: string }> = {
  passed: {
    title: 'Past its date, still served',
    explanation: 'The sunset has passed and the newest release still has it.',
  },
  'within-30': { title: 'In the next 30 days', explanation: 'Teams that still use it should be moving now.' },
  'within-90': { title: 'In 31 to 90 days', explanation: 'Time to plan the move.' },
  later: { title: 'Later', explanation: 'Announced well ahead.' },
  'no-date': { title: 'No date set', explanation: 'Deprecated, but nobody has said until when it works.' },
  removed: { title: 'Removed', explanation: 'The newest release no longer has it.' },
};

/** A run of items under one heading. */
export interface UrgencyGroup<T> {
  urgency: Urgency;
  items: T[];
}

/**
 * Splits a list into groups without reordering it inside a group. Groups come in the order of their first item, so a list
 * sorted downwards is grouped downwards too.
 */
export function groupByUrgency<T extends Dated>(items: readonly T[], now: Date): UrgencyGroup<T>[] {
  const groups = new Map<Urgency, T[]>();
  for (const item of items) {
    const urgency = urgencyOf(item, now);
    const group = groups.get(urgency);
    if (group) group.push(item);
    else groups.set(urgency, [item]);
  }
  return [...groups].map(([urgency, members]) => ({ urgency, items: members }));
}
