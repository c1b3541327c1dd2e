import { defineRule } from './define';
import { invited, rest } from '../contain/properties';
import { OBJ } from '../normalize/types';

export const schemaAdditionalPropertiesOpened = defineRule({
  id: 'schema-additional-properties-opened',
  on: 'schema',
  effect: 'opens',
  message: 'names that are not declared are newly allowed',
  docs: {
    summary: 'A closed object was opened',
    why: 'Clients generated from the closed object may refuse what they do not know.',
    instead: 'Declare the new properties.',
  },
  examples: [
    {
      old: { type: 'object', additionalProperties: false },
      new: { type: 'object', additionalProperties: true },
      expect: { request: 'safe', response: 'dangerous' },
    },
  ],
  mirror: { rule: 'schema-additional-properties-closed' },
  detect({ before, after, space, mode }, report) {
    if (!(before.types & after.types & OBJ)) return;
    const [old, now] = [rest(space, before), rest(space, after)];
    if (!old) return;
    const closed = space.norm(old, mode).types === 0 && (!now || space.norm(now, mode).types !== 0);
    // Members of a map were of one schema; nothing is said of them any more.
    const forgotten = now === undefined && old.key !== space.any.key;
    // Of a free-form object its writer sends what it likes, also what the map would not hold.
    if (forgotten && !closed && invited(space, after))
      report({ effect: 'widens', facets: ['objects'], keyword: 'additionalProperties' });
    else if (closed || forgotten) report({ keyword: 'additionalProperties' });
  },
});
