/** Sorted, disjoint, inclusive ranges of code points. */
export type Charset = ReadonlyArray<readonly [number, number]>;

export const MAX_CODE = 0x10ffff;
export const ANY: Charset = [[0, MAX_CODE]];
export const DIGIT: Charset = [[48, 57]];
export const WORD: Charset = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
];
export const SPACE: Charset = [
  [9, 13],
  [32, 32],
  [160, 160],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];
const LINE_ENDS: Charset = [
  [10, 10],
  [13, 13],
  [0x2028, 0x2029],
];
/** What `.` matches: no line terminators. */
export const DOT: Charset = complement(LINE_ENDS);

/** Sorts and joins ranges. */
export function union(...sets: Charset[]): Charset {
  const ranges = sets.flat().sort((a, b) => a[0] - b[0]);
  const out: Array<[number, number]> = [];
  for (const [from, to] of ranges) {
    const last = out[out.length - 1];
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}

/** Every code point that is not in the set. */
export function complement(set: Charset): Charset {
  const out: Array<[number, number]> = [];
  let next = 0;
  for (const [from, to] of set) {
    if (from > next) out.push([next, from - 1]);
    next = to + 1;
  }
  if (next <= MAX_CODE) out.push([next, MAX_CODE]);
  return out;
}

/** Binary search. */
export function contains(set: Charset, code: number): boolean {
  let low = 0;
  let high = set.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = set[middle];
    if (code < from) high = middle - 1;
    else if (code > to) low = middle + 1;
    else return true;
  }
  return false;
}

/** Readable characters first: a counterexample is read by people. */
const PREFERRED = [...'ax0A1bzZ9-_. /@:'].map(char => char.codePointAt(0) as number);

/**
 * One character for every part of the alphabet that the given sets cannot tell apart, the readable ones first.
 */
export function representatives(sets: readonly Charset[]): number[] {
  const cuts = new Set<number>([0]);
  for (const set of sets) {
    for (const [from, to] of set) {
      cuts.add(from);
      if (to < MAX_CODE) cuts.add(to + 1);
    }
  }
  const starts = [...cuts].sort((a, b) => a - b);
  const atoms = new Map<string, number[]>();
  starts.forEach((start, i) => {
    const end = (starts[i + 1] ?? MAX_CODE + 1) - 1;
    const signature = sets.map(set => (contains(set, start) ? '1' : '0')).join('');
    const best = pickFrom(start, end);
    atoms.set(signature, [...(atoms.get(signature) ?? []), ...(best === undefined ? [] : [best])]);
  });
  const chosen = [...atoms.values()]
    .filter(codes => codes.length > 0)
    .map(codes => codes.sort((a, b) => rank(a) - rank(b))[0]);
  return chosen.sort((a, b) => rank(a) - rank(b));
}

function pickFrom(start: number, end: number): number | undefined {
  const preferred = PREFERRED.find(code => code >= start && code <= end);
  if (preferred !== undefined) return preferred;
  for (let code = Math.max(start, 33); code <= Math.min(end, 126); code++) return code;
  // Lone surrogates are no text; the range is split around them.
  if (start >= 0xd800 && start <= 0xdfff) return end > 0xdfff ? 0xe000 : undefined;
  return start;
}

function rank(code: number): number {
  const at = PREFERRED.indexOf(code);
  if (at >= 0) return at;
  return code > 32 && code < 127 ? 100 + code : 1000 + code;
}
