import { childNode, isObject, own, placeKey } from '../model/place';
import type { Api, MediaNode } from '../model/api';
import { judgeHabit } from '../habit';
import { defineLintRule, exampleDocument } from '../rule';

const order = { type: 'object', properties: { id: { type: 'string' } } };
const get = (media: Record<string, unknown>) =>
  exampleDocument({
    '/orders': {
      get: {
        operationId: 'getOrder',
        responses: { '200': { description: 'The order.', content: { 'application/json': media } } },
      },
    },
  });

export const messageExamplesPresent = defineLintRule({
  id: 'message-examples-present',
  ruleset: 'ai-ready',
  severity: 'info',
  summary: 'Requests and answers have an example.',
  why: 'One message shows what ten constraints only imply. Models imitate examples, mock servers serve them, and the gate checks them against the schema.',
  instead: 'Add `example` or `examples` beside the schema, or an example to each property.',
  examples: {
    bad: [{ title: 'only a schema', document: get({ schema: order }) }],
    good: [
      { title: 'beside the schema', document: get({ schema: order, example: { id: 'o-1' } }) },
      {
        title: 'on every property',
        document: get({
          schema: { type: 'object', properties: { id: { type: 'string', example: 'o-1' } } },
        }),
      },
    ],
  },
  check({ api }, report) {
    const messages = new Map<string, { media: MediaNode; label: string }>();
    for (const operation of api.served) {
      const add = (label: string) => (media: MediaNode) => {
        if (media.mediaType !== undefined && !/json/i.test(media.mediaType)) return;
        const key = placeKey(media.place);
        if (!messages.has(key)) messages.set(key, { media, label });
      };
      operation.requestBody?.media.forEach(add(`the request of ${operation.key}`));
      for (const response of operation.responses)
        if (/^2/.test(response.status))
          response.media.forEach(add(`the ${response.status} answer of ${operation.key}`));
    }
    judgeHabit(report, {
      things: [...messages.values()],
      keeps: ({ media }) => hasExample(api, media),
      most: (lacking, all) => [
        childNode(api.root, ['paths']),
        `${lacking} of ${all} messages have no example`,
      ],
      one: ({ media, label }) => [media, `${label} has no example`],
    });
  },
});

function hasExample(api: Api, media: MediaNode): boolean {
  const says = (value: unknown) => ['example', 'examples'].some(key => own(value, key) !== undefined);
  if (says(media.value)) return true;
  const schema = media.schema && api.files.follow(media.schema);
  if (!schema) return false;
  if (says(schema.value)) return true;
  const properties = own(schema.value, 'properties');
  if (!isObject(properties)) return false;
  const names = Object.keys(properties);
  return (
    names.length > 0 &&
    names.every(name => says(api.files.follow(childNode(schema, ['properties', name])).value))
  );
}
