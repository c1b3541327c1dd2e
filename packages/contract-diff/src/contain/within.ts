import { Mode, Norm, Ref } from '../normalize/norm';
import { Schemas } from '../normalize/schemas';
import type { Wish } from './instance';
import { Result } from './result';

/** What comparing objects and arrays needs from the prover. */
export interface Within {
  space: Schemas;
  mode: Mode;
  /** Readers of responses ignore names they do not know. */
  open: boolean;
  check(a: Ref, b: Ref): Result;
  disjoint(a: Ref, b: Ref): boolean;
  /** Values of `a` that have the member `name`, inside `b`. */
  whenPresent(name: string, b: Norm, why: string): Result;
  /** Builds a value of `a` after each wish; the first one the evaluator confirms is a *no*. */
  confirm(wishes: Iterable<Wish>, why: string): Result;
}

/** A value for a position nobody asks about; the confirmation rejects the array if it does not fit. */
export function sample(ref: Ref | undefined, w: Within): unknown {
  if (!ref) return 1;
  const result = w.check(ref, w.space.never);
  return result.answer === 'no' ? result.value : 1;
}
