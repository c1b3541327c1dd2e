import { childNode } from '../model/place';
import { judgeHabit } from '../habit';
import { defineLintRule, exampleDocument } from '../rule';

const header = { schema: { type: 'string' } };
const get = (headers: Record<string, unknown>) =>
  exampleDocument({
    '/orders': {
      get: {
        operationId: 'listOrders',
        deprecated: true,
        responses: { '204': { description: 'Empty.', headers } },
      },
    },
  });

export const deprecationHeadersDocumented = defineLintRule({
  id: 'deprecation-headers-documented',
  ruleset: 'deprecation',
  severity: 'info',
  summary: 'A deprecated operation documents its Deprecation and Sunset headers.',
  why: 'The contract is read once, at the start; answers are read every day. A header (RFC 9745, RFC 8594) reaches the client that still calls, and client libraries warn only about headers they know of.',
  instead: 'Send `Deprecation` and `Sunset` on the answers, and describe both under `headers`.',
  examples: {
    bad: [
      { title: 'neither', document: get({}) },
      { title: 'only one', document: get({ Sunset: header }) },
    ],
    good: [{ title: 'both', document: get({ Deprecation: header, Sunset: header }) }],
  },
  check({ api }, report) {
    judgeHabit(report, {
      things: api.served.filter(({ value }) => value.deprecated === true),
      keeps: ({ responses }) => {
        const names = new Set(responses.flatMap(({ headers }) => [...headers.keys()].map(lowerCase)));
        return names.has('deprecation') && names.has('sunset');
      },
      most: (lacking, all) => [
        childNode(api.root, ['paths']),
        `${lacking} of ${all} deprecated operations do not document the Deprecation and Sunset headers`,
      ],
      one: operation => [
        childNode(operation, ['responses']),
        `${operation.key} is deprecated and does not document the Deprecation and Sunset headers`,
      ],
    });
  },
});

function lowerCase(text: string): string {
  return text.toLowerCase();
}
