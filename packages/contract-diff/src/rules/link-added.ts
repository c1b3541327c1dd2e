import { defineRule } from './define';

export const linkAdded = defineRule({
  id: 'link-added',
  on: 'link',
  effect: 'adds',
  message: "link '{name}' was added",
  docs: {
    summary: 'A response links to another operation',
    why: 'Nobody has to follow it.',
    instead: 'Nothing to do.',
  },
  examples: [
    {
      old: { paths: { '/a': { get: { responses: { 200: { description: 'ok' } } } } } },
      new: {
        paths: {
          '/a': { get: { responses: { 200: { description: 'ok', links: { next: { operationId: 'b' } } } } } },
        },
      },
      expect: 'safe',
    },
  ],
  mirror: { rule: 'link-changed' },
  detect({ before, after, name }, report) {
    if (before === undefined && after !== undefined)
      report({ with: { name }, values: [name], location: 'status', at: [] });
  },
});
