import { defineRule } from './define';

export const operationAdded = defineRule({
  id: 'operation-added',
  on: 'operation',
  effect: 'adds',
  message: 'operation was added',
  docs: {
    summary: 'An operation is new',
    why: 'Nobody has to call it.',
    instead: 'Nothing to do.',
  },
  examples: [
    {
      old: { paths: { '/a': { get: { responses: { 200: { description: 'ok' } } } } } },
      new: {
        paths: {
          '/a': { get: { responses: { 200: { description: 'ok' } } } },
          '/b': { get: { responses: { 200: { description: 'ok' } } } },
        },
      },
      expect: 'safe',
    },
  ],
  mirror: { rule: 'operation-removed' },
  detect({ before, after }, report) {
    if (!before && after) report({ location: 'operation', places: { after: after.loc } });
  },
});
