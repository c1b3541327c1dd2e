import { defineRule } from './define';
import { CONSTRAINTS, missing } from './constraints';

export const schemaConstraintAdded = defineRule({
  id: 'schema-constraint-added',
  on: 'schema',
  effect: 'narrows',
  message: "'{keyword}' was {change}",
  docs: {
    summary: 'A condition such as not, contains, if, propertyNames or patternProperties was added',
    why: 'Values that do not meet it are refused by those who keep to it.',
    instead: 'Introduce the condition in a new version.',
  },
  examples: [
    {
      old: { type: 'integer' },
      new: { type: 'integer', not: { multipleOf: 3 } },
      expect: { request: 'breaking', response: 'safe' },
    },
  ],
  mirror: { rule: 'schema-constraint-removed' },
  detect({ before, after, mode }, report) {
    for (const [facet, keyword] of CONSTRAINTS) {
      if (!missing(after, before, facet)) continue;
      const changed = missing(before, after, facet);
      // One change, told once: by the rule that it may break somebody by.
      if (changed && mode === 'response') continue;
      const change = changed ? 'changed' : 'added';
      report({ with: { keyword, change }, values: [keyword], facets: [facet], keyword });
    }
  },
});
