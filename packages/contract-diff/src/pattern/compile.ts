import { accepts, automatonOf, closure, read } from './automaton';

/** Longest value that is matched; longer ones never have to be, since counterexamples are short. */
const LONGEST_VALUE = 200;

/** Repetition inside repetition: a backtracking engine may take exponential time on it. */
const NESTED_REPETITION = /\([^)]*[+*][^)]*\)[+*{]/;

/**
 * Whether the value matches. A pattern that could be slow on purpose is walked as an automaton, in time proportional to
 * the value; `undefined` where that cannot be done, or the value is too long.
 */
export function matches(pattern: string, value: string): boolean | undefined {
  if (value.length > LONGEST_VALUE) return undefined;
  if (NESTED_REPETITION.test(pattern)) return walk(pattern, value);
  return compile(pattern)?.test(value);
}

function walk(pattern: string, value: string): boolean | undefined {
  const machine = automatonOf(pattern);
  if (!machine) return undefined;
  let states: readonly number[] = closure(machine, [0], true, false);
  for (const character of value) states = read(machine, states, character.codePointAt(0) as number);
  return accepts(machine, states, value === '');
}

const compiledPatterns = new Map<string, RegExp | undefined>();

/** The pattern as a regular expression, Unicode first as JSON Schema asks; `undefined` when it is none. */
export function compile(pattern: string): RegExp | undefined {
  if (compiledPatterns.has(pattern)) return compiledPatterns.get(pattern);
  let made: RegExp | undefined;
  for (const flags of ['u', '']) {
    if (made) break;
    try {
      made = new RegExp(pattern, flags);
    } catch (error) {
      // Not a pattern under this flag; the next one may take it. Anything else is a bug.
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  if (compiledPatterns.size > 5000) compiledPatterns.clear();
  compiledPatterns.set(pattern, made);
  return made;
}
