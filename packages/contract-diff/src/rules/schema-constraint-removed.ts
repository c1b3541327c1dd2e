import { defineRule } from './define';
import { CONSTRAINTS, missing } from './constraints';

export const schemaConstraintRemoved = defineRule({
  id: 'schema-constraint-removed',
  on: 'schema',
  effect: 'widens',
  message: "'{keyword}' was removed",
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
  detect({ before, after }, report) {
    for (const [facet, keyword] of CONSTRAINTS) {
      const found = missing(before, after, facet);
      if (found) report({ with: { keyword }, values: [keyword], facets: [facet], keyword });
    }
  },
});
