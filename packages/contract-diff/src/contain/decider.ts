import { Mode, Norm } from '../normalize/norm';
import { Schemas } from '../normalize/schemas';
import type { Wish } from './instance';
import { Result } from './result';

/** What the parts of the prover ask of the whole. */
export interface Decider {
  readonly space: Schemas;
  readonly mode: Mode;
  /** Everything a writer of `a` sends is taken by a reader of `b`. */
  check(a: Norm, b: Norm): Result;
  /** A writer of `a` can send the value and a reader of `b` refuses it. */
  refutes(a: Norm, b: Norm, value: unknown): boolean;
  /** A writer may send the value. */
  admits(norm: Norm, value: unknown): boolean | undefined;
  make(norm: Norm, wish?: Wish): unknown;
  /** The first value that a wish yields and that is refused; *unknown* with the reason when there is none. */
  confirm(a: Norm, b: Norm, wishes: Iterable<Wish>, why: string): Result;
}
