import { defineRule } from './define';

export const parameterRenamed = defineRule({
  id: 'parameter-renamed',
  on: 'parameter',
  effect: 'renames',
  message: "path parameter '{old}' is now called '{new}'",
  docs: {
    summary: 'A path parameter has another name',
    why: 'Only generated clients see the name.',
    instead: 'Keep the name.',
  },
  examples: [
    {
      old: {
        paths: {
          '/a/{x}': {
            get: { parameters: [{ name: 'x', in: 'path', required: true, schema: {} }], responses: {} },
          },
        },
      },
      new: {
        paths: {
          '/a/{y}': {
            get: { parameters: [{ name: 'y', in: 'path', required: true, schema: {} }], responses: {} },
          },
        },
      },
      expect: 'safe',
    },
  ],
  mirror: { none: 'a change of name is its own opposite' },
  detect({ before, after }, report) {
    if (before && after && before.place === 'path' && before.name !== after.name)
      report({ with: { old: before.name, new: after.name }, values: [after.name] });
  },
});
