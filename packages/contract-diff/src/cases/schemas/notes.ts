import { B, D, int, N, obj, S, SchemaPairCase, str } from './make';

/** What is said beside the values. */
export const notes: SchemaPairCase[] = [
  ['default added', str, { ...str, default: 'a' }, S, S],
  ['default dropped', { ...str, default: 'a' }, str, D, D],
  ['title only', { ...str, title: 'A' }, { ...str, title: 'B' }, N, N],
  ['examples only', { ...str, examples: ['a'] }, { ...str, examples: ['b'] }, N, N],
  [
    'what a text holds is another thing',
    { ...str, contentMediaType: 'application/json', contentSchema: { type: 'number' } },
    { ...str, contentMediaType: 'application/json', contentSchema: int },
    D,
    D,
  ],
  ['deprecated added', obj({ a: str }), obj({ a: { ...str, deprecated: true } }), S, S],
  ['read-write becomes readOnly', obj({ a: str }), obj({ a: { ...str, readOnly: true } }), D, N],
  ['readOnly becomes read-write', obj({ a: { ...str, readOnly: true } }), obj({ a: str }), S, N],
  [
    'readOnly required becomes read-write',
    obj({ a: { ...str, readOnly: true } }, { required: ['a'] }),
    obj({ a: str }, { required: ['a'] }),
    B,
    N,
  ],
  [
    'read-write required becomes writeOnly',
    obj({ a: str }, { required: ['a'] }),
    obj({ a: { ...str, writeOnly: true } }, { required: ['a'] }),
    N,
    B,
  ],
  ['optional becomes writeOnly', obj({ a: str }), obj({ a: { ...str, writeOnly: true } }), N, D],
  [
    'readOnly property retyped',
    obj({ a: { ...str, readOnly: true } }),
    obj({ a: { ...int, readOnly: true } }),
    N,
    B,
  ],
  [
    'writeOnly property retyped',
    obj({ a: { ...str, writeOnly: true } }),
    obj({ a: { ...int, writeOnly: true } }),
    B,
    N,
  ],
];
