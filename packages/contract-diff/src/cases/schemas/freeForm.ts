import { B, D, int, N, nul, obj, S, SchemaPairCase, str } from './make';

const free = { type: 'object' };

/** Objects of which nothing is declared: whoever is to send one that holds something makes up the names. */
export const freeForm: SchemaPairCase[] = [
  ['at most so many members', free, { ...free, maxProperties: 3 }, B, S],
  ['fewer members', { ...free, maxProperties: 100 }, { ...free, maxProperties: 10 }, B, S],
  ['more members demanded', { ...free, minProperties: 1 }, { ...free, minProperties: 10 }, B, S],
  ['more members allowed', { ...free, maxProperties: 10 }, { ...free, maxProperties: 100 }, S, B],
  ['inside another object', obj({ f: free }), obj({ f: { ...free, maxProperties: 3 } }), B, S],
  ['or null', { type: ['object', 'null'] }, { type: ['object', 'null'], maxProperties: 3 }, B, S],
  ['as an alternative', { anyOf: [free, str] }, { anyOf: [{ ...free, maxProperties: 2 }, str] }, B, S],
  ['closed', free, { ...free, additionalProperties: false }, B, S],
  ['became a map', free, { ...free, additionalProperties: str }, B, S],
  ['was a map', { ...free, additionalProperties: str }, free, S, B],
  ['was closed', { ...free, additionalProperties: false }, free, S, D],
  ['said to be open', free, { ...free, additionalProperties: true }, N, N],
  ['properties told', free, obj({ a: str, b: int }), S, S],
  [
    'what is told of in two places is not free',
    { allOf: [free, obj({ a: str })] },
    obj({ a: str }, { maxProperties: 3 }),
    S,
    S,
  ],
  [
    'properties that are hidden are told of',
    obj({ a: { ...str, readOnly: true } }),
    obj({ a: { ...str, readOnly: true } }, { maxProperties: 3 }),
    S,
    S,
  ],
  ['null taken away', { anyOf: [free, nul] }, free, B, S],
];
