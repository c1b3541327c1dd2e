import { defineRule } from './define';

export const requestBodyBecameOptional = defineRule({
  id: 'request-body-became-optional',
  on: 'body',
  effect: 'widens',
  message: 'the request body is no longer required',
  docs: {
    summary: 'A body need not be sent any more',
    why: 'Readers of callbacks count on it.',
    instead: 'Keep sending it.',
  },
  examples: [
    {
      old: {
        paths: {
          '/a': {
            post: {
              requestBody: { required: true, content: { 'application/json': { schema: {} } } },
              responses: {},
            },
          },
        },
      },
      new: {
        paths: {
          '/a': { post: { requestBody: { content: { 'application/json': { schema: {} } } }, responses: {} } },
        },
      },
      expect: 'safe',
    },
  ],
  mirror: { rule: 'request-body-became-required' },
  detect({ before, after }, report) {
    if (before?.required && after && !after.required) report();
  },
});
