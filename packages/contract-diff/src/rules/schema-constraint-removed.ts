import { defineRule } from './define';
import { CONSTRAINTS, missing } from './constraints';

export const schemaConstraintRemoved = defineRule({
  id: 'schema-constraint-removed',
  on: 'schema',
  effect: 'widens',
  message: "'{keyword}' was {change}",
  docs: {
    summary: 'A condition such as not, contains, if, propertyNames or patternProperties was removed',
    why: 'Values that do not meet it are refused by those who keep to it.',
    instead: 'Introduce the condition in a new version.',
  },
  examples: [
    {
      old: { type: 'integer', not: { multipleOf: 3 } },
      new: { type: 'integer' },
      expect: { request: 'safe', response: 'breaking' },
    },
  ],
  mirror: { rule: 'schema-constraint-added' },
  detect({ before, after, mode }, report) {
    for (const [facet, keyword] of CONSTRAINTS) {
      if (!missing(before, after, facet)) continue;
      const changed = missing(after, before, facet);
      // One change, told once: by the rule that it may break somebody by.
      if (changed && mode === 'request') continue;
      const change = changed ? 'changed' : 'removed';
      report({ with: { keyword, change }, values: [keyword], facets: [facet], keyword });
    }
  },
});
