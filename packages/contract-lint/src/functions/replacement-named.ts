import { deprecatedParts } from '../model/deprecated';
import { childNode, own } from '../model/place';
import { defineLintRule, exampleDocument } from '../rule';

const KEYS = ['x-replaced-by', 'x-replacement', 'x-deprecation-reason'];
const POINTS_ELSEWHERE =
  /\b(use|replaced|instead|see|moved|superseded|successor|migrate|no replacement|no longer)\b/i;

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

export const replacementNamed = defineLintRule({
  id: 'replacement-named',
  ruleset: 'deprecation',
  severity: 'warn',
  summary: 'A deprecated operation or parameter says what to use instead.',
  why: 'A team that reads “deprecated” has one question. When the contract does not answer it, the ticket goes to the owner, once per consumer.',
  instead:
    'Add `x-replaced-by` with the operation to use, or say in the description that there is none and why.',
  examples: {
    bad: [{ title: 'no word about it', document: get({ description: 'Lists orders.' }) }],
    good: [
      { title: 'named', document: get({ 'x-replaced-by': 'GET /v2/orders' }) },
      { title: 'in the description', document: get({ description: 'Use GET /v2/orders instead.' }) },
    ],
  },
  check({ api }, report) {
    for (const { node, kind, label } of deprecatedParts(api)) {
      if (kind === 'property') continue;
      const text = `${String(own(node.value, 'description') ?? '')} ${String(own(node.value, 'summary') ?? '')}`;
      if (KEYS.some(key => own(node.value, key) !== undefined) || POINTS_ELSEWHERE.test(text)) report.pass();
      else report.fail(childNode(node, ['deprecated']), `${label} is deprecated and names no replacement`);
    }
  },
});
