import { defineRule } from './define';

export const schemaBranchRemoved = defineRule({
  id: 'schema-branch-removed',
  on: 'schema',
  effect: 'narrows',
  message: "alternative '{branch}' was removed",
  docs: {
    summary: 'A branch of oneOf or anyOf is gone',
    why: 'Consumers that send it are refused.',
    instead: 'Keep accepting it and deprecate it.',
  },
  examples: [
    {
      old: {
        oneOf: [
          { type: 'object', required: ['a'], properties: { a: { type: 'string' } } },
          { type: 'object', required: ['b'], properties: { b: { type: 'string' } } },
        ],
      },
      new: { oneOf: [{ type: 'object', required: ['a'], properties: { a: { type: 'string' } } }] },
      expect: { request: 'breaking', response: 'safe' },
    },
  ],
  mirror: { rule: 'schema-branch-added' },
  detect(_pair, _report) {
    // Branches are paired by the comparison itself, which reports under this id.
  },
});
