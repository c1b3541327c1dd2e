import { defineRule } from './define';

const using = (name: string): object => ({
  paths: {
    '/a': {
      get: {
        responses: {
          200: { content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } } },
        },
      },
    },
  },
  components: { schemas: { [name]: { type: 'object', properties: { a: { type: 'string' } } } } },
});

export const modelRenamed = defineRule({
  id: 'model-renamed',
  on: 'document',
  effect: 'renames',
  message: "model '{name}' {change}",
  docs: {
    summary: 'A component schema has another name, or none',
    why: 'Nothing changes on the wire; generated clients lose the type. Breaking where the compatibility scope is `sdk`.',
    instead: 'Keep the name, or keep the old name beside the new one.',
  },
  examples: [{ old: using('Pet'), new: using('Animal'), expect: 'safe' }],
  mirror: { none: 'a model that is new takes no name away' },
  detect({ before, after }, report) {
    const fresh = [...after.models].filter(([name]) => !before.models.has(name));
    for (const [name, key] of before.models) {
      if (after.models.has(name)) continue;
      const twin = fresh.find(([, other]) => other() === key())?.[0];
      const change = twin === undefined ? 'was removed' : `is now called '${twin}'`;
      report({ with: { name, change }, values: [name], location: 'document', cause: name });
    }
  },
});
