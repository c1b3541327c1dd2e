import { defineRule } from './define';
import { invited, rest } from '../contain/properties';
import { OBJ } from '../normalize/types';

export const schemaAdditionalPropertiesClosed = defineRule({
  id: 'schema-additional-properties-closed',
  on: 'schema',
  effect: 'narrows',
  message: 'names that are not declared are no longer allowed',
  docs: {
    summary: 'An open object was closed',
    why: 'Consumers that were invited to send other names are refused. Invited means that the old schema says so: `additionalProperties: true` or a schema, or `patternProperties`. Where the old schema said nothing, consumers send what is declared and nothing else, so closing it refuses no documented request; it is reported as dangerous, since some consumers send more than they were told about.',
    instead: 'Keep the object open, or ignore names you do not know.',
  },
  examples: [
    {
      old: { type: 'object', additionalProperties: true },
      new: { type: 'object', additionalProperties: false },
      expect: { request: 'breaking', response: 'safe' },
    },
    {
      title: 'a map closed',
      old: { type: 'object', additionalProperties: { type: 'string' } },
      new: { type: 'object', additionalProperties: false },
      expect: { request: 'breaking', response: 'safe' },
    },
    {
      title: 'a free-form object closed: nothing can be sent in it any more',
      old: { type: 'object' },
      new: { type: 'object', additionalProperties: false },
      expect: { request: 'breaking', response: 'safe' },
    },
    {
      title: 'nobody was invited',
      old: { type: 'object', properties: { a: { type: 'string' } } },
      new: { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: false },
      expect: { request: 'dangerous', response: 'safe' },
    },
  ],
  mirror: { rule: 'schema-additional-properties-opened' },
  detect({ before, after, space, mode }, report) {
    if (!(before.types & after.types & OBJ)) return;
    const [old, now] = [invited(space, before), rest(space, after)];
    if (!now || space.norm(now, mode).types !== 0 || (old && space.norm(old, mode).types === 0)) return;
    if (!old)
      report({
        effect: mode === 'request' ? 'alters' : 'documents',
        because: 'only declared properties are sent, and those are judged one by one',
        keyword: 'additionalProperties',
      });
    else report({ facets: ['objects'], keyword: 'additionalProperties' });
  },
});
