import { defineRule } from './define';

export const responseHeaderBecameOptional = defineRule({
  id: 'response-header-became-optional',
  on: 'header',
  effect: 'widens',
  message: "response header '{name}' is no longer required",
  docs: {
    summary: 'A response header may be missing now',
    why: 'Readers count on it.',
    instead: 'Keep sending it.',
  },
  examples: [
    {
      old: {
        paths: {
          '/a': { get: { responses: { 200: { headers: { 'X-A': { required: true, schema: {} } } } } } },
        },
      },
      new: { paths: { '/a': { get: { responses: { 200: { headers: { 'X-A': { schema: {} } } } } } } } },
      expect: 'breaking',
    },
  ],
  mirror: { rule: 'response-header-became-required' },
  detect({ before, after }, report) {
    if (before?.required && after && !after.required)
      report({ with: { name: before.name }, values: [before.name] });
  },
});
