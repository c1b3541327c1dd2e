import { childNode, placeKey } from '../model/place';
import { judgeHabit } from '../habit';
import { defineLintRule, exampleDocument } from '../rule';

const schema = { type: 'object', properties: { title: { type: 'string' } } };
const get = (...mediaTypes: string[]) =>
  exampleDocument({
    '/orders': {
      get: {
        operationId: 'listOrders',
        responses: Object.fromEntries(
          mediaTypes.map((mediaType, index) => [
            String(404 + index),
            { description: 'An error.', content: { [mediaType]: { schema } } },
          ]),
        ),
      },
    },
  });

export const errorProblemDetails = defineLintRule({
  id: 'error-problem-details',
  ruleset: 'ai-ready',
  severity: 'info',
  versions: ['3.0', '3.1'],
  summary: 'Errors are problem details (RFC 9457).',
  why: 'A client that meets errors of one known shape can tell “try later” from “never like this” without knowing the API. A shape of one’s own is learnt by failing.',
  instead: 'Answer errors with `application/problem+json`: type, title, status, detail.',
  examples: {
    bad: [
      { title: 'nowhere', document: get('application/json', 'application/json') },
      { title: 'begun, not finished', document: get('application/problem+json', 'application/json') },
    ],
    good: [{ title: 'everywhere', document: get('application/problem+json', 'application/problem+json') }],
  },
  check({ api }, report) {
    const errors = new Map(
      api.served.flatMap(operation =>
        operation.responses
          .filter(({ status, media }) => /^([45]|default$)/i.test(status) && media.length > 0)
          .map(response => [placeKey(response.place), { operation, response }] as const),
      ),
    );
    judgeHabit(report, {
      things: [...errors.values()],
      keeps: ({ response }) =>
        response.media.some(({ mediaType }) => /^application\/problem\+(json|xml)\b/i.test(mediaType ?? '')),
      most: (lacking, all) => [
        childNode(api.root, ['paths']),
        `${lacking} of ${all} error responses are not application/problem+json`,
      ],
      one: ({ operation, response }) => [
        childNode(response, ['content']),
        `the ${response.status} answer of ${operation.key} is not application/problem+json`,
      ],
    });
  },
});
