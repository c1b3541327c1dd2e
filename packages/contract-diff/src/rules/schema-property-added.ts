import { defineRule } from './define';
import { effective } from '../contain/properties';
import { OBJ } from '../normalize/types';

export const schemaPropertyAdded = defineRule({
  id: 'schema-property-added',
  on: 'schema',
  effect: 'adds',
  message: "property '{name}' was added",
  docs: {
    summary: 'A property is newly declared',
    why: 'Nobody has to use it.',
    instead: 'Nothing to do.',
  },
  examples: [
    {
      old: { type: 'object', properties: {} },
      new: { type: 'object', properties: { a: { type: 'string' } } },
      expect: { request: 'safe', response: 'safe' },
    },
  ],
  mirror: { rule: 'schema-property-removed' },
  detect(pair, report) {
    if (!(pair.before.types & pair.after.types & OBJ)) return;
    for (const name of pair.declared.after) {
      const matched = effective(pair.space, pair.before, name)?.unknownName === false;
      if (!pair.declared.before.has(name) && !matched)
        report({
          with: { name },
          values: [name],
          at: [name],
          places: { before: pair.before.raws[0]?.loc, after: pair.member('after', name)?.raws[0]?.loc },
        });
    }
  },
});
