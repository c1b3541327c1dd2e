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

/** Thompson's construction: every part of the expression becomes states between a `from` and a `to`. */
class Builder {
  readonly automaton: Automaton = { steps: [], free: [], atStart: [], atEnd: [], sets: [] };
  private readonly sets = new Map<string, Charset>();

  build(regex: Regex): Automaton {
    const start = this.state();
    const end = this.state();
    this.step(start, ANY, start);
    this.step(end, ANY, end);
    const first = this.state();
    this.automaton.free[start].push(first);
    this.add(regex, first, end);
    this.automaton.sets = [...this.sets.values()];
    return this.automaton;
  }

  private state(): number {
    const { steps, free, atStart, atEnd } = this.automaton;
    if (free.length >= MAX_STATES) throw new TooLarge();
    for (const list of [steps, free, atStart, atEnd]) list.push([]);
    return free.length - 1;
  }

  private step(from: number, set: Charset, to: number) {
    const text = JSON.stringify(set);
    const shared = this.sets.get(text) ?? set;
    this.sets.set(text, shared);
    this.automaton.steps[from].push({ set: shared, to });
  }

  private add(node: Regex, from: number, to: number) {
    switch (node.kind) {
      case 'set':
        this.step(from, node.set, to);
        break;
      case 'start':
        this.automaton.atStart[from].push(to);
        break;
      case 'end':
        this.automaton.atEnd[from].push(to);
        break;
      case 'choice':
        for (const item of node.items) this.add(item, from, to);
        break;
      case 'sequence':
        this.sequence(node.items, from, to);
        break;
      default:
        this.repeat(node, from, to);
    }
  }

  private sequence(items: readonly Regex[], from: number, to: number) {
    let at = from;
    items.forEach((item, i) => {
      const next = i === items.length - 1 ? to : this.state();
      this.add(item, at, next);
      at = next;
    });
    if (items.length === 0) this.automaton.free[from].push(to);
  }

  private repeat(node: Extract<Regex, { kind: 'repeat' }>, from: number, to: number) {
    const { free } = this.automaton;
    let at = from;
    for (let i = 0; i < node.min; i++) at = this.once(node.item, at);
    if (node.max === Infinity) {
      const loop = this.state();
      free[at].push(loop);
      free[this.once(node.item, loop)].push(loop);
      free[loop].push(to);
      return;
    }
    for (let i = node.min; i < node.max; i++) {
      free[at].push(to);
      at = this.once(node.item, at);
    }
    free[at].push(to);
  }

  private once(item: Regex, from: number): number {
    const next = this.state();
    this.add(item, from, next);
    return next;
  }
}

const made = new Map<string, Automaton | undefined>();

/** The automaton of a pattern; `undefined` when the pattern is not regular or too large. Remembered. */
export function automatonOf(pattern: string): Automaton | undefined {
  if (made.has(pattern)) return made.get(pattern);
  const regex = parsePattern(pattern);
  let automaton: Automaton | undefined;
  try {
    automaton = regex && new Builder().build(regex);
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
  }
  if (made.size > 2000) made.clear();
  made.set(pattern, automaton);
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
