import { defineRule } from './define';
import { tagChanges } from './discriminators';

/** A response that is told apart by its kind. */
function mapped(mapping: object): object {
  const schema = {
    oneOf: [{ $ref: '#/components/schemas/Pet' }, { type: 'object', required: ['other'] }],
    discriminator: { propertyName: 'kind', mapping },
  };
  return {
    paths: { '/a': { get: { responses: { 200: { content: { 'application/json': { schema } } } } } } },
    components: { schemas: { Pet: { type: 'object', required: ['kind'] } } },
  };
}

export const discriminatorValueAdded = defineRule({
  id: 'discriminator-value-added',
  on: 'schema',
  effect: 'extends',
  message: "'{value}' newly selects an alternative by '{property}'",
  docs: {
    summary: 'A value of the discriminating property is newly mapped',
    why: 'Readers that switch over the known values meet one they do not know.',
    instead: 'Announce it, and tell readers to expect values they do not know.',
  },
  examples: [{ old: mapped({ pet: 'Pet' }), new: mapped({ pet: 'Pet', dog: 'Pet' }), expect: 'dangerous' }],
  mirror: { rule: 'discriminator-value-removed' },
  detect({ before, after, space, mode }, report) {
    const [old, now] = [before.notes.tags, after.notes.tags];
    if (!old || !now || old.property !== now.property) return;
    const { added, advice } = tagChanges(old, now, space, mode);
    for (const value of added) {
      report({
        with: { value, property: old.property },
        values: [value],
        keyword: 'discriminator',
        effect: advice ? 'documents' : 'extends',
      });
    }
  },
});
