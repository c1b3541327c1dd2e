import { defineRule } from './define';
import { OBJ } from '../normalize/types';

export const schemaPropertyBecameOptional = defineRule({
  id: 'schema-property-became-optional',
  on: 'schema',
  effect: 'widens',
  message: "property '{name}' is no longer required",
  docs: {
    summary: 'A property need not be there any more',
    why: 'Messages without it are refused by those who count on it.',
    instead: 'Make it required in a new version, or keep sending it.',
  },
  examples: [
    {
      old: { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] },
      new: { type: 'object', properties: { a: { type: 'string' } } },
      expect: { request: 'safe', response: 'breaking' },
    },
  ],
  mirror: { rule: 'schema-property-became-required' },
  detect(pair, report) {
    const { before, after } = pair;
    if (!(before.types & after.types & OBJ)) return;
    for (const name of before.required) {
      if (after.required.has(name)) continue;
      const gone = pair.declared.before.has(name) && !pair.declared.after.has(name);
      if (gone) continue;
      report({
        with: { name },
        values: [name],
        at: [name],
        slice: { label: `required ${name}`, change: { required: new Set([name]) } },
        keyword: 'required',
      });
    }
  },
});
