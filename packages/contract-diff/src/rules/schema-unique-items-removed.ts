import { defineRule } from './define';
import { ARR } from '../normalize/types';

export const schemaUniqueItemsRemoved = defineRule({
  id: 'schema-unique-items-removed',
  on: 'schema',
  effect: 'widens',
  message: 'elements may now repeat',
  docs: {
    summary: 'uniqueItems was removed',
    why: 'Arrays with a repetition are refused by those who expect none.',
    instead: 'Remove duplicates on your side.',
  },
  examples: [
    {
      old: { type: 'array', items: { type: 'string' }, uniqueItems: true },
      new: { type: 'array', items: { type: 'string' } },
      expect: { request: 'safe', response: 'breaking' },
    },
  ],
  mirror: { rule: 'schema-unique-items-added' },
  detect({ before, after }, report) {
    if (before.unique && !after.unique && before.types & after.types & ARR)
      report({ facets: ['unique'], keyword: 'uniqueItems' });
  },
});
