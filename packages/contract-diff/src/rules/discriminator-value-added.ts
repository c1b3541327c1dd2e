import { defineRule } from './define';
import { selection, tagChanges } from './discriminators';

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
    why: 'Readers that switch over the known values meet one they do not know. A second name for a schema they know is dangerous, as a new value of an enumeration is; a schema they never met, or one whose old name is gone, breaks them.',
    instead: 'Announce it, and tell readers to expect values they do not know.',
  },
  examples: [
    {
      title: 'another name for what is known',
      old: mapped({ pet: 'Pet' }),
      new: mapped({ pet: 'Pet', dog: 'Pet' }),
      expect: 'dangerous',
    },
    {
      title: 'another name in place of the known one',
      old: mapped({ pet: 'Pet' }),
      new: mapped({ animal: 'Pet' }),
      expect: 'breaking',
    },
  ],
  mirror: { rule: 'discriminator-value-removed' },
  detect({ before, after, space, mode }, report) {
    const [old, now] = [before.notes.tags, after.notes.tags];
    if (!old || !now || old.property !== now.property) return;
    const { added, unheard, advice } = tagChanges(old, now, space, mode);
    for (const value of added) {
      const effect = unheard.has(value) ? 'widens' : 'extends';
      report({
        with: { value, property: old.property },
        values: [value],
        keyword: 'discriminator',
        effect: advice ? 'documents' : effect,
        selects: selection(value, now, old),
      });
    }
  },
});
