import type { OperationNode } from '../model/api';
import { childNode, own } from '../model/place';
import { judgeHabit } from '../habit';
import { defineLintRule, exampleDocument } from '../rule';

const get = (more: Record<string, unknown>) =>
  exampleDocument({
    '/orders': {
      get: { operationId: 'listOrders', ...more, responses: { '204': { description: 'Empty.' } } },
    },
  });

export const operationDescribed = defineLintRule({
  id: 'operation-described',
  ruleset: 'ai-ready',
  severity: 'warn',
  summary: 'Every operation says in a few words what it does.',
  why: 'A person guesses from the path, a language model chooses by the description alone. What is not described is chosen wrongly or never.',
  instead:
    'Write a summary or description of at least three words: what it does, to what, and when to use it.',
  examples: {
    bad: [
      { title: 'nothing', document: get({}) },
      { title: 'one word', document: get({ summary: 'Orders' }) },
    ],
    good: [
      { title: 'a sentence', document: get({ summary: 'Lists the orders of the signed-in customer.' }) },
    ],
  },
  check({ api }, report) {
    judgeHabit(report, {
      things: api.served,
      keeps: operation => wordsOf(operation) >= 3,
      most: (lacking, all) => [
        childNode(api.root, ['paths']),
        `${lacking} of ${all} operations do not say what they do`,
      ],
      one: operation => [operation, `${operation.key} does not say what it does`],
    });
  },
});

/** Words of the longer of summary and description. */
function wordsOf(operation: OperationNode): number {
  const count = (key: string) => {
    const text = own(operation.value, key);
    return typeof text === 'string' ? (text.match(/[\p{L}\p{N}]+/gu) ?? []).length : 0;
  };
  return Math.max(count('summary'), count('description'));
}
