import { defineRule } from './define';
import { sunsetChange } from './sunsets';
import { valueEnding } from './valueEnding';

/** A schema whose value `old` ends on a day. */
const ending = (day: string): object => ({
  type: 'string',
  enum: ['new', 'old'],
  'x-deprecated-enum-values': [{ value: 'old', 'x-sunset': day }],
});

export const schemaSunsetChanged = defineRule({
  id: 'schema-sunset-changed',
  on: 'schema',
  effect: 'alters',
  message: 'the sunset of {what} {change}',
  docs: {
    summary: 'The announced end of a property or of an enum value was moved earlier, dropped or misspelled',
    why: 'Consumers planned with the date they were told.',
    instead: 'Keep the date or move it later.',
  },
  examples: [
    {
      old: { type: 'string', deprecated: true, 'x-sunset': '2027-06-30' },
      new: { type: 'string', deprecated: true, 'x-sunset': '2027-01-31' },
      expect: { request: 'dangerous', response: 'dangerous' },
    },
    {
      title: 'of an enum value',
      old: ending('2027-06-30'),
      new: ending('2027-01-31'),
      expect: { request: 'dangerous', response: 'dangerous' },
    },
  ],
  mirror: { none: 'only a change for the worse is reported' },
  detect({ before, after }, report) {
    const change = sunsetChange(before.notes, after.notes);
    if (change) report({ with: { what: 'this schema', change }, values: [change], keyword: 'x-sunset' });
    if (before.notes.deprecatedValues === undefined) return;
    for (const [text, value] of before.values ?? []) {
      if (!after.values?.has(text)) continue;
      const moved = sunsetChange(valueEnding(before.notes, value), valueEnding(after.notes, value));
      // What the schema says of all its values is reported once, above.
      if (!moved || moved === change) continue;
      report({
        with: { what: `enum value ${text}`, change: moved },
        values: [text, moved],
        keyword: 'x-deprecated-enum-values',
      });
    }
  },
});
