/** One step of a JSONPath: what the next token of a path must be, and whether tokens may be skipped before it. */
interface Step {
  deep: boolean;
  /** Names it takes; every name when absent. */
  names?: ReadonlySet<string>;
  /** Whether it is taken depends on what stands there: of two places that look alike from here, one may go on. */
  asks?: boolean;
}

/** What is watched for along a path. */
export interface Watched {
  given: string;
  /** Nothing of it may be asked below a place that is left out. */
  everywhere: boolean;
}

/** Steps already taken, one bit each, per expression. */
type Masks = readonly number[];

interface State {
  masks: Masks;
  /** By token; tokens that no expression names share an entry. */
  next: Map<string, State>;
  quiet: boolean;
  id: number;
}

const OTHER = '\u0000';
const MAX_STEPS = 30;

/**
 * How far each of a number of JSONPath expressions has come on the way down a document, as a number: below two places
 * with one number, and with the same content, the same is matched. An expression beyond the plain ones (names,
 * wildcards, descents, filters that look down only) is one that may match anywhere.
 */
export class Progress {
  private readonly expressions: ReadonlyArray<{ steps: readonly Step[]; everywhere: boolean }>;
  private readonly alphabet = new Set<string>();
  private readonly states = new Map<string, State>();
  private readonly blind: boolean;
  readonly start: State;

  constructor(watched: readonly Watched[]) {
    const parsed = watched.map(({ given, everywhere }) => ({ steps: parseGiven(given), everywhere }));
    this.blind = parsed.some(({ steps }) => steps === undefined);
    this.expressions = parsed.flatMap(({ steps, everywhere }) => (steps ? [{ steps, everywhere }] : []));
    for (const { steps } of this.expressions)
      for (const { names } of steps) for (const name of names ?? []) this.alphabet.add(name);
    this.start = this.state(this.expressions.map(() => 1));
  }

  /** False when nothing may ever be left out. */
  get useful(): boolean {
    return !this.blind;
  }

  step(from: State, token: string): State {
    const known = this.alphabet.has(token) ? token : OTHER;
    let to = from.next.get(known);
    if (!to) {
      to = this.state(from.masks.map((mask, index) => advance(this.expressions[index].steps, mask, known)));
      from.next.set(known, to);
    }
    return to;
  }

  private state(masks: Masks): State {
    const key = masks.join();
    let found = this.states.get(key);
    if (!found) {
      const quiet = !this.blind && masks.every((mask, i) => mask === 0 || isQuiet(mask, this.expressions[i]));
      this.states.set(key, (found = { masks, next: new Map(), quiet, id: this.states.size }));
    }
    return found;
  }
}

function advance(steps: readonly Step[], mask: number, token: string): number {
  let next = 0;
  steps.forEach(({ deep, names }, index) => {
    const bit = 1 << index;
    if ((mask & bit) === 0) return;
    if (deep) next |= bit;
    if (!names || names.has(token)) next |= bit << 1;
  });
  return next;
}

/** Below a filter that was passed nothing is left out: another place with the same number may not have passed it. */
function isQuiet(
  mask: number,
  { steps, everywhere }: { steps: readonly Step[]; everywhere: boolean },
): boolean {
  if (everywhere) return false;
  const asked = steps.findIndex(step => step.asks);
  // Whoever has come to the end looks at the place itself, which is met on every way.
  const open = (1 << steps.length) - 1;
  return asked < 0 || (mask & open) >> (asked + 1) === 0;
}

const NAME = /^(?:[\w-]+|\*)/;
const BRACKET = /^\[(?:\*|[\w-]+(?:,[\w-]+)*|'[^'\\]*'(?:,'[^'\\]*')*|"[^"\\]*"(?:,"[^"\\]*")*)\]/;

/** The steps of an expression, or `undefined` for one that is not understood here. */
export function parseGiven(given: string): readonly Step[] | undefined {
  if (!given.startsWith('$')) return undefined;
  const steps: Step[] = [];
  let rest = given.slice(1);
  while (rest !== '') {
    const deep = rest.startsWith('..');
    if (deep) rest = rest.slice(2);
    else if (rest.startsWith('.')) rest = rest.slice(1);
    else if (!rest.startsWith('[')) return undefined;
    if (rest.startsWith('[?(')) {
      const end = endOfFilter(rest);
      if (end === undefined || /@(?:path|parent|root)/.test(rest.slice(0, end))) return undefined;
      rest = rest.slice(end);
      if (!rest.startsWith('^')) steps.push({ deep, ...(rest === '' ? {} : { asks: true }) });
      else {
        // A filter of members that goes back to what holds them is a filter of the step before.
        const last = steps.pop();
        if (deep || !last) return undefined;
        steps.push({ ...last, asks: true });
        rest = rest.slice(1);
      }
    } else {
      const found = (BRACKET.exec(rest) ?? NAME.exec(rest))?.[0];
      if (found === undefined) return undefined;
      steps.push({ deep, ...namesOf(found) });
      rest = rest.slice(found.length);
    }
    if (steps.length > MAX_STEPS) return undefined;
  }
  return steps;
}

/** Where a filter ends that `text` begins with, its bracket included; `undefined` when that cannot be told. */
function endOfFilter(text: string): number | undefined {
  const open: string[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === "'" || char === '"' || (char === '/' && mayBeginPattern(text.slice(0, i)))) {
      const end = endOfQuote(text, i);
      if (end === undefined) return undefined;
      i = end;
    } else if (char === '(' || char === '[') open.push(char === '(' ? ')' : ']');
    else if (char === ')' || char === ']') {
      if (open.pop() !== char) return undefined;
      if (open.length === 0) return i + 1;
    }
  }
  return undefined;
}

/** A slash behind a value divides; anywhere else a pattern begins. */
function mayBeginPattern(before: string): boolean {
  return /[([,!&|=?:;{}<>+*%~^-]\s*$/.test(before);
}

function endOfQuote(text: string, start: number): number | undefined {
  let inClass = false;
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[start] === '/' && text[i] === '[') inClass = true;
    else if (text[start] === '/' && text[i] === ']') inClass = false;
    else if (text[i] === text[start] && !inClass) return i;
  }
  return undefined;
}

function namesOf(written: string): { names?: ReadonlySet<string> } {
  const inner = written.startsWith('[') ? written.slice(1, -1) : written;
  if (inner === '*') return {};
  return { names: new Set(inner.split(',').map(name => name.replace(/^['"]|['"]$/g, ''))) };
}
