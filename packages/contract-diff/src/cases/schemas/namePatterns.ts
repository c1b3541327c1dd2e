import { B, D, int, num, obj, S, SchemaPairCase, str } from './make';

const x = (schema: unknown, pattern = '^x-'): object => ({ patternProperties: { [pattern]: schema } });

/** Names that a pattern invites. */
export const namePatterns: SchemaPairCase[] = [
  ['invitation gone, still open', obj({ a: str }, x(str)), obj({ a: str }), D, S],
  ['invitation new', obj({ a: str }), obj({ a: str }, x(str)), S, S],
  ['invitation gone from a free form', { type: 'object', ...x(str) }, { type: 'object' }, S, B],
  [
    'invitation gone, closed',
    obj({ a: str }, x(str)),
    obj({ a: str }, { additionalProperties: false }),
    B,
    S,
  ],
  ['values narrowed', obj({ a: str }, x(num)), obj({ a: str }, x(int)), B, S],
  ['fewer names', obj({ a: str }, x(str)), obj({ a: str }, x(str, '^x-[a-z]+$')), D, S],
  ['fewer names, narrower values', obj({ a: str }, x(num)), obj({ a: str }, x(int, '^x-[a-z]+$')), B, S],
  [
    'fewer names in a closed object',
    obj({ a: str }, { ...x(str), additionalProperties: false }),
    obj({ a: str }, { ...x(str, '^x-[a-z]+$'), additionalProperties: false }),
    B,
    S,
  ],
  ['one name told instead', obj({ a: str }, x(str)), obj({ a: str, 'x-a': str }), D, S],
  ['one name told instead, retyped', obj({ a: str }, x(str)), obj({ a: str, 'x-a': int }), B, B],
  ['a property under its pattern', obj({ a: str }, x(str)), obj({ a: str, 'x-a': str }, x(str)), S, S],
  [
    'a property under its pattern, narrowed',
    obj({ a: str }, x(str)),
    obj({ a: str, 'x-a': { ...str, maxLength: 3 } }, x(str)),
    B,
    S,
  ],
  ['a property told by a pattern now', obj({ a: str, 'x-a': str }), obj({ a: str }, x(str)), S, S],
  [
    'two patterns as one',
    obj({ a: str }, { patternProperties: { '^x-': str, '^y-': str } }),
    obj({ a: str }, x(str, '^(x|y)-')),
    S,
    S,
  ],
  [
    'any name of the same type',
    obj({ a: str }, x(str)),
    obj({ a: str }, { additionalProperties: str }),
    S,
    S,
  ],
  ['any name of another type', obj({ a: str }, x(str)), obj({ a: str }, { additionalProperties: int }), B, B],
  [
    'a property gone hides nothing that is refused elsewhere',
    obj({ gone: str, m: { type: 'object', additionalProperties: true } }),
    obj({ m: { type: 'object', additionalProperties: true, ...x(str) } }),
    B,
    D,
  ],
];
