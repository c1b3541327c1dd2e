import { defineRule } from './define';
import { typeOf } from '../normalize/types';
import { valueEnding } from './valueEnding';

export const schemaEnumValueRemoved = defineRule({
  id: 'schema-enum-value-removed',
  on: 'schema',
  effect: 'narrows',
  message: 'enum value {value} was removed',
  docs: {
    summary: 'A value of an enumeration was removed',
    why: 'Consumers that send the value are refused.',
    instead: 'Keep accepting it and deprecate it with a sunset date.',
  },
  examples: [
    {
      old: { type: 'string', enum: ['a', 'b'] },
      new: { type: 'string', enum: ['a'] },
      expect: { request: 'breaking', response: 'safe' },
    },
  ],
  mirror: { rule: 'schema-enum-value-added' },
  detect({ before, after }, report) {
    if (!before.values || !after.values) return;
    for (const [text, value] of before.values ?? []) {
      if (after.values?.has(text) || !(after.types & typeOf(value)) || !(after.valueTypes & typeOf(value)))
        continue;
      report({
        with: { value: text },
        values: [typeof value === 'string' ? value : text],
        keyword: 'enum',
        ending: valueEnding(before.notes, value),
        slice: { label: `enum ${text}`, change: { values: after.values, valueTypes: after.valueTypes } },
      });
    }
  },
});
