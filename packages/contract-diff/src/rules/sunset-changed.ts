import { defineRule } from './define';
import { parseSunset } from '@treaty/contract-findings';

export const sunsetChanged = defineRule({
  id: 'sunset-changed',
  on: 'ending',
  effect: 'alters',
  message: 'the sunset of {what} {change}',
  docs: {
    summary: 'An announced end was moved earlier, dropped or misspelled',
    why: 'Consumers planned with the date they were told.',
    instead: 'Keep the date or move it later.',
  },
  examples: [
    {
      old: { paths: { '/a': { get: { deprecated: true, 'x-sunset': '2027-06-30', responses: {} } } } },
      new: { paths: { '/a': { get: { deprecated: true, 'x-sunset': '2027-01-31', responses: {} } } } },
      expect: 'dangerous',
    },
  ],
  mirror: { none: 'only a change for the worse is reported' },
  detect({ before, after, what }, report) {
    if (after.sunset !== undefined && parseSunset(after.sunset).kind === 'malformed') {
      if (String(before.sunset) !== String(after.sunset))
        report({ with: { what, change: `is malformed: '${String(after.sunset)}'` } });
      return;
    }
    if (!before.deprecated || before.sunset === undefined) return;
    const [old, now] = [
      parseSunset(before.sunset),
      after.sunset === undefined ? undefined : parseSunset(after.sunset),
    ];
    if (old.kind !== 'date') return;
    if (after.deprecated && now === undefined)
      report({ with: { what, change: `(${old.text}) was dropped` } });
    else if (now?.kind === 'date' && now.at.getTime() < old.at.getTime())
      report({ with: { what, change: `moved earlier, from ${old.text} to ${now.text}` } });
  },
});
