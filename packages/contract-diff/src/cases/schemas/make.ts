import { Level } from '@treaty/contract-findings';

type Weight = Level | 'none';
/** A pair of schemas and the worst level of the change in a request and in a response. */
export type SchemaPairCase = [name: string, old: unknown, now: unknown, request: Weight, response: Weight];

export const B = 'breaking';
export const D = 'dangerous';
export const S = 'safe';
/** Nothing may be said that weighs anything; a remark is no weight. */
export const N = 'none';

type Json = Record<string, unknown>;

export const str = { type: 'string' };
export const int = { type: 'integer' };
export const num = { type: 'number' };
export const bool = { type: 'boolean' };
export const nul = { type: 'null' };
export const obj = (properties: object, extra: object = {}): Json => ({
  type: 'object',
  properties,
  ...extra,
});
export const arr = (items: unknown, extra: object = {}): Json => ({ type: 'array', items, ...extra });
export const cat = obj({ kind: { const: 'cat' }, lives: int }, { required: ['kind'] });
export const dog = obj({ kind: { const: 'dog' }, bark: str }, { required: ['kind'] });
