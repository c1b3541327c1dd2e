import { defineRule } from './define';

export const mediaTypeRemoved = defineRule({
  id: 'media-type-removed',
  on: 'media',
  effect: 'breaks',
  message: "media type '{type}' was removed",
  docs: {
    summary: 'A media type is not offered any more',
    why: 'Those who send or ask for it are refused.',
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
  ],
  mirror: { rule: 'media-type-added' },
  detect({ before, after }, report) {
    if (before && !after) report({ with: { type: before.type }, values: [before.type], location: 'media' });
  },
});
