import { object, str, int, cat, dog, SchemaCase } from './case';

const unread = {
  status: 'unproven',
  reason:
    "a validator refuses nothing: the other alternatives are open and let its messages pass, but none of them knows 'b'",
} as const;

/** Schemas made of schemas. */
export const compositionCases: SchemaCase[] = [
  {
    name: 'not added',
    old: str,
    new: { ...str, not: { const: 'x' } },
    request: 'breaking',
    response: 'safe',
  },
  { name: 'not of another type', old: str, new: { ...str, not: int }, request: 'none', response: 'none' },
  {
    name: 'allOf written out',
    old: { allOf: [object({ a: str }), object({ b: int }, { required: ['b'] })] },
    new: object({ a: str, b: int }, { required: ['b'] }),
    request: 'none',
    response: 'none',
  },
  { name: 'single allOf', old: { allOf: [str] }, new: str, request: 'none', response: 'none' },
  {
    name: 'anyOf of types is a type list',
    old: { anyOf: [str, { type: 'null' }] },
    new: { type: ['string', 'null'] },
    request: 'none',
    response: 'none',
  },
  {
    name: 'oneOf of constants is an enum',
    old: { oneOf: [{ const: 'a' }, { const: 'b' }] },
    new: { enum: ['b', 'a'] },
    request: 'none',
    response: 'none',
  },
  {
    name: 'oneOf to anyOf of disjoint branches',
    old: { oneOf: [cat, dog] },
    new: { anyOf: [cat, dog] },
    request: 'none',
    response: 'none',
  },
  {
    name: 'branches reordered',
    old: { oneOf: [cat, dog] },
    new: { oneOf: [dog, cat] },
    request: 'none',
    response: 'none',
  },
  {
    name: 'branch added',
    old: { oneOf: [cat, object({ z: int }, { required: ['z'] })] },
    new: { oneOf: [cat, object({ z: int }, { required: ['z'] }), dog] },
    request: 'safe',
    response: 'breaking',
  },
  {
    name: 'branch removed',
    old: { oneOf: [cat, dog] },
    new: { oneOf: [cat] },
    request: 'breaking',
    response: 'safe',
  },
  {
    name: 'property inside a branch narrowed',
    old: { oneOf: [cat, dog] },
    new: {
      oneOf: [object({ kind: { const: 'cat' }, lives: { ...int, maximum: 9 } }, { required: ['kind'] }), dog],
    },
    request: 'breaking',
    response: 'none',
  },
  {
    name: 'if added',
    old: object({ a: str, b: str }),
    new: object({ a: str, b: str }, { if: { required: ['a'] }, then: { required: ['b'] } }),
    request: 'breaking',
    response: 'safe',
  },
  {
    name: 'oneOf to anyOf of overlapping scalars',
    old: { oneOf: [{ type: 'number' }, int] },
    new: { anyOf: [{ type: 'number' }, int] },
    request: 'none',
    response: 'breaking',
  },
  {
    name: 'alternative of an open object with optional members added',
    old: { anyOf: [object({ a: str })] },
    new: { anyOf: [object({ a: str }), object({ b: str })] },
    request: 'safe',
    response: 'breaking',
    unproven: unread,
  },
  {
    name: 'alternative that has all of another, and more',
    old: { anyOf: [object({ a: str }), object({ c: str })] },
    new: { anyOf: [object({ a: str }), object({ c: str }), object({ a: str, b: str })] },
    request: 'safe',
    response: 'dangerous',
  },
  {
    name: 'alternative of an open object with optional members removed, inside a member',
    old: object({ p: { oneOf: [object({ a: str }), object({ b: str })] } }),
    new: object({ p: { oneOf: [object({ a: str })] } }),
    request: 'breaking',
    response: 'safe',
    unproven: unread,
  },
  {
    name: 'disjunction gave way to its first alternative',
    old: {
      oneOf: [object({ a: str }, { required: ['a'] }), object({ b: str }, { required: ['b'] })],
    },
    new: object({ a: str }, { required: ['a'] }),
    request: 'breaking',
    response: 'safe',
  },
];
