import { defineRule } from './define';

export const schemaEnumDropped = defineRule({
  id: 'schema-enum-dropped',
  on: 'schema',
  effect: 'widens',
  message: 'values are no longer limited to {values}',
  docs: {
    summary: 'Only some values were allowed, now any',
    why: 'Readers of a response meet values they do not know.',
    instead: 'Add the new values to the enumeration.',
  },
  examples: [
    {
      old: { type: 'string', enum: ['a'] },
      new: { type: 'string' },
      expect: { request: 'safe', response: 'breaking' },
    },
  ],
  mirror: { rule: 'schema-enum-introduced' },
  detect({ before, after }, report) {
    const types = before.types & after.types & before.valueTypes & ~after.valueTypes;
    if (before.values && types)
      report({
        with: { values: [...before.values.keys()].slice(0, 5).join(', ') },
        effect: before.notes.extensibleEnum ? 'adds' : 'widens',
        facets: ['values', 'valueTypes'],
        keyword: 'enum',
      });
  },
});
