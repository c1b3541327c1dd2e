import { defineRule } from './define';
import { sunsetChange } from './sunsets';

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
    const change = sunsetChange(before, after);
    if (change) report({ with: { what, change } });
  },
});
