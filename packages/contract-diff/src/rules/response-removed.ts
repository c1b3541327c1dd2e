import { defineRule } from './define';

export const responseRemoved = defineRule({
  id: 'response-removed',
  on: 'response',
  effect: 'breaks',
  message: 'response {status} was removed',
  docs: {
    summary: 'A success response is gone',
    why: 'Readers wait for it.',
    instead: 'Keep answering with it.',
  },
  examples: [
    {
      old: { paths: { '/a': { get: { responses: { 200: {}, 202: {} } } } } },
      new: { paths: { '/a': { get: { responses: { 202: {} } } } } },
      expect: 'breaking',
    },
  ],
  mirror: { rule: 'response-added' },
  detect({ before, after }, report) {
    if (!before || after) return;
    const success = /^2/.test(before.status) || before.status === '2XX';
    report({
      with: { status: before.status },
      values: [before.status],
      location: 'status',
      effect: success ? 'breaks' : 'documents',
    });
  },
});
