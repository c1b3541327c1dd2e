import { childNode } from '../model/place';
import { defineLintRule, exampleDocument } from '../rule';

const answer = { responses: { '204': { description: 'Empty.' } } };

export const operationIdUnique = defineLintRule({
  id: 'operation-id-unique',
  ruleset: 'contract',
  severity: 'error',
  summary: 'No two operations share an operationId.',
  why: 'Two operations with one name are two methods with one name: a generator drops one or renames both, and evidence that names the operation could mean either.',
  instead: 'Rename the newer of the two; the older one is already in somebody’s code.',
  examples: {
    bad: [
      {
        title: 'one name for two operations',
        document: exampleDocument({
          '/orders': { get: { operationId: 'orders', ...answer } },
          '/carts': { get: { operationId: 'orders', ...answer } },
        }),
      },
    ],
    good: [
      {
        title: 'a name for each',
        document: exampleDocument({
          '/orders': { get: { operationId: 'listOrders', ...answer } },
          '/carts': { get: { operationId: 'listCarts', ...answer } },
        }),
      },
    ],
  },
  check({ api }, report) {
    const first = new Map<string, string>();
    for (const operation of api.operations) {
      const id = operation.value.operationId;
      if (typeof id !== 'string' || id === '') continue;
      const before = first.get(id);
      if (before === undefined) {
        first.set(id, operation.key);
        report.pass();
      } else {
        report.fail(childNode(operation, ['operationId']), `operationId '${id}' is taken by ${before}`);
      }
    }
  },
});
