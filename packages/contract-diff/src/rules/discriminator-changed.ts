import { Tag } from '../normalize/norm';
import { Effect } from './levels';
import { defineRule } from './define';
import { tagChanges } from './discriminators';

const pet = {
  type: 'object',
  properties: { kind: { type: 'string' }, breed: { type: 'string' } },
  required: ['kind', 'breed'],
};
const car = {
  type: 'object',
  properties: { kind: { type: 'string' }, wheels: { type: 'integer' } },
  required: ['kind', 'wheels'],
};

/** A request that is a pet or a car. */
function either(discriminator: object): object {
  const oneOf = [{ $ref: '#/components/schemas/Pet' }, { $ref: '#/components/schemas/Car' }];
  return {
    paths: {
      '/a': {
        post: {
          requestBody: { content: { 'application/json': { schema: { oneOf, discriminator } } } },
          responses: {},
        },
      },
    },
    components: { schemas: { Pet: pet, Car: car } },
  };
}

function nameOf(tag: Tag | undefined): string {
  return tag ? `'${tag.name}'` : 'nothing';
}

/** What it does that values without a mapping select something else: new to readers, or unknown to them. */
function turned(was: Tag | undefined, is: Tag | undefined): Effect {
  if (was && is) return 'breaks';
  return was ? 'narrows' : 'widens';
}

export const discriminatorChanged = defineRule({
  id: 'discriminator-changed',
  on: 'schema',
  effect: 'breaks',
  message: 'the discriminator {change}',
  docs: {
    summary:
      'The property that tells alternatives apart is another one, or its values select other alternatives',
    why: 'Writers fill in the old property and readers look at it; both take one alternative for another.',
    instead: 'Add new values for new alternatives and leave the old ones as they are.',
  },
  examples: [
    { old: either({ propertyName: 'kind' }), new: either({ propertyName: 'type' }), expect: 'breaking' },
    {
      title: 'values that select each other’s alternative',
      old: either({ propertyName: 'kind', mapping: { p: 'Pet', c: 'Car' } }),
      new: either({ propertyName: 'kind', mapping: { p: 'Car', c: 'Pet' } }),
      expect: 'breaking',
    },
    {
      title: 'values without a mapping are not taken any more',
      old: either({ propertyName: 'kind', mapping: { p: 'Pet' }, defaultMapping: 'Car' }),
      new: either({ propertyName: 'kind', mapping: { p: 'Pet' } }),
      expect: 'breaking',
    },
  ],
  mirror: { none: 'a change of the property is its own opposite' },
  detect({ before, after, space, mode }, report) {
    const [old, now] = [before.notes.tags, after.notes.tags];
    const unproven = 'a discriminator selects a schema; the validator knows schemas only';
    if (!old && !now) return;
    if (!old || !now) {
      const change = old ? `'${old.property}' was removed` : `'${now?.property}' was added`;
      report({
        with: { change },
        values: [],
        keyword: 'discriminator',
        effect: old ? 'alters' : 'documents',
      });
      return;
    }
    if (old.property !== now.property) {
      const change = `is '${now.property}' instead of '${old.property}'`;
      report({ with: { change }, values: [now.property], keyword: 'discriminator', unproven });
      return;
    }
    const [was, is] = [old.fallback, now.fallback];
    if (was?.name !== is?.name && was?.ref.key !== is?.ref.key) {
      const change = `'${old.property}' takes values without a mapping for ${nameOf(is)} instead of ${nameOf(was)}`;
      report({
        with: { change },
        values: ['defaultMapping'],
        keyword: 'discriminator',
        unproven,
        effect: turned(was, is),
      });
    }
    const { moved, advice } = tagChanges(old, now, space, mode);
    for (const value of moved) {
      const change = `'${old.property}' takes '${value}' for '${now.values.get(value)?.name}' instead of '${old.values.get(value)?.name}'`;
      report({
        with: { change },
        values: [value],
        keyword: 'discriminator',
        unproven,
        effect: advice ? 'alters' : 'breaks',
      });
    }
  },
});
