import { defineRule } from './define';

export const mediaTypeAdded = defineRule({
  id: 'media-type-added',
  on: 'media',
  effect: 'adds',
  message: "media type '{type}' was added",
  docs: {
    summary: 'A media type is new',
    why: 'Nobody has to use it.',
    instead: 'Nothing to do.',
  },
  examples: [
    {
      old: {
        paths: { '/a': { post: { requestBody: { content: { 'application/json': {} } }, responses: {} } } },
      },
      new: {
        paths: {
          '/a': {
            post: { requestBody: { content: { 'application/json': {}, 'text/plain': {} } }, responses: {} },
          },
        },
      },
      expect: 'safe',
    },
  ],
  mirror: { rule: 'media-type-removed' },
  detect({ before, after }, report) {
    if (!before && after) report({ with: { type: after.type }, values: [after.type], location: 'media' });
  },
});
