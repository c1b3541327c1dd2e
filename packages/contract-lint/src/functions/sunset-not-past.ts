import { sunsetPassed } from '@treaty/contract-findings';
import { sunsets } from '../model/sunsets';
import { defineLintRule, exampleDocument } from '../rule';

const get = (sunset: string) =>
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

export const sunsetNotPast = defineLintRule({
  id: 'sunset-not-past',
  ruleset: 'deprecation',
  severity: 'error',
  summary: 'Nothing is still described after its sunset.',
  why: 'A date that passes without consequence teaches everybody to ignore the next one. Whoever still calls it lives on something that nobody promises any more.',
  instead: 'Remove it, or agree on a later date with those who still use it and write that down.',
  examples: {
    bad: [{ title: 'a day late', document: get('2026-11-23'), now: '2026-11-24T00:00:00Z' }],
    good: [{ title: 'a day left', document: get('2026-11-25'), now: '2026-11-24T00:00:00Z' }],
  },
  check({ api, now }, report) {
    for (const { node, label, sunset } of sunsets(api)) {
      if (sunsetPassed(sunset, now))
        report.fail(node, `${label} passed its sunset ${sunset.text} and is still here`);
      else report.pass();
    }
  },
});
