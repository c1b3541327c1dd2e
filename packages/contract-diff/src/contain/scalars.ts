import { findWord } from '../pattern';
import { Bound, Norm } from '../normalize/norm';
import { FRAC, INT } from '../normalize/types';
import { isMultiple } from '../normalize/values';
import { ANNOTATION_FORMATS, FORMATS, formatWithin, numericRange } from './formats';
import { fit } from './samples';
import { Result, YES } from './result';

/** Turns a candidate into a *no* when the evaluator confirms it, else into *unknown* with the reason. */
export type Confirm = (candidates: Iterable<unknown>, why: string) => Result;

/** Number facets of `a` inside those of `b`. */
export function numberWithin(a: Norm, b: Norm, confirm: Confirm): Result {
  const low = within(a.min, b.min, 1) || integerBoundHolds(a, b, 1);
  const high = within(a.max, b.max, -1) || integerBoundHolds(a, b, -1);
  const steps = b.multiples.every(step => stepHolds(a, step));
  const ranges = b.formats.every(format => rangeHolds(a, format));
  if (low && high && steps && ranges) return YES;
  return confirm(numberCandidates(a, b), 'the numeric limits could not be compared');
}

function within(inner: Bound | undefined, outer: Bound | undefined, sign: 1 | -1): boolean {
  if (!outer) return true;
  if (!inner) return false;
  const gap = (inner.value - outer.value) * sign;
  return gap > 0 || (gap === 0 && (inner.exclusive || !outer.exclusive));
}

/** For integers `> 4` and `>= 5` are one bound. */
function integerBoundHolds(a: Norm, b: Norm, sign: 1 | -1): boolean {
  if (a.types & FRAC) return false;
  const [inner, outer] = sign === 1 ? [a.min, b.min] : [a.max, b.max];
  return inner !== undefined && outer !== undefined && (whole(inner, sign) - whole(outer, sign)) * sign >= 0;
}

function whole(bound: Bound, sign: 1 | -1): number {
  const edge = sign === 1 ? Math.ceil(bound.value) : Math.floor(bound.value);
  return bound.exclusive && edge === bound.value ? edge + sign : edge;
}

function stepHolds(a: Norm, step: number): boolean {
  if (a.multiples.some(own => isMultiple(own, step))) return true;
  const steps = a.types & FRAC ? a.multiples : [1, ...a.multiples];
  if (steps.length > 1 && steps.every(Number.isInteger) && isMultiple(steps.reduce(commonMultiple), step))
    return true;
  return !(a.types & FRAC) && isMultiple(1, step);
}

function commonMultiple(a: number, b: number): number {
  let [rest, divisor] = [a, b];
  while (divisor !== 0) [rest, divisor] = [divisor, rest % divisor];
  return (a / rest) * b;
}

function rangeHolds(a: Norm, format: string): boolean {
  const range = numericRange(format);
  if (!range || a.formats.includes(format)) return true;
  return (
    !(range.whole && a.types & FRAC) &&
    within(a.min, { value: range.low, exclusive: false }, 1) &&
    within(a.max, { value: range.high, exclusive: false }, -1)
  );
}

function* numberCandidates(a: Norm, b: Norm): Generator<number> {
  const ranges = b.formats.flatMap(format => numericRange(format) ?? []);
  for (const { beyond } of ranges) yield* beyond ?? [];
  const unit = a.types & INT ? 1 : 0.5;
  const steps = a.multiples.length > 0 ? a.multiples : [unit];
  const anchors = [a.min?.value, a.max?.value, b.min?.value, b.max?.value, 0];
  for (const { low, high } of ranges) anchors.push(low, high);
  for (const step of [...steps, ...(a.types & FRAC ? [0.5, 0.01] : [])]) {
    for (const anchor of anchors) {
      if (anchor === undefined) continue;
      const near = Math.round(anchor / step);
      for (const offset of [0, 1, -1, 2, -2, 3]) yield Number(((near + offset) * step).toPrecision(15));
      yield anchor;
      if (a.types & FRAC) yield* [anchor + step / 2, anchor - step / 2];
    }
  }
}

/** String facets of `a` inside those of `b`. */
export function stringWithin(a: Norm, b: Norm, confirm: Confirm): Result {
  const lengths = a.minLength >= b.minLength && a.maxLength <= b.maxLength;
  const outside = b.patterns.filter(pattern => !a.patterns.includes(pattern));
  const formats = b.formats.filter(format => !a.formats.some(own => formatWithin(own, format)));
  const encodings = b.encodings.filter(encoding => !a.encodings.includes(encoding));
  const asserted = formats.filter(format => !ANNOTATION_FORMATS.has(format) || !(format in FORMATS));
  const patternAnswers = outside.map(pattern =>
    findWord({ inside: a.patterns, outside: [pattern], minLength: a.minLength, maxLength: a.maxLength }),
  );
  if (
    lengths &&
    formats.length === 0 &&
    encodings.length === 0 &&
    patternAnswers.every(answer => answer.kind === 'none')
  )
    return YES;
  const harmless = formats.every(
    format => ANNOTATION_FORMATS.has(format) || numericRange(format) !== undefined,
  );
  const certain = lengths || (a.patterns.length > 0 && a.formats.length === 0 && lengthsHold(a, b));
  if (certain && encodings.length === 0 && harmless && patternAnswers.every(answer => answer.kind === 'none'))
    return YES;
  const words = patternAnswers
    .map(answer => (answer.kind === 'word' ? answer.word : undefined))
    .filter(word => word !== undefined);
  return confirm(stringCandidates(a, b, words, formats), reason(asserted, encodings, outside));
}

/** The patterns of `a` may imply the lengths of `b`. */
function lengthsHold(a: Norm, b: Norm): boolean {
  const shorter =
    b.minLength === 0 ||
    findWord({
      inside: a.patterns,
      minLength: a.minLength,
      maxLength: Math.min(a.maxLength, b.minLength - 1),
    }).kind === 'none';
  const longer =
    b.maxLength === Infinity ||
    findWord({
      inside: a.patterns,
      minLength: Math.max(a.minLength, b.maxLength + 1),
      maxLength: a.maxLength,
    }).kind === 'none';
  return shorter && longer;
}

function reason(
  formats: readonly string[],
  encodings: readonly string[],
  patterns: readonly string[],
): string {
  if (encodings.length > 0) return `nothing is known about content '${encodings[0]}'`;
  if (patterns.length > 0) return `the pattern '${patterns[0]}' is beyond what can be decided`;
  if (formats.length > 0) return `nothing is known about the format '${formats[0]}'`;
  return 'the string limits could not be compared';
}

function* stringCandidates(
  a: Norm,
  b: Norm,
  words: readonly string[],
  formats: readonly string[],
): Generator<string> {
  yield* words;
  const samples = a.formats.flatMap(format =>
    Object.prototype.hasOwnProperty.call(FORMATS, format) ? FORMATS[format].valid : [],
  );
  yield* samples;
  for (const format of formats) {
    const facts = Object.prototype.hasOwnProperty.call(FORMATS, format) ? FORMATS[format] : undefined;
    if (!facts) continue;
    yield fit(facts.invalid, a.minLength, a.maxLength);
    const found = findWord({ inside: a.patterns, minLength: a.minLength, maxLength: a.maxLength });
    if (found.kind === 'word') yield found.word;
  }
  if (b.minLength > a.minLength) {
    yield fit('', Math.max(0, Math.min(b.minLength - 1, a.maxLength)), b.minLength - 1);
    const found = findWord({ inside: a.patterns, minLength: a.minLength, maxLength: b.minLength - 1 });
    if (found.kind === 'word') yield found.word;
  }
  if (b.maxLength < a.maxLength) {
    const over = Math.max(b.maxLength + 1, a.minLength);
    yield fit('', over, over);
    const found = findWord({ inside: a.patterns, minLength: over, maxLength: a.maxLength });
    if (found.kind === 'word') yield found.word;
  }
  for (const text of ['text', 'a', '1', '', ' ', '-', 'other']) yield fit(text, a.minLength, a.maxLength);
}
