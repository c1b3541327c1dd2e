/** JSON types as bits. `integer` is a part of `number`: INT and FRAC together are all numbers. */
export const NULL = 1;
export const BOOL = 2;
export const INT = 4;
export const FRAC = 8;
export const STR = 16;
export const ARR = 32;
export const OBJ = 64;
export const NUM = INT | FRAC;
export const ALL = 127;
/** The groups that are compared one by one; numbers go together. */
export const TYPE_GROUPS = [NULL, BOOL, NUM, STR, ARR, OBJ] as const;

const NAMES: Record<string, number> = {
  null: NULL,
  boolean: BOOL,
  integer: INT,
  number: NUM,
  string: STR,
  array: ARR,
  object: OBJ,
  // OpenAPI 2.0's `file` is a string of bytes wherever it may stand.
  file: STR,
};

/** The bits a `type` keyword allows; a name that is not a type allows nothing of its own and is left out. */
export function typeBits(type: unknown): number | undefined {
  if (type === undefined) return undefined;
  const names = Array.isArray(type) ? type : [type];
  let bits = 0;
  let known = false;
  for (const name of names) {
    if (typeof name !== 'string' || !Object.prototype.hasOwnProperty.call(NAMES, name)) continue;
    bits |= NAMES[name];
    known = true;
  }
  return known ? bits : undefined;
}

/** The bit of one JSON value; none for what JSON does not know, such as `undefined` in a list that was built by a program. */
export function typeOf(value: unknown): number {
  if (value === null) return NULL;
  if (Array.isArray(value)) return ARR;
  switch (typeof value) {
    case 'boolean':
      return BOOL;
    case 'number':
      return Number.isInteger(value) ? INT : FRAC;
    case 'string':
      return STR;
    case 'object':
      return OBJ;
    default:
      return 0;
  }
}

/** Names of the types in a mask, in a fixed order: `integer`, `string or null`. */
export function typeNames(bits: number): string[] {
  const names: string[] = [];
  if (bits & OBJ) names.push('object');
  if (bits & ARR) names.push('array');
  if (bits & STR) names.push('string');
  if ((bits & NUM) === NUM) names.push('number');
  else if (bits & INT) names.push('integer');
  else if (bits & FRAC) names.push('fractional number');
  if (bits & BOOL) names.push('boolean');
  if (bits & NULL) names.push('null');
  return names;
}
