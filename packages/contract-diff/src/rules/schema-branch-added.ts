import { defineRule } from './define';

export const schemaBranchAdded = defineRule({
  id: 'schema-branch-added',
  on: 'schema',
  effect: 'widens',
  message: "alternative '{branch}' was added",
  docs: {
    summary: 'A branch of oneOf or anyOf is new',
    why: 'Readers of a response meet a shape they do not know.',
    instead: 'Offer the new shape under a new media type or property.',
  },
  examples: [
    {
      old: { oneOf: [{ type: 'object', required: ['a'], properties: { a: { type: 'string' } } }] },
      new: {
        oneOf: [
          { type: 'object', required: ['a'], properties: { a: { type: 'string' } } },
          { type: 'object', required: ['b'], properties: { b: { type: 'string' } } },
        ],
      },
      expect: { request: 'safe', response: 'breaking' },
    },
  ],
  mirror: { rule: 'schema-branch-removed' },
  detect(_pair, _report) {
    // Branches are paired by the comparison itself, which reports under this id.
  },
});
