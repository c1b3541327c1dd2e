import type { Node } from './model/place';
import type { Reporter } from './rule';

/** Something that every part of a document should have. */
export interface Habit<T> {
  things: readonly T[];
  keeps(thing: T): boolean;
  /** What to say, and where, when the document has not begun to keep it. */
  most(lacking: number, all: number): [Node<unknown>, string];
  /** What to say, and where, about one that lacks it. */
  one(thing: T): [Node<unknown>, string];
  /** Share of things that keep it from which on the document has begun; 0: with the first one. */
  begun?: number;
}

/** A few parts that keep a habit by chance are no beginning. */
const BEGUN = 0.1;

/**
 * Two devices that keep a ruleset quiet on its first day: a habit that a document (all but) lacks is one finding, not a
 * thousand; and once the document has begun to keep it, it is asked of every part, one by one.
 */
export function judgeHabit<T>(report: Reporter, habit: Habit<T>): void {
  const lacking = habit.things.filter(thing => !habit.keeps(thing));
  report.pass(habit.things.length - lacking.length);
  const all = habit.things.length;
  const kept = (all - lacking.length) / all;
  if (lacking.length > 1 && (kept === 0 || kept < (habit.begun ?? BEGUN))) {
    report.summarise(...habit.most(lacking.length, all), lacking.length, lacking.length);
    return;
  }
  for (const thing of lacking) report.fail(...habit.one(thing));
}
