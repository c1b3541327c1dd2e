import { defineRule } from './define';
import { limitChanges } from './limits';

export const schemaLimitTightened = defineRule({
  id: 'schema-limit-tightened',
  on: 'schema',
  effect: 'narrows',
  message: '{keyword} was tightened from {old} to {new}',
  docs: {
    summary: 'A limit on numbers, lengths, elements or members was tightened',
    why: 'Messages inside the wider limit are refused by those who knew the narrower one.',
    instead: 'Introduce the limit in a new version.',
  },
  examples: [
    {
      old: { type: 'string', maxLength: 9 },
      new: { type: 'string', maxLength: 3 },
      expect: { request: 'breaking', response: 'safe' },
    },
  ],
  mirror: { rule: 'schema-limit-loosened' },
  detect(pair, report) {
    for (const change of limitChanges(pair.before, pair.after)) {
      if (change.tightened)
        report({
          with: change.shown,
          values: [change.keyword],
          facets: [change.facet],
          keyword: change.keyword,
        });
    }
  },
});
