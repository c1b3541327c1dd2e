import { defineRule } from './define';

export const parameterBecameOptional = defineRule({
  id: 'parameter-became-optional',
  on: 'parameter',
  effect: 'widens',
  message: "{place} parameter '{name}' is no longer required",
  docs: {
    summary: 'A parameter need not be sent any more',
    why: 'Readers of callbacks count on it.',
    instead: 'Keep sending it.',
  },
  examples: [
    {
      old: {
        paths: {
          '/a': {
            get: {
              parameters: [{ name: 'q', in: 'query', required: true, schema: { type: 'string' } }],
              responses: {},
            },
          },
        },
      },
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
  mirror: { rule: 'parameter-became-required' },
  detect({ before, after }, report) {
    if (before?.required && after && !after.required)
      report({ with: { place: after.place, name: after.name }, values: [after.name] });
  },
});
