import { Problem, SEVERITIES, Severity } from '@treaty/contract-findings';
import { lintRules } from '../functions';
import { isObject, own } from '../model/place';
import { LintRule, optionsOf } from '../rule';
import { ActiveRule } from '../types';
import { Extension, FileRuleset, RulesetTree } from './tree';

interface Entry {
  active: ActiveRule;
  recommended: boolean;
  enabled: boolean;
}

/** Rules by name, in the order in which they first appear. */
type Entries = Map<string, Entry>;

const byId = new Map(lintRules.map(rule => [rule.id, rule]));

/** The rule behind a function name of ours. */
export function ownRule(name: unknown): LintRule | undefined {
  return typeof name === 'string' ? byId.get(name) : undefined;
}

/** The rule that a definition of the form `{ given: $, then: { function: <ours> } }` uses. */
export function ownRuleOf(definition: unknown): LintRule | undefined {
  if (!isObject(definition) || !isObject(definition.then)) return undefined;
  return ownRule(definition.then.function);
}

/** Merges our own rules of a tree by Spectral's rules of extension, so that most rulesets never need Spectral. */
export function mergeOwnRules(tree: RulesetTree, problems: Problem[]): ActiveRule[] {
  const entries = merge(tree, undefined, problems);
  return [...entries.values()].filter(entry => entry.enabled).map(entry => entry.active);
}

function merge(tree: RulesetTree, given: Extension['severity'], problems: Problem[]): Entries {
  const entries: Entries = new Map();
  if (!('extends' in tree)) return entries;
  const severity = given ?? 'recommended';
  for (const extension of tree.extends) {
    for (const [name, entry] of merge(extension.tree, extension.severity, problems)) {
      entries.set(name, entry);
      if (given !== undefined) entry.enabled = isEnabled(entry, given);
    }
  }
  if (tree.kind === 'shipped') {
    for (const rule of tree.ruleset.rules) {
      const recommended = rule.recommended !== false;
      const active: ActiveRule = {
        name: rule.id,
        rule,
        severity: rule.severity,
        options: optionsOf(rule, undefined),
        ruleset: tree.name,
      };
      entries.set(rule.id, { active, recommended, enabled: isEnabled({ recommended }, severity) });
    }
    return entries;
  }
  for (const [name, definition] of Object.entries(isObject(tree.data.rules) ? tree.data.rules : {})) {
    apply(tree, name, definition, severity, entries, problems);
  }
  return entries;
}

function apply(
  tree: FileRuleset,
  name: string,
  definition: unknown,
  severity: NonNullable<Extension['severity']>,
  entries: Entries,
  problems: Problem[],
): void {
  const entry = entries.get(name);
  const rule = ownRuleOf(definition);
  if (rule && isObject(definition)) {
    const given = own(definition.then, 'functionOptions');
    problems.push(...checkOptions(tree, name, rule, given));
    const recommended = definition.recommended !== false;
    const active: ActiveRule = {
      name,
      rule,
      severity: severityOf(definition.severity) ?? rule.severity,
      options: optionsOf(rule, isObject(given) ? given : undefined),
      ruleset: tree.name,
    };
    entries.set(name, { active, recommended, enabled: isEnabled({ recommended }, severity) });
  } else if (entry && typeof definition === 'boolean') {
    entry.enabled = definition;
  } else if (entry && (definition === 'off' || definition === -1)) {
    entry.enabled = false;
  } else if (entry) {
    const wanted = severityOf(definition);
    if (wanted === undefined) return;
    entries.set(name, { ...entry, enabled: true, active: { ...entry.active, severity: wanted } });
  }
}

function isEnabled(entry: { recommended: boolean }, severity: NonNullable<Extension['severity']>): boolean {
  return severity === 'all' || (severity === 'recommended' && entry.recommended);
}

/** A severity as rulesets write it, by name or by Spectral's number. */
export function severityOf(value: unknown): Severity | undefined {
  if (typeof value === 'number') return SEVERITIES[value];
  return SEVERITIES.find(severity => severity === value);
}

function checkOptions(tree: FileRuleset, name: string, rule: LintRule, given: unknown): Problem[] {
  const at = (path: string[]) => ({ file: tree.uri, ...tree.locate(['rules', name, 'then', ...path]) });
  const known = rule.options ?? {};
  if (given === undefined || given === null) return [];
  const names = Object.keys(known);
  const list = names.length === 0 ? 'none' : names.join(', ');
  const invalid = (message: string, path: string[]): Problem => ({
    code: 'ruleset-option-invalid',
    message,
    ...at(path),
    next: `options of '${rule.id}': ${list}`,
    severity: 'error',
  });
  if (!isObject(given))
    return [invalid(`functionOptions of '${name}' must be an object`, ['functionOptions'])];
  return Object.entries(given).flatMap(([option, value]) => {
    const declared = Object.hasOwn(known, option) ? known[option] : undefined;
    const path = ['functionOptions', option];
    if (!declared) return [invalid(`'${rule.id}' has no option '${option}'`, path)];
    const fits =
      declared.type === 'string[]'
        ? Array.isArray(value) && value.every(item => typeof item === 'string')
        : typeof value === declared.type;
    return fits ? [] : [invalid(`option '${option}' of '${rule.id}' must be a ${declared.type}`, path)];
  });
}
