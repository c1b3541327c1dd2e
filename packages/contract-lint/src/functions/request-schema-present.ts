import { childNode, isObject, own } from '../model/place';
import { defineLintRule, exampleDocument } from '../rule';

const post = (requestBody: unknown) =>
  exampleDocument({
    '/orders': {
      post: { operationId: 'createOrder', requestBody, responses: { '204': { description: 'Stored.' } } },
    },
  });

export const requestSchemaPresent = defineLintRule({
  id: 'request-schema-present',
  ruleset: 'contract',
  severity: 'error',
  summary: 'A request body has a schema.',
  why: 'Without one nobody knows what may be sent, and a new required field that rejects every existing client cannot be seen.',
  instead: 'Describe the body with a schema, for every media type that is accepted.',
  examples: {
    bad: [
      { title: 'no schema', document: post({ content: { 'application/json': {} } }) },
      { title: 'no content', document: post({ required: true, content: {} }) },
    ],
    good: [
      { title: 'typed', document: post({ content: { 'application/json': { schema: { type: 'object' } } } }) },
    ],
  },
  check({ api }, report) {
    for (const operation of api.operations) {
      const body = operation.requestBody;
      if (!body) continue;
      if (body.media.length === 0)
        report.fail(body, `the request body of ${operation.key} has no media type`);
      for (const media of body.media) {
        const opaque = media.mediaType !== undefined && !/json|xml|form|text|\*/i.test(media.mediaType);
        const schema = own(media.value, 'schema');
        if (opaque || schema === true || (isObject(schema) && Object.keys(schema).length > 0)) report.pass();
        else
          report.fail(
            schema === undefined ? media : childNode(media, ['schema']),
            `the request body${media.mediaType ? ` ${media.mediaType}` : ''} has no schema`,
          );
      }
    }
  },
});
