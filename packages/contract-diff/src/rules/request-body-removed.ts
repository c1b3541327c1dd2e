import { defineRule } from './define';

export const requestBodyRemoved = defineRule({
  id: 'request-body-removed',
  on: 'body',
  effect: 'breaks',
  message: 'the request body was removed',
  docs: {
    summary: 'No body is taken any more',
    why: 'What consumers send has no effect or is refused.',
    instead: 'Keep taking the body.',
  },
  examples: [
    {
      old: {
        paths: {
          '/a': { post: { requestBody: { content: { 'application/json': { schema: {} } } }, responses: {} } },
        },
      },
      new: { paths: { '/a': { post: { responses: {} } } } },
      expect: 'breaking',
    },
  ],
  mirror: { none: 'an added optional body is an added media type' },
  detect({ before, after }, report) {
    if (before && !after) report();
  },
});
