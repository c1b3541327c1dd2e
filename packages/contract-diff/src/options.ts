import { Level } from '@treaty/contract-findings';
import { Policy, Scope } from './rules/levels';

/** How a comparison is judged. */
export interface DiffOptions {
  /** The date sunsets are held against; without it no sunset has passed. */
  now?: Date;
  policy?: Policy;
  /** `wire` (default): messages count. `sdk`: names in generated clients count too. */
  scope?: Scope;
  /** Level by rule id, above everything else. */
  levels?: Record<string, Level>;
}
