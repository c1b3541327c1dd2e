import { defineRule } from './define';

export const operationRemoved = defineRule({
  id: 'operation-removed',
  on: 'operation',
  effect: 'breaks',
  message: 'operation was removed',
  docs: {
    summary: 'An operation is gone',
    why: 'Every call to it fails.',
    instead: 'Deprecate it with a sunset date and keep it until then.',
  },
  examples: [
    {
      old: {
        paths: {
          '/a': { get: { responses: { 200: { description: 'ok' } } } },
          '/b': { get: { responses: { 200: { description: 'ok' } } } },
        },
      },
      new: { paths: { '/a': { get: { responses: { 200: { description: 'ok' } } } } } },
      expect: 'breaking',
    },
  ],
  mirror: { rule: 'operation-added' },
  detect({ before, after }, report) {
    if (before && !after) report({ ending: before, location: 'operation', places: { before: before.loc } });
  },
});
