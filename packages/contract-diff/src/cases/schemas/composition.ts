import { B, bool, cat, D, dog, int, N, num, obj, S, SchemaPairCase, str } from './make';

/** Alternatives, conjunctions, negations and conditions. */
export const composition: SchemaPairCase[] = [
  [
    'allOf merged with required inside',
    { allOf: [obj({ a: str }), { required: ['a'] }] },
    obj({ a: str }, { required: ['a'] }),
    N,
    N,
  ],
  ['allOf nested', { allOf: [{ allOf: [obj({ a: str })] }, obj({ b: int })] }, obj({ a: str, b: int }), N, N],
  [
    'allOf bounds meet',
    { allOf: [{ ...int, minimum: 1 }, { maximum: 5 }] },
    { ...int, minimum: 1, maximum: 5 },
    N,
    N,
  ],
  [
    'allOf member added',
    { allOf: [obj({ a: str })] },
    { allOf: [obj({ a: str }), { required: ['a'] }] },
    B,
    S,
  ],
  [
    'allOf member that repeats',
    { allOf: [obj({ a: str })] },
    { allOf: [obj({ a: str }), { type: 'object' }] },
    N,
    N,
  ],
  ['allOf contradiction relaxed', { allOf: [str, int] }, str, S, B],
  ['oneOf to anyOf of disjoint types', { oneOf: [str, int] }, { anyOf: [str, int] }, N, N],
  [
    'oneOf to anyOf of overlapping branches',
    {
      oneOf: [
        { ...int, minimum: 0 },
        { ...int, maximum: 10 },
      ],
    },
    {
      anyOf: [
        { ...int, minimum: 0 },
        { ...int, maximum: 10 },
      ],
    },
    S,
    B,
  ],
  [
    'anyOf to oneOf of overlapping branches',
    {
      anyOf: [
        { ...int, minimum: 0 },
        { ...int, maximum: 10 },
      ],
    },
    {
      oneOf: [
        { ...int, minimum: 0 },
        { ...int, maximum: 10 },
      ],
    },
    B,
    S,
  ],
  ['anyOf absorbs a narrower branch', { anyOf: [num, int] }, num, S, S],
  [
    'oneOf written as one object',
    { oneOf: [obj({ a: str }, { required: ['a'] }), obj({ b: str }, { required: ['b'] })] },
    obj({ a: str, b: str }),
    S,
    B,
  ],
  [
    'oneOf branch property narrowed',
    { oneOf: [cat, dog] },
    { oneOf: [cat, obj({ kind: { const: 'dog' }, bark: { ...str, maxLength: 3 } }, { required: ['kind'] })] },
    B,
    S,
  ],
  [
    'oneOf branch gains a required property',
    { oneOf: [cat, dog] },
    { oneOf: [cat, obj({ kind: { const: 'dog' }, bark: str }, { required: ['kind', 'bark'] })] },
    B,
    S,
  ],
  ['single schema becomes oneOf with it', cat, { oneOf: [cat, dog] }, S, B],
  ['oneOf becomes single schema', { oneOf: [cat, dog] }, dog, B, S],
  [
    'base beside oneOf written into the branches',
    { ...obj({ id: str }), oneOf: [cat, dog] },
    {
      oneOf: [
        obj({ id: str, kind: { const: 'cat' }, lives: int }, { required: ['kind'] }),
        obj({ id: str, kind: { const: 'dog' }, bark: str }, { required: ['kind'] }),
      ],
    },
    S,
    S,
  ],
  ['anyOf branch removed but covered by another', { anyOf: [{ ...str, maxLength: 3 }, str] }, str, S, S],
  [
    'string branches that together are everything (cannot tell)',
    {
      anyOf: [
        { ...str, maxLength: 3 },
        { ...str, minLength: 4 },
      ],
    },
    str,
    S,
    D,
  ],
  ['not enum value', { ...str, not: { enum: ['a'] } }, { ...str, not: { enum: ['a', 'b'] } }, B, S],
  ['not narrowed inner', { ...str, not: { minLength: 5 } }, { ...str, not: { minLength: 3 } }, B, S],
  ['not minLength is maxLength', { ...str, not: { minLength: 5 } }, { ...str, maxLength: 4 }, S, S],
  ['not type of integer', { not: int }, { not: num }, B, S],
  ['not not', str, { not: { not: str } }, S, S],
  ['not required', obj({ a: str, b: str }), obj({ a: str, b: str }, { not: { required: ['a', 'b'] } }), B, S],
  ['not dropped', { ...str, not: { const: 'x' } }, str, S, B],
  [
    'if then added',
    obj({ a: bool, b: str }),
    obj(
      { a: bool, b: str },
      { if: { properties: { a: { const: true } }, required: ['a'] }, then: { required: ['b'] } },
    ),
    B,
    S,
  ],
  [
    'if then dropped',
    obj(
      { a: bool, b: str },
      { if: { properties: { a: { const: true } }, required: ['a'] }, then: { required: ['b'] } },
    ),
    obj({ a: bool, b: str }),
    S,
    B,
  ],
  [
    'if else narrowed',
    {
      ...obj({ a: bool, n: num }),
      if: { properties: { a: { const: true } }, required: ['a'] },
      else: { properties: { n: num } },
    },
    {
      ...obj({ a: bool, n: num }),
      if: { properties: { a: { const: true } }, required: ['a'] },
      else: { properties: { n: int } },
    },
    B,
    S,
  ],
  [
    'otherwise widened, the question kept',
    {
      ...obj({ k: { enum: ['a', 'b'] }, v: {} }, { required: ['k', 'v'] }),
      if: { properties: { k: { const: 'a' } } },
      then: { properties: { v: str } },
      else: { properties: { v: { type: 'integer' } } },
    },
    {
      ...obj({ k: { enum: ['a', 'b'] }, v: {} }, { required: ['k', 'v'] }),
      if: { properties: { k: { const: 'a' } } },
      then: { properties: { v: str } },
      else: { properties: { v: num } },
    },
    S,
    B,
  ],
  ['if without then', str, { ...str, if: { maxLength: 3 } }, N, N],
  [
    'then that always holds',
    obj({ a: str }, { required: ['a'] }),
    obj({ a: str }, { required: ['a'], if: { required: ['a'] }, then: { required: ['a'] } }),
    S,
    S,
  ],
];
