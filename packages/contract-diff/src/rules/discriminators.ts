import { effective } from '../contain/properties';
import { Mode, Tag, Tags } from '../normalize/norm';
import { Schemas } from '../normalize/schemas';
import { Report } from './define';

/** Two versions of a discriminator, value by value. */
export interface TagChanges {
  removed: string[];
  added: string[];
  /** Of the added ones, those that select what no value used to select, or take over from a value that went. */
  unheard: ReadonlySet<string>;
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
  const removed = [...before.values.keys()].filter(value => !after.values.has(value));
  const added = [...after.values.keys()].filter(value => !before.values.has(value));
  const same = (a: Tag, b: Tag): boolean => a.name === b.name || a.ref.key === b.ref.key;
  // A name that nobody wrote down is no announcement: where a mapping went, its schema is still told apart somehow.
  const known = (now: Tag): boolean =>
    [...before.values].some(
      ([value, old]) => same(old, now) && (!removed.includes(value) || (now.implied && !old.implied)),
    );
  return {
    removed,
    added,
    unheard: new Set(
      [...after.values].flatMap(([value, now]) => (added.includes(value) && !known(now) ? [value] : [])),
    ),
    moved: [...before.values]
      .filter(([value, old]) => {
        const now = after.values.get(value);
        return now !== undefined && elsewhere(old, now);
      })
      .map(([value]) => value),
    advice: olds.length > 0 && olds.every(pins),
  };
}

/** What a value selects in one version, for the proof: a message that carries it, and the values the other side knows. */
export function selection(value: string, there: Tags, other: Tags): Report['selects'] {
  const tag = there.values.get(value);
  if (!tag) return undefined;
  return {
    property: there.property,
    value,
    branch: tag.ref,
    name: tag.name,
    known: [...other.values.keys()],
  };
}
