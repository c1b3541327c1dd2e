import { Charset, complement, DIGIT, DOT, SPACE, union, WORD } from './charset';

/** A regular expression of the regular kind: no look-around, no back-references. */
export type Regex =
  | { kind: 'set'; set: Charset }
  | { kind: 'sequence'; items: Regex[] }
  | { kind: 'choice'; items: Regex[] }
  | { kind: 'repeat'; item: Regex; min: number; max: number }
  | { kind: 'start' }
  | { kind: 'end' };

/** Thrown inside this file when a pattern uses what automata cannot express. */
class Unsupported extends Error {}

const MAX_SOURCE = 2000;
const MAX_NESTING = 100;

class Parser {
  private at = 0;
  private depth = 0;

  constructor(private readonly chars: readonly string[]) {}

  parse(): Regex {
    const regex = this.choice();
    if (this.at < this.chars.length) throw new Unsupported();
    return regex;
  }

  private choice(): Regex {
    if (++this.depth > MAX_NESTING) throw new Unsupported();
    const items = [this.sequence()];
    while (this.take('|')) items.push(this.sequence());
    this.depth--;
    return items.length === 1 ? items[0] : { kind: 'choice', items };
  }

  private sequence(): Regex {
    const items: Regex[] = [];
    while (this.at < this.chars.length && this.peek() !== '|' && this.peek() !== ')') items.push(this.term());
    return items.length === 1 ? items[0] : { kind: 'sequence', items };
  }

  private term(): Regex {
    const atom = this.atom();
    const bounds = this.quantifier();
    if (!bounds) return atom;
    // A lazy quantifier has the same language.
    this.take('?');
    if (atom.kind === 'start' || atom.kind === 'end' || '*+'.includes(this.peek() ?? ' '))
      throw new Unsupported();
    return { kind: 'repeat', item: atom, min: bounds[0], max: bounds[1] };
  }

  private quantifier(): [number, number] | undefined {
    if (this.take('*')) return [0, Infinity];
    if (this.take('+')) return [1, Infinity];
    if (this.take('?')) return [0, 1];
    if (this.peek() !== '{') return undefined;
    const text = this.chars.slice(this.at, this.at + 20).join('');
    const counted = /^\{(\d{1,4})(,(\d{1,4})?)?\}/.exec(text);
    if (!counted) return undefined;
    this.at += counted[0].length;
    const min = Number(counted[1]);
    const open = counted[3] === undefined ? Infinity : Number(counted[3]);
    const max = counted[2] === undefined ? min : open;
    if (max < min) throw new Unsupported();
    return [min, max];
  }

  private atom(): Regex {
    const char = this.next();
    switch (char) {
      case '^':
        return { kind: 'start' };
      case '$':
        return { kind: 'end' };
      case '.':
        return { kind: 'set', set: DOT };
      case '(':
        return this.group();
      case '[':
        return { kind: 'set', set: this.charClass() };
      case '\\':
        return { kind: 'set', set: this.escape(false) };
      case '*':
      case '+':
      case '?':
      case ')':
        throw new Unsupported();
      default:
        return { kind: 'set', set: single(char) };
    }
  }

  private group(): Regex {
    if (this.take('?')) {
      if (this.take('<')) {
        // `(?<name>` is a group; `(?<=` and `(?<!` look behind.
        if (this.peek() === '=' || this.peek() === '!') throw new Unsupported();
        while (this.next() !== '>');
      } else if (!this.take(':')) throw new Unsupported();
    }
    const inner = this.choice();
    if (!this.take(')')) throw new Unsupported();
    return inner;
  }

  private charClass(): Charset {
    const negated = this.take('^');
    const sets: Charset[] = [];
    while (!this.take(']')) {
      const from = this.classItem();
      if (this.peek() === '-' && this.chars[this.at + 1] !== ']' && this.chars[this.at + 1] !== undefined) {
        this.next();
        const to = this.classItem();
        if (!isSingle(from) || !isSingle(to) || from[0][0] > to[0][0]) throw new Unsupported();
        sets.push([[from[0][0], to[0][0]]]);
      } else sets.push(from);
    }
    const set = union(...sets);
    return negated ? complement(set) : set;
  }

  private classItem(): Charset {
    const char = this.next();
    return char === '\\' ? this.escape(true) : single(char);
  }

  private escape(inClass: boolean): Charset {
    const char = this.next();
    const classes: Record<string, Charset> = {
      d: DIGIT,
      D: complement(DIGIT),
      w: WORD,
      W: complement(WORD),
      s: SPACE,
      S: complement(SPACE),
    };
    const controls: Record<string, number> = { t: 9, n: 10, v: 11, f: 12, r: 13, 0: 0 };
    if (Object.prototype.hasOwnProperty.call(classes, char)) return classes[char];
    if (Object.prototype.hasOwnProperty.call(controls, char)) return [[controls[char], controls[char]]];
    if (char === 'b' && inClass) return [[8, 8]];
    if (char === 'x') return this.hex(2);
    if (char === 'u') {
      if (!this.take('{')) return this.hex(4);
      let digits = '';
      while (this.peek() !== '}') digits += this.next();
      this.next();
      return code(parseInt(digits, 16));
    }
    // Everything else that is a letter or digit means something automata cannot do, or nothing.
    if (/[a-zA-Z0-9]/.test(char)) throw new Unsupported();
    return single(char);
  }

  private hex(length: number): Charset {
    let digits = '';
    for (let i = 0; i < length; i++) digits += this.next();
    return code(/^[0-9a-fA-F]+$/.test(digits) ? parseInt(digits, 16) : NaN);
  }

  private peek(): string | undefined {
    return this.chars[this.at];
  }

  private next(): string {
    const char = this.chars[this.at++];
    if (char === undefined) throw new Unsupported();
    return char;
  }

  private take(char: string): boolean {
    if (this.chars[this.at] !== char) return false;
    this.at++;
    return true;
  }
}

function single(char: string): Charset {
  return code(char.codePointAt(0) ?? NaN);
}

function code(value: number): Charset {
  if (!(value >= 0 && value <= 0x10ffff)) throw new Unsupported();
  return [[value, value]];
}

function isSingle(set: Charset): boolean {
  return set.length === 1 && set[0][0] === set[0][1];
}

/** Reads an ECMA-262 pattern; `undefined` when it is not regular, not well-formed, or too long. */
export function parsePattern(source: string): Regex | undefined {
  if (source.length > MAX_SOURCE) return undefined;
  try {
    const parser = new Parser([...source]);
    return parser.parse();
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}
