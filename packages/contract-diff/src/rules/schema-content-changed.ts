import { STR } from '../normalize/types';
import { defineRule } from './define';

/** A text that holds JSON of this schema. */
function holding(contentSchema: object): object {
  return { type: 'string', contentMediaType: 'application/json', contentSchema };
}

export const schemaContentChanged = defineRule({
  id: 'schema-content-changed',
  on: 'schema',
  effect: 'alters',
  message: 'what the text holds is described by another contentSchema',
  docs: {
    summary: 'contentSchema of a text is another one',
    why: 'JSON Schema does not hold the text against it, so no message is refused on its account. Whoever takes the text apart may not understand what is in it.',
    instead: 'Describe the new content under a new property.',
  },
  examples: [
    {
      old: holding({ type: 'number' }),
      new: holding({ type: 'integer' }),
      expect: { request: 'dangerous', response: 'dangerous' },
    },
  ],
  mirror: { none: 'a change of description is its own opposite' },
  detect({ before, after }, report) {
    const [old, now] = [before.notes.content, after.notes.content];
    if (old !== undefined && now !== undefined && old !== now && before.types & after.types & STR)
      report({ keyword: 'contentSchema' });
  },
});
