import { defineRule } from './define';
import { OBJ } from '../normalize/types';

export const schemaPropertyBecameRequired = defineRule({
  id: 'schema-property-became-required',
  on: 'schema',
  effect: 'narrows',
  message: "property '{name}' is now required",
  docs: {
    summary: 'A property must now be there',
    why: 'Messages without it are refused by those who count on it.',
    instead: 'Make it required in a new version, or keep sending it.',
  },
  examples: [
    {
      old: { type: 'object', properties: { a: { type: 'string' } } },
      new: { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] },
      expect: { request: 'breaking', response: 'safe' },
    },
  ],
  mirror: { rule: 'schema-property-became-optional' },
  detect(pair, report) {
    const { before, after } = pair;
    if (!(before.types & after.types & OBJ)) return;
    for (const name of after.required) {
      if (before.required.has(name)) continue;

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
