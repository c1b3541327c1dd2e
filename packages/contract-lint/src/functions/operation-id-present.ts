import { defineLintRule, exampleDocument } from '../rule';

export const operationIdPresent = defineLintRule({
  id: 'operation-id-present',
  ruleset: 'contract',
  severity: 'error',
  summary: 'Every operation has an operationId.',
  why: 'Generated clients name their methods after it, and usage evidence, links and agents refer to it. Without one the name comes from the path, and renaming a path parameter renames everybody’s method.',
  instead:
    'Give the operation a short verb and noun that will not change: getOrder, createOrder, cancelSubscription.',
  examples: {
    bad: [
      {
        title: 'no operationId',
        document: exampleDocument({
          '/orders': { get: { responses: { '204': { description: 'Empty.' } } } },
        }),
      },
    ],
    good: [
      {
        title: 'named',
        document: exampleDocument({
          '/orders': { get: { operationId: 'listOrders', responses: { '204': { description: 'Empty.' } } } },
        }),
      },
    ],
  },
  check({ api }, report) {
    for (const operation of api.operations) {
      // A callback is named by the event that declares it; most generators never look at its operationId.
      if (operation.kind === 'callback') continue;
      const id = operation.value.operationId;
      if (typeof id === 'string' && id.trim() !== '') report.pass();
      else report.fail(operation, `${operation.key} has no operationId`);
    }
  },
});
