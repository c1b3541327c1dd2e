import { defineRule } from './define';
import { ARR } from '../normalize/types';

export const schemaUniqueItemsAdded = defineRule({
  id: 'schema-unique-items-added',
  on: 'schema',
  effect: 'narrows',
  message: 'elements must now be unique',
  docs: {
    summary: 'uniqueItems was added',
    why: 'Arrays with a repetition are refused by those who expect none.',
    instead: 'Remove duplicates on your side.',
  },
  examples: [
    {
      old: { type: 'array', items: { type: 'string' } },
      new: { type: 'array', items: { type: 'string' }, uniqueItems: true },
      expect: { request: 'breaking', response: 'safe' },
    },
  ],
  mirror: { rule: 'schema-unique-items-removed' },
  detect({ before, after }, report) {
    if (after.unique && !before.unique && before.types & after.types & ARR)
      report({ facets: ['unique'], keyword: 'uniqueItems' });
  },
});
