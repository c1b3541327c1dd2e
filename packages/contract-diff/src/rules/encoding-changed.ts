import { defineRule } from './define';

export const encodingChanged = defineRule({
  id: 'encoding-changed',
  on: 'media',
  effect: 'breaks',
  message: "property '{name}' is encoded differently in forms",
  docs: {
    summary: 'A form field is written differently',
    why: 'Readers take the old spelling apart wrongly.',
    instead: 'Keep the encoding.',
  },
  examples: [
    {
      old: {
        paths: {
          '/a': {
            post: {
              requestBody: {
                content: { 'multipart/form-data': { encoding: { a: { contentType: 'image/png' } } } },
              },
              responses: {},
            },
          },
        },
      },
      new: {
        paths: {
          '/a': {
            post: {
              requestBody: {
                content: { 'multipart/form-data': { encoding: { a: { contentType: 'image/gif' } } } },
              },
              responses: {},
            },
          },
        },
      },
      expect: 'breaking',
    },
  ],
  mirror: { none: 'a change of spelling is its own opposite' },
  detect({ before, after }, report) {
    if (!before || !after) return;
    for (const [name, encoding] of before.encoding) {
      if (after.encoding.get(name) !== encoding) report({ with: { name }, values: [name], at: [name] });
    }
  },
});
