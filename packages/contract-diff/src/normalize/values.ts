import { Norm } from './norm';
import { ALL, ARR, NULL, NUM, OBJ, STR, typeOf } from './types';

/**
 * Drops enum members that the scalar facets beside them refuse, and types that have no member left, so that two
 * spellings of one finite set become one.
 */
export function admittedValues(norm: Norm): Norm {
  if (!norm.values) return norm;
  const bound = norm.valueTypes & norm.types;
  const values = new Map(
    [...norm.values].filter(([, value]) => (typeOf(value) & bound) !== 0 && scalarFits(norm, value)),
  );
  let present = 0;
  for (const value of values.values()) present |= typeOf(value);
  // NUM members are of one group: an integer enum leaves no room for fractions only when fractions are bound too.
  const types = norm.types & (present | (ALL & ~bound));
  if (values.size === norm.values.size && types === norm.types) return norm;
  return { ...norm, values, types, valueTypes: norm.valueTypes };
}

function scalarFits(norm: Norm, value: unknown): boolean {
  const bit = typeOf(value);
  if (bit === NULL || bit & (ARR | OBJ)) return true;
  if (bit & NUM) {
    const number = value as number;
    if (norm.min && (number < norm.min.value || (norm.min.exclusive && number === norm.min.value)))
      return false;
    if (norm.max && (number > norm.max.value || (norm.max.exclusive && number === norm.max.value)))
      return false;
    return norm.multiples.every(step => isMultiple(number, step));
  }
  if (bit & STR) {
    const length = codePoints(value as string);
    return length >= norm.minLength && length <= norm.maxLength;
  }
  return true;
}

/** Division without being fooled by binary fractions: 0.3 is a multiple of 0.1. */
export function isMultiple(value: number, step: number): boolean {
  if (step === 0) return true;
  const quotient = value / step;
  return Math.abs(quotient - Math.round(quotient)) < 1e-9 * Math.max(1, Math.abs(quotient));
}

/** Length as JSON Schema counts it: in code points. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
