import { defineRule } from './define';
import { FACETS } from './facets';

export const schemaFacetRemoved = defineRule({
  id: 'schema-facet-removed',
  on: 'schema',
  effect: 'widens',
  message: '{keyword} {value} was removed',
  docs: {
    summary: 'A pattern, format, step or encoding was removed',
    why: 'Values outside it are refused by those who keep to it.',
    instead: 'Describe the expected form without enforcing it.',
  },
  examples: [
    {
      old: { type: 'string', pattern: '^a' },
      new: { type: 'string' },
      expect: { request: 'safe', response: 'breaking' },
    },
  ],
  mirror: { rule: 'schema-facet-added' },
  detect({ before, after }, report) {
    const both = before.types & after.types;
    for (const [facet, keyword, types] of FACETS) {
      const kept: readonly unknown[] = after[facet];
      const found = before[facet].filter(item => !kept.includes(item));
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
