import { defineRule } from './define';

export const responseHeaderAdded = defineRule({
  id: 'response-header-added',
  on: 'header',
  effect: 'adds',
  message: "response header '{name}' was added",
  docs: {
    summary: 'A response header is new',
    why: 'Nobody has to read it.',
    instead: 'Nothing to do.',
  },
  examples: [
    {
      old: { paths: { '/a': { get: { responses: { 200: { headers: {} } } } } } },
      new: { paths: { '/a': { get: { responses: { 200: { headers: { 'X-A': { schema: {} } } } } } } } },
      expect: 'safe',
    },
  ],
  mirror: { rule: 'response-header-removed' },
  detect({ before, after }, report) {
    if (!before && after) report({ with: { name: after.name }, values: [after.name] });
  },
});
