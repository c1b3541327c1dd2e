import { ANY, Charset, contains } from './charset';
import { parsePattern, Regex } from './parse';

const MAX_STATES = 4000;

/**
 * A nondeterministic automaton that accepts the strings a pattern is found in (patterns are not anchored unless they
 * say so). State 0 is the start, state 1 the end; both loop over anything.
 */
export interface Automaton {
  steps: Array<Array<{ set: Charset; to: number }>>;
  free: number[][];
  /** Free moves at the beginning of the text only. */
  atStart: number[][];
  /** Free moves at the end of the text only. */
  atEnd: number[][];
  sets: Charset[];
}

class TooLarge extends Error {}

const made = new Map<string, Automaton | undefined>();

/** The automaton of a pattern; `undefined` when the pattern is not regular or too large. Remembered. */
export function automatonOf(pattern: string): Automaton | undefined {
  if (made.has(pattern)) return made.get(pattern);
  const regex = parsePattern(pattern);
  let automaton: Automaton | undefined;
  try {
    automaton = regex && build(regex);
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
  }
  if (made.size > 2000) made.clear();
  made.set(pattern, automaton);
  return automaton;
}

function build(regex: Regex): Automaton {
  const automaton: Automaton = { steps: [], free: [], atStart: [], atEnd: [], sets: [] };
  const state = (): number => {
    if (automaton.free.length >= MAX_STATES) throw new TooLarge();
    automaton.steps.push([]);
    automaton.free.push([]);
    automaton.atStart.push([]);
    automaton.atEnd.push([]);
    return automaton.free.length - 1;
  };
  const sets = new Map<string, Charset>();
  const step = (from: number, set: Charset, to: number): void => {
    const text = JSON.stringify(set);
    const shared = sets.get(text) ?? set;
    sets.set(text, shared);
    automaton.steps[from].push({ set: shared, to });
  };
  const add = (node: Regex, from: number, to: number): void => {
    switch (node.kind) {
      case 'set':
        step(from, node.set, to);
        break;
      case 'start':
        automaton.atStart[from].push(to);
        break;
      case 'end':
        automaton.atEnd[from].push(to);
        break;
      case 'choice':
        for (const item of node.items) add(item, from, to);
        break;
      case 'sequence': {
        let at = from;
        node.items.forEach((item, i) => {
          const next = i === node.items.length - 1 ? to : state();
          add(item, at, next);
          at = next;
        });
        if (node.items.length === 0) automaton.free[from].push(to);
        break;
      }
      default:
        repeat(node, from, to);
    }
  };
  const repeat = (node: Extract<Regex, { kind: 'repeat' }>, from: number, to: number): void => {
    let at = from;
    for (let i = 0; i < node.min; i++) {
      const next = state();
      add(node.item, at, next);
      at = next;
    }
    if (node.max === Infinity) {
      const loop = state();
      automaton.free[at].push(loop);
      const back = state();
      add(node.item, loop, back);
      automaton.free[back].push(loop);
      automaton.free[loop].push(to);
      return;
    }
    for (let i = node.min; i < node.max; i++) {
      automaton.free[at].push(to);
      const next = state();
      add(node.item, at, next);
      at = next;
    }
    automaton.free[at].push(to);
  };
  const start = state();
  const end = state();
  step(start, ANY, start);
  step(end, ANY, end);
  const first = state();
  automaton.free[start].push(first);
  add(regex, first, end);
  automaton.sets = [...sets.values()];
  return automaton;
}

/** States reachable without reading. */
export function closure(
  automaton: Automaton,
  states: readonly number[],
  start: boolean,
  end: boolean,
): number[] {
  const seen = new Set(states);
  const work = [...states];
  while (work.length > 0) {
    const at = work.pop() as number;
    const next = [
      ...automaton.free[at],
      ...(start ? automaton.atStart[at] : []),
      ...(end ? automaton.atEnd[at] : []),
    ];
    for (const to of next) {
      if (seen.has(to)) continue;
      seen.add(to);
      work.push(to);
    }
  }
  return [...seen].sort((a, b) => a - b);
}

/** States after reading one character. */
export function read(automaton: Automaton, states: readonly number[], code: number): number[] {
  const next = new Set<number>();
  for (const at of states)
    for (const { set, to } of automaton.steps[at]) if (contains(set, code)) next.add(to);
  // Once found, found for good: the rest of the states no longer matter.
  if (next.has(1)) return [1];
  return closure(automaton, [...next], false, false);
}

/** Whether the text may end here. `start` for the empty text. */
export function accepts(automaton: Automaton, states: readonly number[], start: boolean): boolean {
  return states.includes(1) || closure(automaton, states, start, true).includes(1);
}
