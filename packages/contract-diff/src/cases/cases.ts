import { Level } from '@treaty/contract-findings';

/** One pair of schemas and whether the change breaks. */
export interface SchemaCase {
  name: string;
  old: unknown;
  new: unknown;
  request: Level | 'none';
  response: Level | 'none';
  /** What stands for the proof of a break that no message can show. */
  unproven?: { status: 'unproven'; reason: string };
}

const object = (properties: unknown, extra: object = {}): unknown => ({
  type: 'object',
  properties,
  ...extra,
});
const str = { type: 'string' };
const int = { type: 'integer' };
const cat = object({ kind: { const: 'cat' }, lives: int }, { required: ['kind'] });
const dog = object({ kind: { const: 'dog' }, bark: str }, { required: ['kind'] });

/** Worst level of the findings about one schema change; `none` where nothing may be said at all. */
const unread = {
  status: 'unproven',
  reason:
    "a validator refuses nothing: the other alternatives are open and let its messages pass, but none of them knows 'b'",
} as const;

export const schemaCases: SchemaCase[] = [
  { name: 'type changed', old: str, new: int, request: 'breaking', response: 'breaking' },
  { name: 'integer to number', old: int, new: { type: 'number' }, request: 'safe', response: 'breaking' },
  { name: 'null added', old: str, new: { type: ['string', 'null'] }, request: 'safe', response: 'breaking' },
  {
    name: 'enum value removed',
    old: { enum: ['a', 'b'] },
    new: { enum: ['a'] },
    request: 'breaking',
    response: 'safe',
  },
  {
    name: 'enum value added',
    old: { enum: ['a'] },
    new: { enum: ['a', 'b'] },
    request: 'safe',
    response: 'dangerous',
  },
  {
    name: 'extensible enum value added',
    old: { enum: ['a'], 'x-extensible-enum': true },
    new: { enum: ['a', 'b'], 'x-extensible-enum': true },
    request: 'safe',
    response: 'safe',
  },
  {
    name: 'enum dropped',
    old: { type: 'string', enum: ['a'] },
    new: str,
    request: 'safe',
    response: 'breaking',
  },
  {
    name: 'const to one-value enum',
    old: { const: 'a' },
    new: { enum: ['a'] },
    request: 'none',
    response: 'none',
  },
  {
    name: 'minimum raised',
    old: { ...int, minimum: 1 },
    new: { ...int, minimum: 2 },
    request: 'breaking',
    response: 'safe',
  },
  {
    name: 'integers: beyond 4 is from 5',
    old: { ...int, exclusiveMinimum: 4 },
    new: { ...int, minimum: 5 },
    request: 'safe',
    response: 'safe',
  },
  {
    name: 'maxLength lowered',
    old: { ...str, maxLength: 9 },
    new: { ...str, maxLength: 3 },
    request: 'breaking',
    response: 'safe',
  },
  {
    name: 'minLength beside an enum that satisfies it',
    old: { enum: ['abc', 'abcd'] },
    new: { enum: ['abc', 'abcd'], minLength: 3 },
    request: 'safe',
    response: 'safe',
  },
  {
    name: 'pattern widened',
    old: { ...str, pattern: '^[a-f]+$' },
    new: { ...str, pattern: '^[a-z]+$' },
    request: 'safe',
    response: 'breaking',
  },
  {
    name: 'pattern narrowed',
    old: { ...str, pattern: '^[a-z]+$' },
    new: { ...str, pattern: '^[a-f]+$' },
    request: 'breaking',
    response: 'safe',
  },
  {
    name: 'pattern beyond automata',
    old: { ...str, pattern: '^(?=a)b' },
    new: { ...str, pattern: '^(?=b)c' },
    request: 'dangerous',
    response: 'dangerous',
  },
  {
    name: 'format added',
    old: str,
    new: { ...str, format: 'date-time' },
    request: 'breaking',
    response: 'safe',
  },
  {
    name: 'multipleOf added',
    old: int,
    new: { ...int, multipleOf: 5 },
    request: 'breaking',
    response: 'safe',
  },
  {
    name: 'multipleOf divides',
    old: { ...int, multipleOf: 10 },
    new: { ...int, multipleOf: 5 },
    request: 'safe',
    response: 'breaking',
  },
  {
    name: 'maxItems added',
    old: { type: 'array', items: str },
    new: { type: 'array', items: str, maxItems: 2 },
    request: 'breaking',
    response: 'safe',
  },
  {
    name: 'uniqueItems added',
    old: { type: 'array', items: str },
    new: { type: 'array', items: str, uniqueItems: true },
    request: 'breaking',
    response: 'safe',
  },
  {
    name: 'items narrowed',
    old: { type: 'array', items: { type: 'number' } },
    new: { type: 'array', items: int },
    request: 'breaking',
    response: 'safe',
  },
  {
    name: 'contains added',
    old: { type: 'array', items: int },
    new: { type: 'array', items: int, contains: { minimum: 5 } },
    request: 'breaking',
    response: 'safe',
  },
  {
    name: 'not added',
    old: str,
    new: { ...str, not: { const: 'x' } },
    request: 'breaking',
    response: 'safe',
  },
  { name: 'not of another type', old: str, new: { ...str, not: int }, request: 'none', response: 'none' },
  {
    name: 'property became required',
    old: object({ a: str }),
    new: object({ a: str }, { required: ['a'] }),
    request: 'breaking',
    response: 'safe',
  },
  {
    name: 'required property added',
    old: object({}),
    new: object({ a: str }, { required: ['a'] }),
    request: 'breaking',
    response: 'safe',
  },
  {
    name: 'optional property added',
    old: object({}),
    new: object({ a: str }),
    request: 'safe',
    response: 'safe',
  },
  {
    name: 'optional property removed',
    old: object({ a: str, b: str }),
    new: object({ b: str }),
    request: 'dangerous',
    response: 'dangerous',
  },
  {
    name: 'required property removed',
    old: object({ a: str }, { required: ['a'] }),
    new: object({}),
    request: 'dangerous',
    response: 'breaking',
  },
  {
    name: 'property removed from a closed object',
    old: object({ a: str, b: str }, { additionalProperties: false }),
    new: object({ b: str }, { additionalProperties: false }),
    request: 'breaking',
    response: 'dangerous',
  },
  {
    name: 'invited names closed',
    old: object({ a: str }, { additionalProperties: true }),
    new: object({ a: str }, { additionalProperties: false }),
    request: 'breaking',
    response: 'safe',
  },
  {
    name: 'uninvited names closed',
    old: object({ a: str }),
    new: object({ a: str }, { additionalProperties: false }),
    request: 'dangerous',
    response: 'safe',
  },
  {
    name: 'closed object opened',
    old: object({ a: str }, { additionalProperties: false }),
    new: object({ a: str }),
    request: 'safe',
    response: 'dangerous',
  },
  {
    name: 'map values narrowed',
    old: { type: 'object', additionalProperties: { type: 'number' } },
    new: { type: 'object', additionalProperties: int },
    request: 'breaking',
    response: 'safe',
  },
  {
    name: 'readOnly property is not in requests',
    old: object({ a: str }),
    new: object({ a: str, id: { ...str, readOnly: true } }, { required: ['id'] }),
    request: 'none',
    response: 'safe',
  },
  {
    name: 'writeOnly property is not in responses',
    old: object({ a: str }),
    new: object({ a: str, p: { ...str, writeOnly: true } }, { required: ['p'] }),
    request: 'breaking',
    response: 'none',
  },
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
    name: 'default changed',
    old: { ...str, default: 'a' },
    new: { ...str, default: 'b' },
    request: 'dangerous',
    response: 'dangerous',
  },
  {
    name: 'documentation',
    old: { ...str, description: 'a', example: 'x' },
    new: { ...str, description: 'b', title: 'T' },
    request: 'none',
    response: 'none',
  },
  {
    name: 'propertyNames added',
    old: { type: 'object', additionalProperties: str },
    new: { type: 'object', additionalProperties: str, propertyNames: { pattern: '^x' } },
    request: 'breaking',
    response: 'safe',
  },
  {
    name: 'dependentRequired added',
    old: object({ a: str, b: str }),
    new: object({ a: str, b: str }, { dependentRequired: { a: ['b'] } }),
    request: 'breaking',
    response: 'safe',
  },
  {
    name: 'prefixItems narrowed',
    old: { type: 'array', prefixItems: [{ type: 'number' }] },
    new: { type: 'array', prefixItems: [int] },
    request: 'breaking',
    response: 'safe',
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
    name: 'alternative of an open object with optional members removed, inside a member',
    old: object({ p: { oneOf: [object({ a: str }), object({ b: str })] } }),
    new: object({ p: { oneOf: [object({ a: str })] } }),
    request: 'breaking',
    response: 'safe',
    unproven: unread,
  },
  {
    name: 'a pattern gave way to an enumeration',
    old: { type: 'string', pattern: '^(v1|v2)$' },
    new: { type: 'string', enum: ['v1'] },
    request: 'breaking',
    response: 'safe',
  },
  {
    name: 'a pattern gave way to an enumeration of the same words',
    old: { type: 'string', pattern: '^(v1|v2)$' },
    new: { type: 'string', enum: ['v1', 'v2'] },
    request: 'safe',
    response: 'safe',
  },
  {
    name: 'values of a map are not said any more',
    old: { type: 'object', additionalProperties: int },
    new: { type: 'object' },
    request: 'safe',
    response: 'dangerous',
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
