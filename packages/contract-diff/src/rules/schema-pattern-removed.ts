import { invited } from '../contain/properties';
import { OBJ } from '../normalize/types';
import { defineRule } from './define';
import { aboutUndeclared, patternsBeyond } from './namePatterns';

export const schemaPatternRemoved = defineRule({
  id: 'schema-pattern-removed',
  on: 'schema',
  effect: 'alters',
  message: "names like '{name}' are not invited any more (patternProperties {pattern})",
  docs: {
    summary: 'patternProperties no longer speaks of names that it invited',
    why: 'Consumers were told that they may send such names. Where the object is closed now they are refused, which breaks; where it is open they are taken and ignored, which is dangerous. Readers of a response ignore names that they do not know, and fewer of them come.',
    instead: 'Keep the pattern, or deprecate it in words and keep accepting the names.',
  },
  examples: [
    {
      title: 'the object stays open',
      old: {
        type: 'object',
        properties: { a: { type: 'string' } },
        patternProperties: { '^x-': { type: 'string' } },
      },
      new: { type: 'object', properties: { a: { type: 'string' } } },
      expect: { request: 'dangerous', response: 'safe' },
    },
    {
      title: 'the object is closed',
      old: { type: 'object', patternProperties: { '^x-': { type: 'string' } }, additionalProperties: false },
      new: { type: 'object', additionalProperties: false },
      expect: { request: 'breaking', response: 'safe' },
    },
    {
      title: 'fewer names match',
      old: {
        type: 'object',
        properties: { a: { type: 'string' } },
        patternProperties: { '^x-': { type: 'string' } },
      },
      new: {
        type: 'object',
        properties: { a: { type: 'string' } },
        patternProperties: { '^x-[a-z]+$': { type: 'string' } },
      },
      expect: { request: 'dangerous', response: 'safe' },
    },
  ],
  mirror: { rule: 'schema-pattern-added' },
  detect({ before, after, space, mode }, report) {
    if (!(before.types & after.types & OBJ)) return;
    // Where any name is welcome none is turned away; what may be sent under it is judged with the rest.
    const welcome = invited(space, after);
    if (welcome && space.norm(welcome, mode).types !== 0) return;
    for (const { pattern, name } of patternsBeyond(space, before, after, mode)) {
      const what = { with: { name, pattern }, values: [pattern], keyword: 'patternProperties' };
      if (mode === 'response') report({ ...what, effect: 'documents' });
      else
        report({
          ...what,
          effect: 'narrows',
          otherwise: 'alters',
          slice: {
            label: `undeclared beside ${before.key} ${pattern}`,
            change: { objects: [aboutUndeclared(space, after, before, pattern)] },
          },
        });
    }
  },
});
