/**
 * A document and a ruleset to findings. The only room that knows Spectral, and it loads Spectral only for rulesets that
 * need it: importing this module costs next to nothing.
 *
 * Lazy loading is `require`, not `import()`: this package runs from its TypeScript sources under Backstage, under jest
 * and inside the built command, and only `require` gives the same module with the same names in all three.
 *
 * @packageDocumentation
 */
import type { LintInput, LintOutcome, LoadRulesetOptions, LoadRulesetResult, RulesetHost } from './types';

export { lintRules } from './functions';
export { exportExampleMemo, importExampleMemo, newExampleMemo } from './engine/memo-file';
export { RULE_GROUPS } from './rule';
export type { LintRule, OptionValues, RuleExample, RuleGroup, RuleOption } from './rule';
export { score } from './score';
export type { CategoryScore, Score } from './score';
export { shippedRulesets } from './ruleset/shipped';
export { shippedRulesetYaml } from './ruleset/yaml';
export type { ShippedRuleset } from './ruleset/shipped';
export type {
  ActiveRule,
  ExampleMemo,
  LintDocument,
  LintInput,
  LintOutcome,
  LoadRulesetOptions,
  LoadRulesetResult,
  LoadedRuleset,
  RuleRate,
  RulesetHost,
  SpectralPart,
  TrustedCode,
  TrustedFunction,
} from './types';

/**
 * Judges one document by one ruleset. Texts in, report out: no disk, no network, no clock.
 * Never throws on what a document says; a rule that throws is a problem `rule-crashed` in the report.
 */
export async function lint(input: LintInput): Promise<LintOutcome> {
  const { runLint } = require('./engine/lint') as typeof import('./engine/lint');
  return runLint(input);
}

/**
 * Reads a ruleset: one of ours (`treaty`, `contract`, …), `spectral:oas`, a YAML or JSON file, or a package that
 * `host.trusted` vouches for. What is wrong with it comes back as problems with file, line and next step.
 */
export async function loadRuleset(
  nameOrPath: string,
  host: RulesetHost,
  options: LoadRulesetOptions = {},
): Promise<LoadRulesetResult> {
  const { readRuleset } = require('./ruleset/load') as typeof import('./ruleset/load');
  return readRuleset(nameOrPath, host, options);
}

/**
 * A shipped ruleset as stock Spectral takes it (`spectral.setRuleset(...)`, `export default` of a ruleset file).
 *
 * @param clock - which day it is: Spectral has no notion of one.
 */
export function spectralRuleset(name: string, clock: () => Date): object {
  const { shippedDefinition } = require('./ruleset/definition') as typeof import('./ruleset/definition');
  return shippedDefinition(name, clock);
}
