import { defineRule } from './define';
import { typeNames } from '../normalize/types';

export const schemaTypeAdded = defineRule({
  id: 'schema-type-added',
  on: 'schema',
  effect: 'widens',
  message: '{types} is newly allowed',
  docs: {
    summary: 'A type that was not allowed is now, null among them',
    why: 'Readers of a response meet values they cannot read.',
    instead: 'Send the new type in a new property.',
  },
  examples: [
    {
      old: { type: 'string' },
      new: { type: ['string', 'null'] },
      expect: { request: 'safe', response: 'breaking' },
    },
  ],
  mirror: { rule: 'schema-type-removed' },
  detect({ before, after }, report) {
    const come = after.types & ~before.types;
    if (come)
      report({
        with: { types: typeNames(come).join(', ') },
        values: typeNames(come),
        facets: ['types'],
        keyword: 'type',
      });
  },
});
