import { defineRule } from './define';
import { canonical } from '../normalize/interner';

export const schemaDefaultChanged = defineRule({
  id: 'schema-default-changed',
  on: 'schema',
  effect: 'alters',
  message: 'default changed from {old} to {new}',
  docs: {
    summary: 'A default value changed',
    why: 'Messages without a value now mean something else.',
    instead: 'Keep the default.',
  },
  examples: [
    {
      old: { type: 'string', default: 'a' },
      new: { type: 'string', default: 'b' },
      expect: { request: 'dangerous', response: 'dangerous' },
    },
  ],
  mirror: { none: 'a change of value is its own opposite' },
  detect({ before, after }, report) {
    const [old, now] = [before.notes.default, after.notes.default];
    if (old && (!now || canonical(old.value) !== canonical(now.value)))
      report({
        with: { old: canonical(old.value), new: now ? canonical(now.value) : 'none' },
        keyword: 'default',
      });
  },
});
