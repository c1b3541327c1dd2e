import type { OperationNode } from '../model/api';
import { childNode, own } from '../model/place';
import { defineLintRule, exampleDocument } from '../rule';

const responses = { '204': { description: 'Empty.' } };
const two = (first: string, second: string) =>
  exampleDocument({
    '/orders': {
      get: { operationId: 'listOrders', summary: first, responses },
      delete: { operationId: 'deleteOrders', summary: second, responses },
    },
  });

export const operationDescriptionDistinct = defineLintRule({
  id: 'operation-description-distinct',
  ruleset: 'ai-ready',
  severity: 'warn',
  summary: 'No two operations are described by the same words.',
  why: 'Two tools with one description are a coin toss, and one of them may delete something.',
  instead: 'Say what tells them apart: the effect, the object, or when to use which.',
  examples: {
    bad: [{ title: 'copied', document: two('Manages orders.', 'Manages orders.') }],
    good: [{ title: 'told apart', document: two('Lists all orders.', 'Deletes all orders.') }],
  },
  check({ api }, report) {
    const groups = new Map<string, OperationNode[]>();
    for (const operation of api.served) {
      const text = ['summary', 'description']
        .map(key => own(operation.value, key))
        .filter(value => typeof value === 'string')
        .join('\n');
      const key = text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      if (key === '') continue;
      const group = groups.get(key);
      if (group) group.push(operation);
      else groups.set(key, [operation]);
    }
    for (const [first, ...others] of groups.values()) {
      report.pass();
      for (const operation of others) {
        const said = own(operation.value, 'summary') === undefined ? 'description' : 'summary';
        report.fail(
          childNode(operation, [said]),
          `${operation.key} is described by the same words as ${first.key}`,
        );
      }
    }
  },
});
