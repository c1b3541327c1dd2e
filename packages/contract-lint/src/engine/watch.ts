import type { IFunctionResult, Rule, Ruleset, RulesetFunctionContext } from '@stoplight/spectral-core';
import { ExampleMemo } from '../types';
import { Pruned } from './resolver';
import { ExampleCache, exampleFunctions } from './memo';

type AnyFunction = Rule['then'][number]['function'];
type Results = void | IFunctionResult[];

/** Stands around every function of a ruleset: counts, remembers examples, and keeps a thrower from killing the run. */
export class FunctionWatch {
  readonly rates = new Map<string, { checked: number; failed: number }>();
  readonly crashes = new Map<string, unknown>();

  private readonly examples: ExampleCache;
  private inventory: RulesetFunctionContext['documentInventory'] | undefined;
  private document: { readonly pruned?: Pruned } = {};

  constructor(memo: ExampleMemo) {
    this.examples = new ExampleCache(memo);
  }

  /** Tells which document is next; functions are given its values whole, however it was pruned. */
  judge(document: { readonly pruned?: Pruned }): void {
    this.document = document;
    this.inventory = undefined;
  }

  attach(ruleset: Ruleset): void {
    for (const rule of Object.values(ruleset.rules)) {
      if (rule.enabled)
        rule.then = rule.then.map(then => ({ ...then, function: this.watched(rule.name, then.function) }));
    }
  }

  private watched(name: string, fn: AnyFunction): AnyFunction {
    const inner = exampleFunctions().has(fn) ? this.examples.wrap(fn) : fn;
    const outer = (
      input: unknown,
      options: unknown,
      context: RulesetFunctionContext,
    ): Results | Promise<Results> => {
      if (this.crashes.has(name)) return undefined;
      try {
        const results = inner(this.whole(input), options, this.withWholeInventory(context));
        if (!(results instanceof Promise)) return this.count(name, results);
        return results.then(
          late => this.count(name, late),
          error => this.crash(name, error),
        );
      } catch (error) {
        return this.crash(name, error);
      }
    };
    Object.defineProperty(outer, 'name', { value: fn.name });
    return outer;
  }

  private whole(input: unknown): unknown {
    return typeof input === 'object' && input !== null
      ? (this.document.pruned?.originals.get(input) ?? input)
      : input;
  }

  private withWholeInventory(context: RulesetFunctionContext): RulesetFunctionContext {
    const { pruned } = this.document;
    if (!pruned) return context;
    this.inventory ??= Object.create(context.documentInventory, {
      resolved: { value: pruned.resolved },
    }) as RulesetFunctionContext['documentInventory'];
    return { ...context, documentInventory: this.inventory };
  }

  private count(rule: string, results: Results): Results {
    let rate = this.rates.get(rule);
    if (!rate) this.rates.set(rule, (rate = { checked: 0, failed: 0 }));
    rate.checked++;
    if (results && results.length > 0) rate.failed++;
    return results;
  }

  private crash(rule: string, error: unknown): void {
    this.crashes.set(rule, error);
  }
}
