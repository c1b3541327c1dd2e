/** Is one set of values inside another? */
export type Result =
  | { answer: 'yes' }
  /** `value` is in the first and not in the second; the evaluator has checked both. */
  | { answer: 'no'; value: unknown }
  | { answer: 'unknown'; why: string };

export const YES: Result = { answer: 'yes' };

export function no(value: unknown): Result {
  return { answer: 'no', value };
}

export function unknown(why: string): Result {
  return { answer: 'unknown', why };
}

/** Runs checks in order: the first *no* wins, then the first *unknown*, else *yes*. */
export function every(checks: Iterable<() => Result>): Result {
  let unsure: Result | undefined;
  for (const check of checks) {
    const result = check();
    if (result.answer === 'no') return result;
    if (result.answer === 'unknown') unsure ??= result;
  }
  return unsure ?? YES;
}
