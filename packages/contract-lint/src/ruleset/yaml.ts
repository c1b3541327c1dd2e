import { LintRule } from '../rule';
import { ShippedRuleset } from './shipped';

/** A shipped ruleset as the file that stands in `rulesets/<name>/ruleset.yaml`; a test holds the two together. */
export function shippedRulesetYaml(ruleset: ShippedRuleset): string {
  const lines = [
    '# Generated from packages/contract-lint/src/functions; a test compares the two.',
    `name: ${ruleset.name}`,
    `version: ${ruleset.version}`,
    `description: ${JSON.stringify(ruleset.description)}`,
  ];
  if (ruleset.extends.length > 0) lines.push(`extends: [${ruleset.extends.join(', ')}]`);
  if (ruleset.rules.length > 0) lines.push('rules:', ...ruleset.rules.flatMap(ruleLines));
  return `${lines.join('\n')}\n`;
}

function ruleLines(rule: LintRule): string[] {
  return [
    `  ${rule.id}:`,
    `    description: ${JSON.stringify(rule.summary)}`,
    `    severity: ${rule.severity}`,
    ...(rule.recommended === false ? ['    recommended: false'] : []),
    '    given: $',
    '    then:',
    `      function: ${rule.id}`,
  ];
}
