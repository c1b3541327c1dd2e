import { defineRule } from './define';
import { typeOf } from '../normalize/types';

export const schemaEnumValueAdded = defineRule({
  id: 'schema-enum-value-added',
  on: 'schema',
  effect: 'extends',
  message: 'enum value {value} was added',
  docs: {
    summary: 'A value of an enumeration was added',
    why: 'Clients that switch over the values meet one they do not know. Where none of the old values is left, every response carries one: that breaks.',
    instead: 'Mark the enumeration with x-extensible-enum from the start.',
  },
  examples: [
    {
      old: { type: 'string', enum: ['a', 'b'] },
      new: { type: 'string', enum: ['a', 'b', 'c'] },
      expect: { request: 'safe', response: 'dangerous' },
    },
    {
      title: 'no old value left',
      old: { const: 'a' },
      new: { const: 'b' },
      expect: { request: 'safe', response: 'breaking' },
    },
  ],
  mirror: { rule: 'schema-enum-value-removed' },
  detect({ before, after }, report) {
    if (!before.values || !after.values) return;
    const { values, valueTypes, notes } = before;
    const kept =
      [...values.keys()].some(text => after.values?.has(text)) || (after.types & ~after.valueTypes) !== 0;
    const change = { slice: { label: 'values', change: { values, valueTypes } }, effect: 'widens' } as const;
    for (const [text, value] of after.values ?? []) {
      if (before.values?.has(text) || !(before.types & typeOf(value)) || !(before.valueTypes & typeOf(value)))
        continue;
      report({
        with: { value: text },
        values: [typeof value === 'string' ? value : text],
        keyword: 'enum',
        ...(kept ? { effect: 'extends' } : change),
        ...(notes.extensibleEnum ? { effect: 'adds' } : {}),
      });
    }
  },
});
