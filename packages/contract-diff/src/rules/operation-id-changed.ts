import { defineRule } from './define';

export const operationIdChanged = defineRule({
  id: 'operation-id-changed',
  on: 'operation',
  effect: 'relabels',
  message: "operationId changed from '{old}' to '{new}'",
  docs: {
    summary: 'An operation has another name in generated clients',
    why: 'Generated clients rename the method.',
    instead: 'Keep the operationId.',
  },
  examples: [
    {
      old: { paths: { '/a': { get: { operationId: 'a', responses: {} } } } },
      new: { paths: { '/a': { get: { operationId: 'b', responses: {} } } } },
      expect: 'dangerous',
    },
  ],
  mirror: { none: 'a change of name is its own opposite' },
  detect({ before, after }, report) {
    if (before?.operationId !== undefined && after && after.operationId !== before.operationId) {
      report({
        with: { old: before.operationId, new: after.operationId ?? '' },
        location: 'operation',
        places: { before: before.loc, after: after.loc },
      });
    }
  },
});
