import { Norm } from '../normalize/norm';
import { INT, typeOf } from '../normalize/types';
import { codePoints, isMultiple } from '../normalize/values';
import { findWord } from '../pattern';
import { FORMATS } from './formats';

/** Numbers of one type that are likely to be admitted, the plainest first. */
export function* numbers(norm: Norm, type: number): Generator<number> {
  const low = norm.min?.value;
  const high = norm.max?.value;
  const step = type & INT ? 1 : 0.5;
  const tries = type & INT ? [1, 0, 2, 10, -1, 100] : [0.5, 1.5, -0.5];
  if (low !== undefined)
    tries.push(low, Math.ceil(low), Math.floor(low) + 1, low + step, low + 0.01, low + 2 * step);
  if (high !== undefined) tries.push(high, Math.floor(high), Math.ceil(high) - 1, high - step, high - 0.01);
  if (low !== undefined && high !== undefined) tries.push((low + high) / 2);
  for (const multiple of norm.multiples) {
    const from = low ?? (high === undefined ? 0 : high - 2 * multiple);
    for (let i = 0; i < 3; i++)
      tries.push(Number(((Math.ceil(from / multiple) + i) * multiple).toPrecision(12)));
  }
  for (const value of tries)
    if (typeOf(value) & type && norm.multiples.every(m => isMultiple(value, m))) yield value;
}

/** Texts that are likely to be admitted, the most telling first; `hint` is the name of the member they are for. */
export function* strings(norm: Norm, hint: string | undefined): Generator<string> {
  for (const format of norm.formats) {
    if (Object.prototype.hasOwnProperty.call(FORMATS, format)) yield* FORMATS[format].valid;
  }
  const plain = hint && /^[\w-]{1,24}$/.test(hint) ? hint : 'text';
  yield fit(plain, norm.minLength, norm.maxLength);
  if (norm.patterns.length > 0) {
    const found = findWord({ inside: norm.patterns, minLength: norm.minLength, maxLength: norm.maxLength });
    if (found.kind === 'word') yield found.word;
  }
  for (const other of ['text', 'other', 'a', 'b', '1', '']) yield fit(other, norm.minLength, norm.maxLength);
}

/** Stretches or cuts a sample to a length. */
export function fit(text: string, min: number, max: number): string {
  const length = codePoints(text);
  if (length > max) return [...text].slice(0, max).join('');
  return length < min && min <= 5000 ? text + 'a'.repeat(min - length) : text;
}
