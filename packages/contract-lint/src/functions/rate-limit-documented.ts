import { childNode } from '../model/place';
import { judgeHabit } from '../habit';
import { defineLintRule, exampleDocument } from '../rule';

const HEADER = /^((x-)?rate-?limit(-.*)?|retry-after)$/i;
const get = (responses: Record<string, unknown>) =>
  exampleDocument({ '/orders': { get: { operationId: 'listOrders', responses } } });
const ok = { description: 'All orders.' };

export const rateLimitDocumented = defineLintRule({
  id: 'rate-limit-documented',
  ruleset: 'ai-ready',
  severity: 'info',
  summary: 'Every operation says what happens to a caller who is too fast.',
  why: 'Programs call faster than people. Without a documented 429 a client takes the limit for an outage and retries into it.',
  instead: 'Document 429 with `Retry-After`, or `RateLimit` headers on the answers.',
  examples: {
    bad: [{ title: 'no word', document: get({ '200': ok }) }],
    good: [
      { title: 'a 429', document: get({ '200': ok, '429': { description: 'Too many requests.' } }) },
      {
        title: 'headers',
        document: get({
          '200': { ...ok, headers: { RateLimit: { schema: { type: 'string' } } } },
        }),
      },
    ],
  },
  check({ api }, report) {
    judgeHabit(report, {
      things: api.served,
      keeps: ({ responses }) =>
        responses.some(
          ({ status, headers }) => status === '429' || [...headers.keys()].some(name => HEADER.test(name)),
        ),
      most: (lacking, all) => [
        childNode(api.root, ['paths']),
        `${lacking} of ${all} operations document no rate limit`,
      ],
      one: operation => [
        childNode(operation, ['responses']),
        `${operation.key} documents neither 429 nor rate limit headers`,
      ],
    });
  },
});
