import { childNode } from '../model/place';
import { judgeHabit } from '../habit';
import { defineLintRule, exampleDocument } from '../rule';

const get = (responses: unknown) =>
  exampleDocument({ '/orders': { get: { operationId: 'listOrders', responses } } });
const ok = { '200': { description: 'All orders.' } };

export const errorResponsesDocumented = defineLintRule({
  id: 'error-responses-documented',
  ruleset: 'contract',
  severity: 'warn',
  summary: 'Every operation documents at least one error response.',
  why: 'Consumers write their error handling from the contract. What is not written there is found out in production, and changing it is a breaking change nobody announced.',
  instead:
    'Add the 4XX answers the operation really gives, or `default` with the error schema you use everywhere.',
  examples: {
    bad: [{ title: 'only success', document: get(ok) }],
    good: [
      { title: 'a 404', document: get({ ...ok, '404': { description: 'No such customer.' } }) },
      { title: 'default', document: get({ ...ok, default: { description: 'Any error.' } }) },
    ],
  },
  check({ api }, report) {
    judgeHabit(report, {
      things: api.served,
      keeps: ({ responses }) => responses.some(({ status }) => /^([45]|default$)/i.test(status)),
      most: (lacking, all) => [
        childNode(api.root, ['paths']),
        `${lacking} of ${all} operations document no error response`,
      ],
      one: operation => [childNode(operation, ['responses']), `${operation.key} documents no error response`],
    });
  },
});
