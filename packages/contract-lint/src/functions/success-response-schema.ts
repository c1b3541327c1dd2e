import { childNode, isObject, own } from '../model/place';
import { defineLintRule, exampleDocument } from '../rule';

const get = (response: unknown) =>
  exampleDocument({ '/orders': { get: { operationId: 'listOrders', responses: { '200': response } } } });

export const successResponseSchema = defineLintRule({
  id: 'success-response-schema',
  ruleset: 'contract',
  severity: 'error',
  summary: 'A successful response with a body has a schema.',
  why: 'Without a schema every change of the body is invisible: removing a field that three teams read would pass as no change at all.',
  instead: 'Describe the body with a schema, or drop `content` where there is none.',
  examples: {
    bad: [
      {
        title: 'media type without a schema',
        document: get({ description: 'Orders.', content: { 'application/json': {} } }),
      },
      {
        title: 'empty schema',
        document: get({ description: 'Orders.', content: { 'application/json': { schema: {} } } }),
      },
    ],
    good: [
      {
        title: 'typed',
        document: get({
          description: 'Orders.',
          content: { 'application/json': { schema: { type: 'array', items: { type: 'string' } } } },
        }),
      },
      { title: 'no body', document: get({ description: 'Nothing to say.' }) },
    ],
  },
  check({ api }, report) {
    for (const operation of api.operations) {
      for (const response of operation.responses) {
        if (!/^2/.test(response.status)) continue;
        for (const media of response.media) {
          // Bytes need no schema in 3.1: the media type says everything there is to say.
          const opaque = media.mediaType !== undefined && !/json|xml|form|text|\*/i.test(media.mediaType);
          const schema = own(media.value, 'schema');
          if (opaque || schema === true || (isObject(schema) && Object.keys(schema).length > 0))
            report.pass();
          else
            report.fail(
              schema === undefined ? media : childNode(media, ['schema']),
              `the body of ${response.status}${media.mediaType ? ` ${media.mediaType}` : ''} has no schema`,
            );
        }
      }
    }
  },
});
