import { defineRule } from './define';

export const responseHeaderRemoved = defineRule({
  id: 'response-header-removed',
  on: 'header',
  effect: 'withdraws',
  message: "response header '{name}' was removed",
  docs: {
    summary: 'A response header is not sent any more',
    why: 'Readers that use it find it missing.',
    instead: 'Keep sending it.',
  },
  examples: [
    {
      old: {
        paths: {
          '/a': { get: { responses: { 200: { headers: { 'X-A': { required: true, schema: {} } } } } } },
        },
      },
      new: { paths: { '/a': { get: { responses: { 200: { headers: {} } } } } } },
      expect: 'breaking',
    },
  ],
  mirror: { rule: 'response-header-added' },
  detect({ before, after }, report) {
    if (before && !after)
      report({
        with: { name: before.name },
        values: [before.name],
        ending: before,
        effect: before.required ? 'widens' : 'withdraws',
      });
  },
});
