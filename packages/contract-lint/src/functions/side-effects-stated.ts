import { childNode, own } from '../model/place';
import { judgeHabit } from '../habit';
import { defineLintRule, exampleDocument } from '../rule';

const UNSAFE = new Set(['post', 'put', 'patch', 'delete']);
const responses = { '204': { description: 'Done.' } };
const effects = { 'x-side-effects': 'Charges the card and sends a receipt.' };
const orders = (first: Record<string, unknown>, second: Record<string, unknown>) =>
  exampleDocument({
    '/orders': {
      post: { operationId: 'createOrder', ...first, responses },
      delete: { operationId: 'deleteOrders', ...second, responses },
    },
  });

export const sideEffectsStated = defineLintRule({
  id: 'side-effects-stated',
  ruleset: 'ai-ready',
  severity: 'info',
  summary: 'An operation that changes something says what else happens.',
  why: 'A mail that is sent or a card that is charged cannot be taken back. Whoever decides what an agent may do alone must see it in the contract.',
  instead: 'Write `x-side-effects` with one sentence, or `none`.',
  examples: {
    bad: [
      { title: 'nobody says it', document: orders({}, {}) },
      { title: 'begun, not finished', document: orders(effects, {}) },
    ],
    good: [{ title: 'said', document: orders(effects, { 'x-side-effects': 'none' }) }],
  },
  check({ api }, report) {
    judgeHabit(report, {
      things: api.served.filter(({ method }) => UNSAFE.has(method)),
      keeps: ({ value }) => own(value, 'x-side-effects') !== undefined,
      most: (lacking, all) => [
        childNode(api.root, ['paths']),
        `${lacking} of ${all} operations that change something have no x-side-effects`,
      ],
      one: operation => [operation, `${operation.key} changes something and has no x-side-effects`],
    });
  },
});
