import { defineRule } from './define';
import { typeNames } from '../normalize/types';

export const schemaTypeRemoved = defineRule({
  id: 'schema-type-removed',
  on: 'schema',
  effect: 'narrows',
  message: '{types} is no longer allowed',
  docs: {
    summary: 'A type that was allowed is not any more',
    why: 'Consumers that send it are refused.',
    instead: 'Keep accepting the old type and deprecate it.',
  },
  examples: [
    {
      old: { type: ['string', 'null'] },
      new: { type: 'string' },
      expect: { request: 'breaking', response: 'safe' },
    },
  ],
  mirror: { rule: 'schema-type-added' },
  detect({ before, after }, report) {
    const gone = before.types & ~after.types;
    if (gone)
      report({
        with: { types: typeNames(gone).join(', ') },
        values: typeNames(gone),
        facets: ['types'],
        keyword: 'type',
      });
  },
});
