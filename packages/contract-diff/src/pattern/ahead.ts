/** A pattern that looks ahead from its beginning, taken apart into patterns that do not. */
export interface Ahead {
  /** What comes after the looking ahead, anchored like the whole. */
  rest: string;
  /** What else has to be found from the beginning on, or must not be. */
  looks: Array<{ pattern: string; holds: boolean }>;
}

const OPENINGS = [
  ['(?=', true],
  ['(?!', false],
] as const;

/**
 * `^(?=A)(?!B)rest`: a text that `^A` and `^rest` are found in and `^B` is not. Languages of automata can be joined so, and
 * no automaton has to look ahead. `undefined` where a pattern does not begin like that, or has alternatives beside it.
 */
export function aheadOf(pattern: string): Ahead | undefined {
  if (!pattern.startsWith('^')) return undefined;
  const looks: Ahead['looks'] = [];
  let at = 1;
  for (let look = opening(pattern, at); look; look = opening(pattern, at)) {
    const [text, holds] = look;
    const end = closing(pattern, at);
    // What is looked at is not read, so repeating it says nothing; nobody writes that.
    if (end === undefined || /^[*+?{]/.test(pattern.slice(end + 1))) return undefined;
    looks.push({ pattern: `^(?:${pattern.slice(at + text.length, end)})`, holds });
    at = end + 1;
  }
  const rest = pattern.slice(at);
  return looks.length === 0 || scan(rest, (char, depth) => char === '|' && depth === 0) !== undefined
    ? undefined
    : { rest: `^${rest}`, looks };
}

function opening(pattern: string, at: number): (typeof OPENINGS)[number] | undefined {
  return OPENINGS.find(([text]) => pattern.startsWith(text, at));
}

/** Where the group that opens at `from` is closed. */
function closing(pattern: string, from: number): number | undefined {
  const found = scan(pattern.slice(from), (char, depth) => char === ')' && depth === 0);
  return found === undefined ? undefined : from + found;
}

/** The first place that is wanted, outside classes of characters; `depth` is how many groups are open there. */
function scan(text: string, wanted: (char: string, depth: number) => boolean): number | undefined {
  let depth = 0;
  let inClass = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '\\') i++;
    else if (inClass) inClass = char !== ']';
    else if (char === '[') inClass = true;
    else {
      if (char === ')') depth--;
      if (wanted(char, depth)) return i;
      if (char === '(') depth++;
    }
  }
  return undefined;
}
