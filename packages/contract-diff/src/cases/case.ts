import { Level } from '@treaty/contract-findings';

/** One pair of schemas and the worst level of the findings about the change; `none` where nothing may be said at all. */
export interface SchemaCase {
  name: string;
  old: unknown;
  new: unknown;
  request: Level | 'none';
  response: Level | 'none';
  /** What stands for the proof of a break that no message can show. */
  unproven?: { status: 'unproven'; reason: string };
}

export const object = (properties: unknown, extra: object = {}): unknown => ({
  type: 'object',
  properties,
  ...extra,
});
export const str = { type: 'string' };
export const int = { type: 'integer' };
export const cat = object({ kind: { const: 'cat' }, lives: int }, { required: ['kind'] });
export const dog = object({ kind: { const: 'dog' }, bark: str }, { required: ['kind'] });
