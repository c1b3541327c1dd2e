import { lintRules } from '../functions';
import { LintRule } from '../rule';

/** A ruleset that ships with Treaty. */
export interface ShippedRuleset {
  name: string;
  /** Grows with every change of what it finds; part of a ruleset's digest, so trends break where findings do. */
  version: string;
  description: string;
  /** Names of other shipped rulesets, whose rules come first. */
  extends: readonly string[];
  rules: readonly LintRule[];
}

const rulesOf = (name: string) => lintRules.filter(rule => rule.ruleset === name);

export const shippedRulesets: readonly ShippedRuleset[] = [
  {
    name: 'contract',
    version: '1.0.0',
    description:
      'What a contract must say so that two versions of it can be compared and a change can be judged.',
    extends: [],
    rules: rulesOf('contract'),
  },
  {
    name: 'deprecation',
    version: '1.1.0',
    description: 'What is going away says when, why and what to use instead, and keeps its word.',
    extends: [],
    rules: rulesOf('deprecation'),
  },
  {
    name: 'security',
    version: '1.1.0',
    description: 'Who may call what is written down, and no credential travels where it can be read.',
    extends: [],
    rules: rulesOf('security'),
  },
  {
    name: 'ai-ready',
    version: '1.0.0',
    description: 'A program that has never seen the API can choose the right operation and call it safely.',
    extends: [],
    rules: rulesOf('ai-ready'),
  },
  {
    name: 'treaty',
    version: '1.1.0',
    description: 'Every rule that ships with Treaty.',
    extends: ['contract', 'deprecation', 'security', 'ai-ready'],
    rules: [],
  },
];

export function shippedRuleset(name: string): ShippedRuleset | undefined {
  return shippedRulesets.find(ruleset => ruleset.name === name);
}
