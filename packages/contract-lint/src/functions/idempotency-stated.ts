import { childNode, own } from '../model/place';
import { judgeHabit } from '../habit';
import { defineLintRule, exampleDocument } from '../rule';

const post = (more: Record<string, unknown>) =>
  exampleDocument({
    '/orders': {
      post: { operationId: 'createOrder', ...more, responses: { '204': { description: 'Stored.' } } },
    },
  });
const key = { name: 'Idempotency-Key', in: 'header', schema: { type: 'string' } };

export const idempotencyStated = defineLintRule({
  id: 'idempotency-stated',
  ruleset: 'ai-ready',
  severity: 'info',
  summary: 'An operation that HTTP does not call idempotent says whether it may be repeated.',
  why: 'Every client retries after a timeout, an agent without asking. Whether that orders twice must be known before, and POST and PATCH alone do not say.',
  instead: 'Accept an `Idempotency-Key` header, or write `x-idempotent: true` or `false`.',
  examples: {
    bad: [{ title: 'nothing said', document: post({}) }],
    good: [
      { title: 'a key', document: post({ parameters: [key] }) },
      { title: 'said', document: post({ 'x-idempotent': false }) },
    ],
  },
  check({ api }, report) {
    judgeHabit(report, {
      things: api.served.filter(({ method }) => method === 'post' || method === 'patch'),
      keeps: ({ value, parameters }) =>
        typeof own(value, 'x-idempotent') === 'boolean' ||
        parameters.some(one => one.in === 'header' && /^(x-)?idempotency-key$/i.test(one.name)),
      most: (lacking, all) => [
        childNode(api.root, ['paths']),
        `${lacking} of ${all} POST and PATCH operations do not say whether they may be repeated`,
      ],
      one: operation => [operation, `${operation.key} does not say whether it may be repeated`],
    });
  },
});
