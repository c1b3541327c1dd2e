import { defineRule } from './define';
import { typeOf } from '../normalize/types';

export const schemaEnumValueAdded = defineRule({
  id: 'schema-enum-value-added',
  on: 'schema',
  effect: 'extends',
  message: 'enum value {value} was added',
  docs: {
    summary: 'A value of an enumeration was added',
    why: 'Clients that switch over the values meet one they do not know.',
    instead: 'Mark the enumeration with x-extensible-enum from the start.',
  },
  examples: [
    {
      old: { type: 'string', enum: ['a', 'b'] },
      new: { type: 'string', enum: ['a', 'b', 'c'] },
      expect: { request: 'safe', response: 'dangerous' },
    },
  ],
  mirror: { rule: 'schema-enum-value-removed' },
  detect({ before, after }, report) {
    if (!before.values || !after.values) return;
    for (const [text, value] of after.values ?? []) {
      if (before.values?.has(text) || !(before.types & typeOf(value)) || !(before.valueTypes & typeOf(value)))
        continue;
      report({
        with: { value: text },
        values: [String(value)],
        keyword: 'enum',
        effect: before.notes.extensibleEnum ? 'adds' : 'extends',
      });
    }
  },
});
