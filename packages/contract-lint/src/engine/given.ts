/** One step of a JSONPath: what the next token of a path must be, and whether tokens may be skipped before it. */
interface Step {
  deep: boolean;
  /** Names it takes; every name when absent. */
  names?: ReadonlySet<string>;
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
 * wildcards, descents, one filter at its end that looks down only) is one that may match anywhere.
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
      const quiet = !this.blind && masks.every((mask, i) => mask === 0 || !this.expressions[i].everywhere);
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
    if (isLastFilter(rest)) {
      steps.push({ deep });
      rest = '';
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

/** A filter that ends the expression and looks at nothing above what it judges but its own name. */
function isLastFilter(rest: string): boolean {
  return (
    rest.startsWith('[?(') && rest.indexOf(')]') === rest.length - 2 && !/@(?:path|parent|root)|\^/.test(rest)
  );
}

function namesOf(written: string): { names?: ReadonlySet<string> } {
  const inner = written.startsWith('[') ? written.slice(1, -1) : written;
  if (inner === '*') return {};
  return { names: new Set(inner.split(',').map(name => name.replace(/^['"]|['"]$/g, ''))) };
}
