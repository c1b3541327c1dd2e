import { defineRule } from './define';

export const requestBodyBecameRequired = defineRule({
  id: 'request-body-became-required',
  on: 'body',
  effect: 'narrows',
  message: 'the request body is now required',
  docs: {
    summary: 'A body must now be sent',
    why: 'Calls without a body are refused.',
    instead: 'Keep it optional.',
  },
  examples: [
    {
      old: {
        paths: {
          '/a': { post: { requestBody: { content: { 'application/json': { schema: {} } } }, responses: {} } },
        },
      },
      new: {
        paths: {
          '/a': {
            post: {
              requestBody: { required: true, content: { 'application/json': { schema: {} } } },
              responses: {},
            },
          },
        },
      },
      expect: 'breaking',
    },
  ],
  mirror: { rule: 'request-body-became-optional' },
  detect({ before, after, operation }, report) {
    if (after?.required && !before?.required)
      report({ effect: operation.after.inverted ? 'adds' : 'narrows' });
  },
});
