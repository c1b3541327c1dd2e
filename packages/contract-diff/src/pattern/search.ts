import { aheadOf } from './ahead';
import { accepts, Automaton, automatonOf, closure, read } from './automaton';
import { representatives } from './charset';

export interface WordQuery {
  /** Patterns the word must match. */
  inside: readonly string[];
  /** Patterns the word must not match, every one of them unless `escape` is `any`. */
  outside?: readonly string[];
  /** Length in code points. */
  minLength?: number;
  maxLength?: number;
}

export type WordAnswer = { kind: 'word'; word: string } | { kind: 'none' } | { kind: 'unknown' };

const MAX_VISITS = 6000;
const MAX_WORK = 400_000;

/** What one pattern asks for: machines by whether they have to accept, and whether all of that has to be so. */
interface Demand {
  met: boolean;
  holds: ReadonlyMap<number, boolean>;
}

interface State {
  sets: readonly (readonly number[])[];
  length: number;
  from: State | undefined;
  code: number;
}

/**
 * The shortest, most readable word inside all of some patterns and outside all of others, or the certainty that there
 * is none. `unknown` where a pattern is not regular or the search would cost too much.
 */
export function findWord(query: WordQuery): WordAnswer {
  const { inside, outside = [], minLength = 0, maxLength = Infinity } = query;
  if (minLength > maxLength) return { kind: 'none' };
  const machines: Automaton[] = [];
  const demands: Demand[] = [];
  for (const [i, pattern] of [...inside, ...outside].entries()) {
    const ahead = aheadOf(pattern);
    const parts = ahead ? [{ pattern: ahead.rest, holds: true }, ...ahead.looks] : [{ pattern, holds: true }];
    const made = parts.map(part => automatonOf(part.pattern));
    if (!made.every(machine => machine !== undefined)) return { kind: 'unknown' };
    const holds = new Map(parts.map((part, at) => [machines.length + at, part.holds]));
    machines.push(...made);
    demands.push({ met: i < inside.length, holds });
  }
  // The texts that these are still found in are the only ones that matter.
  const needed = demands.flatMap(({ met, holds }) =>
    met ? [...holds].filter(([, wanted]) => wanted).map(([at]) => at) : [],
  );
  const alphabet = representatives([...new Set(machines.flatMap(machine => machine.sets))]);
  const done = (state: State): boolean =>
    state.length >= minLength &&
    demands.every(
      ({ met, holds }) =>
        [...holds].every(
          ([i, wanted]) => accepts(machines[i], state.sets[i], state.length === 0) === wanted,
        ) === met,
    );
  let frontier: State[] = [
    {
      sets: machines.map(machine => closure(machine, [0], true, false)),
      length: 0,
      from: undefined,
      code: -1,
    },
  ];
  const seen = new Set<string>();
  let work = 0;
  while (frontier.length > 0) {
    for (const state of frontier) if (done(state)) return { kind: 'word', word: spell(state) };
    const next: State[] = [];
    for (const state of frontier) {
      if (state.length >= maxLength) continue;
      for (const code of alphabet) {
        const sets = state.sets.map((states, i) => read(machines[i], states, code));
        work += sets.reduce((sum, states) => sum + states.length, 1);
        const length = state.length + 1;
        // A word long enough needs no count: from there on two equal states have equal futures.
        const key = `${Math.min(length, minLength)} ${sets.map(states => states.join(',')).join(' ')}`;
        if (seen.has(key) || needed.some(at => sets[at].length === 0)) continue;
        seen.add(key);
        next.push({ sets, length, from: state, code });
      }
      if (seen.size > MAX_VISITS || work > MAX_WORK) return { kind: 'unknown' };
    }
    frontier = next;
  }
  return { kind: 'none' };
}

function spell(state: State): string {
  const codes: number[] = [];
  for (let at: State | undefined = state; at && at.code >= 0; at = at.from) codes.push(at.code);
  return String.fromCodePoint(...codes.reverse());
}
