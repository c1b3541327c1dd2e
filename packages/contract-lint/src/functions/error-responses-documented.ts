import { childNode } from '../model/place';
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
    const lacking = api.served.filter(
      ({ responses }) => !responses.some(({ status }) => /^([45]|default$)/i.test(status)),
    );
    report.pass(api.served.length - lacking.length);
    if (lacking.length > 1 && lacking.length === api.served.length) {
      const all = api.served.length;
      report.summarise(
        childNode(api.root, ['paths']),
        `${all} of ${all} operations document no error response`,
        all,
        all,
      );
      return;
    }
    for (const operation of lacking)
      report.fail(childNode(operation, ['responses']), `${operation.key} documents no error response`);
  },
});
