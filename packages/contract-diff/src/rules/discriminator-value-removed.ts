import { defineRule } from './define';
import { selection, tagChanges } from './discriminators';

const pet = {
  type: 'object',
  properties: { kind: { type: 'string' }, breed: { type: 'string' } },
  required: ['kind', 'breed'],
};

/** A request that is told apart by its kind. */
function mapped(mapping: object): object {
  const schema = {
    oneOf: [{ $ref: '#/components/schemas/Pet' }, { type: 'object', required: ['other'] }],
    discriminator: { propertyName: 'kind', mapping },
  };
  return {
    paths: {
      '/a': { post: { requestBody: { content: { 'application/json': { schema } } }, responses: {} } },
    },
    components: { schemas: { Pet: pet } },
  };
}

export const discriminatorValueRemoved = defineRule({
  id: 'discriminator-value-removed',
  on: 'schema',
  effect: 'narrows',
  message: "'{value}' no longer selects an alternative by '{property}'",
  docs: {
    summary: 'A value of the discriminating property is not mapped any more',
    why: 'Messages that carry it cannot be told apart and are refused. Where no mapping is written the values are the names of the components, so renaming a component renames its value.',
    instead: 'Keep the old value in the mapping beside the new one.',
  },
  examples: [{ old: mapped({ pet: 'Pet', dog: 'Pet' }), new: mapped({ pet: 'Pet' }), expect: 'breaking' }],
  mirror: { rule: 'discriminator-value-added' },
  detect({ before, after, space, mode }, report) {
    const [old, now] = [before.notes.tags, after.notes.tags];
    if (!old || !now || old.property !== now.property) return;
    const { removed, advice } = tagChanges(old, now, space, mode);
    for (const value of removed) {
      report({
        with: { value, property: old.property },
        values: [value],
        keyword: 'discriminator',
        effect: advice ? 'documents' : 'narrows',
        selects: selection(value, old, now),
      });
    }
  },
});
