import { defineRule } from './define';
import { limitChanges } from './limits';

export const schemaLimitLoosened = defineRule({
  id: 'schema-limit-loosened',
  on: 'schema',
  effect: 'widens',
  message: '{keyword} was loosened from {old} to {new}',
  docs: {
    summary: 'A limit on numbers, lengths, elements or members was loosened',
    why: 'Messages inside the wider limit are refused by those who knew the narrower one.',
    instead: 'Introduce the limit in a new version.',
  },
  examples: [
    {
      old: { type: 'string', maxLength: 3 },
      new: { type: 'string', maxLength: 9 },
      expect: { request: 'safe', response: 'breaking' },
    },
  ],
  mirror: { rule: 'schema-limit-tightened' },
  detect(pair, report) {
    for (const change of limitChanges(pair.before, pair.after)) {
      if (change.loosened)
        report({
          with: change.shown,
          values: [change.keyword],
          facets: [change.facet],
          keyword: change.keyword,
        });
    }
  },
});
