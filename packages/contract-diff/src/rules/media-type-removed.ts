import { defineRule } from './define';

export const mediaTypeRemoved = defineRule({
  id: 'media-type-removed',
  on: 'media',
  effect: 'narrows',
  message: "media type '{type}' was removed",
  docs: {
    summary: 'A media type is not offered any more',
    why: 'Those who send or ask for it are refused. In a callback or webhook the provider just stops sending it.',
    instead: 'Keep offering it.',
  },
  examples: [
    {
      old: {
        paths: {
          '/a': {
            post: { requestBody: { content: { 'application/json': {}, 'text/plain': {} } }, responses: {} },
          },
        },
      },
      new: {
        paths: { '/a': { post: { requestBody: { content: { 'application/json': {} } }, responses: {} } } },
      },
      expect: 'breaking',
    },
    {
      title: 'of a response',
      old: {
        paths: {
          '/a': { get: { responses: { 200: { content: { 'application/json': {}, 'text/csv': {} } } } } },
        },
      },
      new: { paths: { '/a': { get: { responses: { 200: { content: { 'application/json': {} } } } } } } },
      expect: 'breaking',
    },
  ],
  mirror: { rule: 'media-type-added' },
  detect({ before, after, afterAll, negotiated }, report) {
    if (!before || after) return;
    report({
      with: { type: before.type },
      values: [before.type],
      location: 'media',
      effect: negotiated || afterAll.length === 0 ? 'breaks' : 'narrows',
    });
  },
});
