import { sunsets } from '../model/sunsets';
import { defineLintRule, exampleDocument } from '../rule';

const get = (sunset: unknown) =>
  exampleDocument({
    '/orders': {
      get: {
        operationId: 'listOrders',
        deprecated: true,
        'x-sunset': sunset,
        responses: { '204': { description: 'Empty.' } },
      },
    },
  });

export const sunsetParseable = defineLintRule({
  id: 'sunset-parseable',
  ruleset: 'deprecation',
  severity: 'error',
  summary: 'Every x-sunset is a date that exists.',
  why: 'Calendars, the gate and the portal count from this date. One that cannot be read counts as none, and a removal that was announced looks like one that was not.',
  instead: 'Write an RFC 3339 date, for example 2027-06-30, or a date-time with its offset.',
  examples: {
    bad: [
      { title: 'a quarter', document: get('Q3 2027') },
      { title: 'not in the calendar', document: get('2027-02-30') },
    ],
    good: [{ title: 'a date', document: get('2027-06-30') }],
  },
  check({ api }, report) {
    for (const { node, label, sunset } of sunsets(api)) {
      if (sunset.kind === 'malformed')
        report.fail(node, `x-sunset '${sunset.text}' of ${label} cannot be read: ${sunset.reason}`);
      else report.pass();
    }
  },
});
