import type { IRange } from '@stoplight/types';

/** Numbers kept for one value: where it starts and ends, the entry after all of its own, and where its key starts. */
const SIZE = 4;
const END = 1;
const NEXT = 2;
const KEY = 3;

/** The characters of JSON that matter to where things are. */
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/**
 * Where every value of a JSON text stands, in a few numbers each: a tree of objects with ranges would be thirty times as
 * large as the text. Made for texts that `JSON.parse` has accepted.
 */
export class JsonIndex {
  private entries: Int32Array;
  private count = 0;
  private lineStarts: readonly number[] | undefined;
  /** Some key is written with a backslash. */
  escapedKeys = false;

  constructor(private readonly text: string) {
    this.entries = new Int32Array(Math.max(64, text.length >> 4) * SIZE);
    this.scan();
    this.entries = this.entries.slice(0, this.count * SIZE);
  }

  /** Keys of an object in the order of the text, repeated ones repeatedly. */
  keys(entry: number): string[] {
    return this.children(entry).map(child => this.keyOf(child));
  }

  /** Entries of the members of an object or list. */
  children(entry: number): number[] {
    const out: number[] = [];
    const end = this.entries[entry * SIZE + NEXT];
    for (let child = entry + 1; child < end; child = this.entries[child * SIZE + NEXT]) out.push(child);
    return out;
  }

  /** 0-based range of the value at a path; `closest`: else of the nearest parent that exists. */
  range(path: ReadonlyArray<string | number>, closest: boolean): IRange | undefined {
    let entry = 0;
    for (const segment of path) {
      const child = this.find(entry, segment);
      if (child === undefined) return closest ? this.rangeOf(entry) : undefined;
      entry = child;
    }
    return this.rangeOf(entry);
  }

  /** As Spectral's parser looks a segment up: what reads as a whole number is one. */
  private find(entry: number, segment: string | number): number | undefined {
    const asNumber = Number(segment);
    const name = Number.isInteger(asNumber) ? asNumber : segment;
    const opening = this.text.charCodeAt(this.entries[entry * SIZE]);
    if (opening === OPEN_LIST)
      return typeof name === 'number' && name >= 0 ? this.children(entry)[name] : undefined;
    if (opening !== OPEN_OBJECT) return undefined;
    return this.children(entry).find(child => this.keyOf(child) === String(name));
  }

  private keyOf(entry: number): string {
    const start = this.entries[entry * SIZE + KEY];
    const end = afterString(this.text, start);
    const inner = this.text.slice(start + 1, end - 1);
    return inner.includes('\\') ? (JSON.parse(this.text.slice(start, end)) as string) : inner;
  }

  private rangeOf(entry: number): IRange {
    const { entries } = this;
    return { start: this.position(entries[entry * SIZE]), end: this.position(entries[entry * SIZE + END]) };
  }

  private position(offset: number): IRange['start'] {
    const starts = (this.lineStarts ??= lineStartsOf(this.text));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - starts[low] };
  }

  private scan(): void {
    const { text } = this;
    const open: number[] = [];
    let key = -1;
    for (let i = 0; i < text.length;) {
      const code = text.charCodeAt(i);
      if (code <= 32 || code === COMMA || code === COLON) i++;
      else if (code === OPEN_OBJECT || code === OPEN_LIST) {
        open.push(this.add(i, key));
        key = -1;
        i++;
      } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
        i++;
        this.close(open.pop() ?? 0, i);
      } else {
        const end = code === QUOTE ? afterString(text, i) : afterWord(text, i);
        const parent = open[open.length - 1];
        const isKey =
          key === -1 && parent !== undefined && text.charCodeAt(this.entries[parent * SIZE]) === OPEN_OBJECT;
        if (isKey) {
          key = i;
          this.escapedKeys ||= text.slice(i, end).includes('\\');
        } else {
          this.close(this.add(i, key), end);
          key = -1;
        }
        i = end;
      }
    }
  }

  private add(start: number, key: number): number {
    const at = this.count * SIZE;
    if (at + SIZE > this.entries.length) {
      const larger = new Int32Array(this.entries.length * 2);
      larger.set(this.entries);
      this.entries = larger;
    }
    this.entries[at] = start;
    this.entries[at + KEY] = key;
    return this.count++;
  }

  private close(entry: number, end: number): void {
    this.entries[entry * SIZE + END] = end;
    this.entries[entry * SIZE + NEXT] = this.count;
  }
}

function afterString(text: string, start: number): number {
  let i = start + 1;
  for (let code = text.charCodeAt(i); code !== QUOTE; code = text.charCodeAt(i))
    i += code === BACKSLASH ? 2 : 1;
  return i + 1;
}

function afterWord(text: string, start: number): number {
  let i = start + 1;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code <= 32 || code === COMMA || code === CLOSE_OBJECT || code === CLOSE_LIST) break;
  }
  return i;
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}
