import { defineRule } from './define';

export const responseAdded = defineRule({
  id: 'response-added',
  on: 'response',
  effect: 'adds',
  message: 'response {status} was added',
  docs: {
    summary: 'A response is new',
    why: 'Clients meet a status they may not know.',
    instead: 'Nothing to do.',
  },
  examples: [
    {
      old: { paths: { '/a': { get: { responses: { 200: {} } } } } },
      new: { paths: { '/a': { get: { responses: { 200: {}, 404: {} } } } } },
      expect: 'safe',
    },
  ],
  mirror: { rule: 'response-removed' },
  detect({ before, after, beforeAll }, report) {
    if (before || !after) return;
    const surprising = /^2/.test(after.status) && beforeAll.some(status => status.startsWith('2'));
    report({
      with: { status: after.status },
      values: [after.status],
      location: 'status',
      effect: surprising ? 'alters' : 'adds',
    });
  },
});
