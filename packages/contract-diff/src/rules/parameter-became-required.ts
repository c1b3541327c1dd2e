import { defineRule } from './define';

export const parameterBecameRequired = defineRule({
  id: 'parameter-became-required',
  on: 'parameter',
  effect: 'narrows',
  message: "{place} parameter '{name}' is now required",
  docs: {
    summary: 'A parameter must now be sent',
    why: 'Calls without it are refused.',
    instead: 'Keep it optional.',
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
      new: {
        paths: {
          '/a': {
            get: {
              parameters: [{ name: 'q', in: 'query', required: true, schema: { type: 'string' } }],
              responses: {},
            },
          },
        },
      },
      expect: 'breaking',
    },
  ],
  mirror: { rule: 'parameter-became-optional' },
  detect({ before, after, mode }, report) {
    // A path parameter is always there, whether it was declared before or not.
    if (after?.required && !before?.required && after.place !== 'path')
      report({
        with: { place: after.place, name: after.name },
        effect: mode === 'request' ? 'narrows' : 'adds',
        values: [after.name],
      });
  },
});
