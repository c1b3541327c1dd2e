import { defineRule } from './define';
import { FACETS } from './facets';

export const schemaFacetAdded = defineRule({
  id: 'schema-facet-added',
  on: 'schema',
  effect: 'narrows',
  message: '{keyword} {value} was added',
  docs: {
    summary: 'A pattern, format, step or encoding was added',
    why: 'Values outside it are refused by those who keep to it.',
    instead: 'Describe the expected form without enforcing it.',
  },
  examples: [
    {
      old: { type: 'string' },
      new: { type: 'string', pattern: '^a' },
      expect: { request: 'breaking', response: 'safe' },
    },
  ],
  mirror: { rule: 'schema-facet-removed' },
  detect({ before, after }, report) {
    const both = before.types & after.types;
    for (const [facet, keyword, types] of FACETS) {
      const kept: readonly unknown[] = before[facet];
      const found = after[facet].filter(item => !kept.includes(item));
      if (found.length === 0 || !(both & types)) continue;
      report({
        with: { keyword, value: found.join(', ') },
        values: found.map(String),
        slice: { label: `${facet} ${found.join(' ')}`, change: { [facet]: found } },
        keyword,
      });
    }
  },
});
