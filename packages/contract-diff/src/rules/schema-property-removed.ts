import { defineRule } from './define';
import { effective } from '../contain/properties';
import { OBJ } from '../normalize/types';

export const schemaPropertyRemoved = defineRule({
  id: 'schema-property-removed',
  on: 'schema',
  effect: 'withdraws',
  message: "property '{name}' was removed",
  docs: {
    summary: 'A property is not declared any more',
    why: 'Readers that use it find it missing; what is sent under its name is ignored or refused.',
    instead: 'Deprecate it with a sunset date and keep it until then.',
  },
  examples: [
    {
      old: { type: 'object', properties: { a: { type: 'string' } } },
      new: { type: 'object', properties: {} },
      expect: { request: 'dangerous', response: 'dangerous' },
    },
  ],
  mirror: { rule: 'schema-property-added' },
  detect(pair, report) {
    const { before, after, space, mode } = pair;
    if (!(before.types & after.types & OBJ)) return;
    for (const name of pair.declared.before) {
      if (pair.declared.after.has(name)) continue;
      const [old, now] = [pair.member('before', name), pair.member('after', name)];
      if (!old || space.norm(old, mode).types === 0) continue;
      const matched = effective(space, after, name)?.unknownName === false;
      const refused = now !== undefined && space.norm(now, mode).types === 0;
      const needed = mode === 'response' && before.required.has(name);
      const common = {
        with: { name },
        values: [name],
        at: [name],
        ending: pair.ending(old),
        places: { before: old.raws[0]?.loc, after: after.raws[0]?.loc },
      };
      if (mode === 'request' && refused) {
        const facet = { properties: new Map([[name, space.never]]), patterns: [], additional: undefined };
        report({
          ...common,
          effect: 'narrows',
          slice: { label: `never ${name}`, change: { objects: [facet] } },
        });
      } else if (needed && !after.required.has(name)) {
        report({
          ...common,
          effect: 'widens',
          slice: { label: `required ${name}`, change: { required: new Set([name]) } },
        });
      } else if (!matched) report(common);
    }
  },
});
