import { defineRule } from './define';

export const parameterAdded = defineRule({
  id: 'parameter-added',
  on: 'parameter',
  effect: 'adds',
  message: "optional {place} parameter '{name}' was added",
  docs: {
    summary: 'A parameter is new and optional',
    why: 'Nobody has to send it.',
    instead: 'Nothing to do.',
  },
  examples: [
    {
      old: { paths: { '/a': { get: { parameters: [], responses: {} } } } },
      new: {
        paths: {
          '/a': {
            get: { parameters: [{ name: 'q', in: 'query', schema: { type: 'string' } }], responses: {} },
          },
        },
      },
      expect: 'safe',
    },
  ],
  mirror: { rule: 'parameter-removed' },
  detect({ before, after }, report) {
    if (!before && after && !after.required)
      report({ with: { place: after.place, name: after.name }, values: [after.name] });
  },
});
