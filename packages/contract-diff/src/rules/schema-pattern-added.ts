import { invited } from '../contain/properties';
import { OBJ } from '../normalize/types';
import { defineRule } from './define';
import { patternsBeyond } from './namePatterns';

export const schemaPatternAdded = defineRule({
  id: 'schema-pattern-added',
  on: 'schema',
  effect: 'adds',
  message: "names like '{name}' are newly invited (patternProperties {pattern})",
  docs: {
    summary: 'patternProperties newly speaks of names',
    why: 'Nobody has to send them, and readers ignore names that they do not know. Where such names could be sent before with other values, that is told as what it is: values that are refused now.',
    instead: 'Nothing to do.',
  },
  examples: [
    {
      old: { type: 'object', properties: { a: { type: 'string' } } },
      new: {
        type: 'object',
        properties: { a: { type: 'string' } },
        patternProperties: { '^x-': { type: 'string' } },
      },
      expect: { request: 'safe', response: 'safe' },
    },
  ],
  mirror: { rule: 'schema-pattern-removed' },
  detect({ before, after, space, mode }, report) {
    if (!(before.types & after.types & OBJ)) return;
    const welcome = invited(space, before);
    if (welcome && space.norm(welcome, mode).types !== 0) return;
    for (const { pattern, name } of patternsBeyond(space, after, before, mode))
      report({ with: { name, pattern }, values: [pattern], keyword: 'patternProperties' });
  },
});
