import { defineRule } from './define';

export const schemaEnumIntroduced = defineRule({
  id: 'schema-enum-introduced',
  on: 'schema',
  effect: 'narrows',
  message: 'values are now limited to {values}',
  docs: {
    summary: 'Any value was allowed, now only some',
    why: 'Consumers that send another value are refused.',
    instead: 'Document the values without enforcing them.',
  },
  examples: [
    {
      old: { type: 'string' },
      new: { type: 'string', enum: ['a'] },
      expect: { request: 'breaking', response: 'safe' },
    },
  ],
  mirror: { rule: 'schema-enum-dropped' },
  detect({ before, after }, report) {
    const types = before.types & after.types & after.valueTypes & ~before.valueTypes;
    if (after.values && types)
      report({
        with: { values: [...after.values.keys()].slice(0, 5).join(', ') },
        facets: ['values', 'valueTypes'],
        keyword: 'enum',
      });
  },
});
