import { childNode } from '../model/place';
import { defineLintRule, exampleDocument } from '../rule';

export const successResponsePresent = defineLintRule({
  id: 'success-response-present',
  ruleset: 'contract',
  severity: 'error',
  summary: 'Every operation says what it answers when it succeeds.',
  why: 'A contract that only lists errors promises nothing: no consumer can be protected from a change of an answer that was never written down.',
  instead: 'Document at least one 2XX or 3XX response (101 for an upgrade), with its body.',
  examples: {
    bad: [
      {
        title: 'only an error',
        document: exampleDocument({
          '/orders': { get: { operationId: 'listOrders', responses: { '404': { description: 'None.' } } } },
        }),
      },
    ],
    good: [
      {
        title: 'a 200',
        document: exampleDocument({
          '/orders': {
            get: { operationId: 'listOrders', responses: { '200': { description: 'All orders.' } } },
          },
        }),
      },
    ],
  },
  check({ api }, report) {
    for (const operation of api.operations) {
      const success = operation.responses.some(({ status }) => /^([23]\d\d|[23]XX|101)$/i.test(status));
      // `default` alone is how webhooks and 2.0 documents say "any answer"; it states at least a body.
      if (success || operation.responses.some(({ status }) => status === 'default')) report.pass();
      else
        report.fail(childNode(operation, ['responses']), `${operation.key} documents no successful response`);
    }
  },
});
