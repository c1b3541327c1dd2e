import { effective } from '../contain/properties';
import { Mode, Tag, Tags } from '../normalize/norm';
import { Schemas } from '../normalize/schemas';

/** Two versions of a discriminator, value by value. */
export interface TagChanges {
  removed: string[];
  added: string[];
  /** Values that select what another value used to select. */
  moved: string[];
  /** The schemas of the branches fix the property's values themselves; what the discriminator adds is advice. */
  advice: boolean;
}

/** What changed between two discriminators on the same property. */
export function tagChanges(before: Tags, after: Tags, space: Schemas, mode: Mode): TagChanges {
  const pins = (tag: Tag): boolean => {
    const norm = space.norm(tag.ref, mode);
    const found = effective(space, norm, before.property);
    return found !== undefined && space.norm(found.schema, mode).values !== undefined;
  };
  const olds = [...before.values.values()];
  const elsewhere = (old: Tag, now: Tag): boolean =>
    old.name !== now.name &&
    old.ref.key !== now.ref.key &&
    olds.some(other => other !== old && (other.name === now.name || other.ref.key === now.ref.key));
  return {
    removed: [...before.values.keys()].filter(value => !after.values.has(value)),
    added: [...after.values.keys()].filter(value => !before.values.has(value)),
    moved: [...before.values]
      .filter(([value, old]) => {
        const now = after.values.get(value);
        return now !== undefined && elsewhere(old, now);
      })
      .map(([value]) => value),
    advice: olds.length > 0 && olds.every(pins),
  };
}
