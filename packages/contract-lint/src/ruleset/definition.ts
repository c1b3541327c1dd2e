import { Problem } from '@treaty/contract-findings';
import { Ruleset, RulesetDefinition, RulesetValidationError } from '@stoplight/spectral-core';
import * as formats from '@stoplight/spectral-formats';
import * as coreFunctions from '@stoplight/spectral-functions';
import { arazzo, asyncapi, oas } from '@stoplight/spectral-rulesets';
import { isObject, own } from '../model/place';
import { LintRule } from '../rule';
import { SpectralPart, TrustedFunction } from '../types';
import { ownRule, ownRuleOf } from './own-rules';
import { ShippedRuleset, shippedRuleset, shippedRulesets } from './shipped';
import { spectralFunction } from './spectral-function';
import { FileRuleset, RulesetTree } from './tree';

const STOCK: Readonly<Record<string, object>> = {
  'spectral:oas': oas,
  'spectral:asyncapi': asyncapi,
  'spectral:arazzo': arazzo,
};

/** Builds what Spectral runs from a tree, with its own validation turned into problems with file and line. */
export class DefinitionBuilder {
  readonly problems: Problem[] = [];
  readonly names = new Map<object, string>();

  /**
   * @param trusted - functions that the operator of this host allows by name.
   * @param includeOwn - our own rules run inside Spectral too; for rulesets whose `overrides` only Spectral understands.
   * @param clock - which day it is where nobody calls `judgeAsOf`.
   */
  constructor(
    private readonly trusted: ReadonlyMap<string, TrustedFunction>,
    private readonly includeOwn: boolean,
    private readonly clock?: () => Date,
  ) {}

  build(tree: RulesetTree, source: string): SpectralPart | undefined {
    const definition = this.definition(tree);
    if (this.problems.length > 0) return undefined;
    try {
      // The constructor is Spectral's own validation, of aliases, functions and their options.
      void new Ruleset(definition as RulesetDefinition, { severity: 'recommended', source });
    } catch (error) {
      this.problems.push(...this.explain(error, tree));
      return undefined;
    }
    return { definition, source, names: this.names };
  }

  private definition(tree: RulesetTree): object {
    const definition = this.bare(tree);
    if (!this.names.has(definition)) this.names.set(definition, tree.name);
    return definition;
  }

  private bare(tree: RulesetTree): object {
    switch (tree.kind) {
      case 'stock':
        return STOCK[tree.name];
      case 'preset':
        return tree.definition;
      case 'shipped':
        return {
          extends: tree.extends.map(extension => this.definition(extension.tree)),
          rules: this.includeOwn ? spectralRules(tree.ruleset, this.clock) : {},
        };
      case 'file':
        return this.file(tree);
      default:
        throw new Error(`unknown ruleset ${JSON.stringify(tree satisfies never)}`);
    }
  }

  private file(tree: FileRuleset): object {
    const {
      name: _,
      version: __,
      extends: ___,
      rules,
      overrides,
      formats: given,
      aliases,
      ...rest
    } = tree.data;
    const kept = Object.fromEntries(Object.entries(rest).filter(([key]) => !key.startsWith('x-')));
    return {
      ...kept,
      ...(given === undefined ? {} : { formats: this.formats(tree, given, ['formats']) }),
      ...(aliases === undefined ? {} : { aliases: this.aliases(tree, aliases) }),
      extends: tree.extends.map(({ tree: extended, severity }) => {
        const definition = this.definition(extended);
        return severity === undefined ? definition : [definition, severity];
      }),
      rules: this.rules(tree, rules, ['rules']),
      ...(overrides === undefined ? {} : { overrides: this.overrides(tree, overrides) }),
    };
  }

  private rules(tree: FileRuleset, rules: unknown, at: ReadonlyArray<string | number>): object {
    if (!isObject(rules)) return {};
    const known = this.includeOwn ? undefined : ownNames(tree);
    return Object.fromEntries(
      Object.entries(rules)
        .filter(([name, rule]) => !known?.has(name) && (this.includeOwn || !ownRuleOf(rule)))
        .map(([name, rule]) => [name, isObject(rule) ? this.rule(tree, name, rule, [...at, name]) : rule]),
    );
  }

  private rule(
    tree: FileRuleset,
    name: string,
    rule: Record<string, unknown>,
    at: ReadonlyArray<string | number>,
  ): object {
    const then = Array.isArray(rule.then)
      ? rule.then.map((entry, index) => this.then(tree, name, entry, [...at, 'then', index]))
      : this.then(tree, name, rule.then, [...at, 'then']);
    return {
      ...rule,
      ...(rule.then === undefined ? {} : { then }),
      ...(rule.formats === undefined
        ? {}
        : { formats: this.formats(tree, rule.formats, [...at, 'formats']) }),
    };
  }

  private then(tree: FileRuleset, rule: string, then: unknown, at: ReadonlyArray<string | number>): unknown {
    if (!isObject(then) || typeof then.function !== 'string') return then;
    const name = then.function;
    const ours = ownRule(name);
    const fn =
      own(coreFunctions, name) ?? this.trusted.get(name) ?? (ours && spectralFunction(ours, this.clock));
    if (fn === undefined) {
      this.problems.push({
        code: 'ruleset-unknown-function',
        message: `rule '${rule}' uses the function '${name}', which is not known here`,
        file: tree.uri,
        ...tree.locate([...at, 'function']),
        next: `core functions are ${Object.keys(coreFunctions)
          .filter(key => typeof own(coreFunctions, key) === 'function')
          .join(', ')}; JavaScript functions come only from a package that the operator of this host trusts`,
        severity: 'error',
      });
    }
    return { ...then, function: fn };
  }

  private formats(tree: FileRuleset, value: unknown, at: ReadonlyArray<string | number>): unknown {
    if (!Array.isArray(value)) return value;
    return value.map((name: unknown, index) => {
      const format = typeof name === 'string' ? formatByName(name) : undefined;
      if (format === undefined) {
        this.problems.push({
          code: 'ruleset-unknown-format',
          message: `there is no format '${String(name)}'`,
          file: tree.uri,
          ...tree.locate([...at, index]),
          next: 'formats are oas2, oas3, oas3.0, oas3.1, asyncapi2, asyncapi3, arazzo1, json-schema and its drafts',
          severity: 'error',
        });
      }
      return format;
    });
  }

  private aliases(tree: FileRuleset, value: unknown): unknown {
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, alias]) => {
        if (!isObject(alias) || !Array.isArray(alias.targets)) return [name, alias];
        const targets = alias.targets.map((target: unknown, index) =>
          isObject(target)
            ? {
                ...target,
                formats: this.formats(tree, target.formats, ['aliases', name, 'targets', index, 'formats']),
              }
            : target,
        );
        return [name, { ...alias, targets }];
      }),
    );
  }

  private overrides(tree: FileRuleset, value: unknown): unknown {
    if (!Array.isArray(value)) return value;
    return value.map((override: unknown, index) => {
      if (!isObject(override)) return override;
      return {
        ...override,
        ...(override.rules === undefined
          ? {}
          : { rules: this.rules(tree, override.rules, ['overrides', index, 'rules']) }),
      };
    });
  }

  private explain(error: unknown, tree: RulesetTree): Problem[] {
    const errors: unknown[] =
      error instanceof AggregateError || (isObject(error) && Array.isArray(error.errors))
        ? (error as AggregateError).errors
        : [error];
    return errors.map(one => {
      const path = one instanceof RulesetValidationError ? one.path : pathOfMessage(one);
      return {
        code: 'ruleset-invalid',
        message: one instanceof Error ? one.message : String(one),
        ...(tree.kind === 'file' ? { file: tree.uri, ...tree.locate(path) } : {}),
        next: 'correct the ruleset; the fields of a rule are given, then, severity, message, description, formats, recommended, resolved',
        severity: 'error',
      };
    });
  }
}

/** `Cannot extend non-existing rule: "x"` comes without a path. */
function pathOfMessage(error: unknown): string[] {
  const name = error instanceof Error ? /non-existing rule: "(.*)"/.exec(error.message)?.[1] : undefined;
  return name === undefined ? [] : ['rules', name];
}

/** Names of our rules that a tree knows, so that `sunset-present: error` is not taken for one of Spectral's. */
function ownNames(tree: RulesetTree): Set<string> {
  const names = new Set<string>(shippedRulesets.flatMap(ruleset => ruleset.rules.map(rule => rule.id)));
  const visit = (current: RulesetTree) => {
    if (current.kind === 'file' && isObject(current.data.rules)) {
      for (const [name, rule] of Object.entries(current.data.rules)) if (ownRuleOf(rule)) names.add(name);
    }
    if ('extends' in current) for (const extension of current.extends) visit(extension.tree);
  };
  visit(tree);
  return names;
}

/** One of our rules in Spectral's form. */
function spectralRule(rule: LintRule, clock: (() => Date) | undefined): object {
  const { severity, summary, recommended } = rule;
  return {
    given: '$',
    severity,
    recommended: recommended !== false,
    description: summary,
    message: '{{error}}',
    then: { function: spectralFunction(rule, clock) },
  };
}

/** A shipped ruleset and those it extends, for stock Spectral. */
export function shippedDefinition(name: string, clock: () => Date): object {
  const ruleset = shippedRuleset(name);
  if (!ruleset) throw new Error(`there is no ruleset '${name}'`);
  return {
    extends: ruleset.extends.map(extended => shippedDefinition(extended, clock)),
    rules: spectralRules(ruleset, clock),
  };
}

function spectralRules(ruleset: ShippedRuleset, clock: (() => Date) | undefined): object {
  return Object.fromEntries(ruleset.rules.map(rule => [rule.id, spectralRule(rule, clock)]));
}

/** `oas3.1`, `oas3_1`, `json-schema-draft7`: rulesets spell formats with dots and dashes, the package cannot. */
function formatByName(name: string): unknown {
  const wanted = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const key = Object.keys(formats).find(candidate => candidate.toLowerCase().replace(/_/g, '') === wanted);
  const format = key === undefined ? undefined : own(formats, key);
  return typeof format === 'function' && key !== 'detectDialect' && key !== 'extractDraftVersion'
    ? format
    : undefined;
}
