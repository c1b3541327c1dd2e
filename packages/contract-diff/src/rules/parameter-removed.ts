import { defineRule } from './define';

export const parameterRemoved = defineRule({
  id: 'parameter-removed',
  on: 'parameter',
  effect: 'withdraws',
  message: "{place} parameter '{name}' was removed",
  docs: {
    summary: 'A parameter is not declared any more',
    why: 'What consumers send is ignored.',
    instead: 'Deprecate it with a sunset date and keep it until then.',
  },
  examples: [
    {
      old: {
        paths: {
          '/a': {
            get: { parameters: [{ name: 'q', in: 'query', schema: { type: 'string' } }], responses: {} },
          },
        },
      },
      new: { paths: { '/a': { get: { parameters: [], responses: {} } } } },
      expect: 'dangerous',
    },
  ],
  mirror: { rule: 'parameter-added' },
  detect({ before, after, mode }, report) {
    if (!before || after) return;
    report({
      with: { place: before.place, name: before.name },
      effect: mode === 'response' && before.required ? 'breaks' : 'withdraws',
      values: [before.name],
      ending: before,
    });
  },
});
