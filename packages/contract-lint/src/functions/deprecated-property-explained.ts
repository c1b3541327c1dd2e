import { deprecatedParts } from '../model/deprecated';
import { childNode, own } from '../model/place';
import { defineLintRule, exampleResponse } from '../rule';

const KEYS = ['x-replaced-by', 'x-replacement', 'x-deprecation-reason'];
const withFax = (fax: Record<string, unknown>) =>
  exampleResponse({ type: 'object', properties: { fax: { type: 'string', deprecated: true, ...fax } } });

export const deprecatedPropertyExplained = defineLintRule({
  id: 'deprecated-property-explained',
  ruleset: 'deprecation',
  severity: 'warn',
  summary: 'A deprecated property says why, or what to read instead.',
  why: 'A property is the smallest thing that goes away and the one whose replacement is hardest to guess.',
  instead: 'Write it in the description, or add `x-replaced-by` or `x-deprecation-reason`.',
  examples: {
    bad: [{ title: 'only the mark', document: withFax({}) }],
    good: [{ title: 'a reason', document: withFax({ description: 'Nobody has one; use phone.' }) }],
  },
  check({ api }, report) {
    for (const { node, kind, label } of deprecatedParts(api)) {
      if (kind !== 'property') continue;
      const described = String(own(node.value, 'description') ?? '').trim() !== '';
      if (described || KEYS.some(key => own(node.value, key) !== undefined)) report.pass();
      else
        report.fail(childNode(node, ['deprecated']), `${label} is deprecated without a word of explanation`);
    }
  },
});
