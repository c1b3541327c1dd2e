import { deprecatedParts } from '../model/deprecated';
import { childNode, own } from '../model/place';
import { defineLintRule, exampleDocument } from '../rule';

const get = (more: Record<string, unknown>) =>
  exampleDocument({
    '/orders': {
      get: {
        operationId: 'listOrders',
        deprecated: true,
        ...more,
        responses: { '204': { description: 'Empty.' } },
      },
    },
  });

export const sunsetPresent = defineLintRule({
  id: 'sunset-present',
  ruleset: 'deprecation',
  severity: 'warn',
  summary: 'A deprecated operation says when it goes away.',
  why: '“Deprecated” without a date is a wish: nobody plans for it, and the day it is removed everybody is surprised.',
  instead: 'Add `x-sunset: 2027-06-30`. When the date is not decided yet, say so with the year 9999.',
  examples: {
    bad: [{ title: 'no date', document: get({}) }],
    good: [{ title: 'a date', document: get({ 'x-sunset': '2027-06-30' }) }],
  },
  check({ api }, report) {
    for (const { node, kind, label } of deprecatedParts(api)) {
      if (kind !== 'operation') continue;
      if (own(node.value, 'x-sunset') !== undefined) report.pass();
      else report.fail(childNode(node, ['deprecated']), `${label} is deprecated without an x-sunset date`);
    }
  },
});
