import { isObject, own } from '../model/reader';
import { canonical } from './interner';
import { ANYTHING, Discriminator, Mode, Norm, Raw, Ref, Union } from './norm';
import type { Schemas } from './schemas';
import { toldApart } from './toldApart';
import { ARR, BOOL, NULL, NUM, OBJ, STR } from './types';

interface Branch {
  ref: Ref;
  norm: Norm;
}

/**
 * `anyOf` and `oneOf` as a normal form. Branches of different types fall apart into facets (`anyOf: [string, integer]`
 * is `type: [string, integer]`), enumerations become one enumeration, a single branch is itself; what remains is a
 * disjunction that binds the types it is about.
 */
export function unite(
  space: Schemas,
  kind: Union['kind'],
  refs: readonly Ref[],
  mode: Mode,
  raw: Raw,
  discriminator: unknown,
): Norm {
  const branches = refs
    .map(ref => ({ ref, norm: space.norm(ref, mode) }))
    .filter(branch => branch.norm.types !== 0);
  const unique = kind === 'oneOf' ? branches : [...new Map(branches.map(b => [b.ref.key, b])).values()];
  if (unique.length === 0) return space.nothing([raw]);
  if (unique.length === 1) return unique[0].norm;
  const label = unique
    .map(branch => branch.ref.key)
    .sort((a, b) => a - b)
    .join(',');
  const key = space.interner.id(`unite ${kind} ${mode} ${label} ${canonical(discriminator ?? null)}`);
  let norm: Norm = { ...ANYTHING, key, types: 0, raws: [] };
  for (const group of components(unique)) {
    if (group.length === 1 && mergeable(group[0].norm)) norm = absorb(norm, group[0].norm);
    else if (group.every(branch => isFinite(branch.norm)))
      norm = absorb(
        norm,
        enumeration(
          group.map(b => b.norm),
          kind,
        ),
      );
    else {
      const mask = group.reduce((bits, branch) => bits | branch.norm.types, 0);
      const described = readDiscriminator(group, raw, discriminator);
      const apart = mask !== OBJ || toldApart(group.flatMap(branch => branch.ref.raws));
      const read = apart ? kind : 'anyOf';
      const union: Union = {
        key: space.interner.id(
          `union ${read} ${mask} ${group
            .map(b => b.ref.key)
            .sort((a, b) => a - b)
            .join(',')}`,
        ),
        kind: read,
        mask,
        branches: group.map(branch => branch.ref),
        discriminator: described,
      };
      norm = { ...norm, types: norm.types | mask, unions: [...norm.unions, union] };
    }
  }
  return norm;
}

/** Branches grouped so that two groups never share a type. Integers and fractions count as one type here. */
function components(branches: readonly Branch[]): Branch[][] {
  let groups: Array<{ mask: number; members: Branch[] }> = [];
  for (const branch of branches) {
    const mask = branch.norm.types & NUM ? branch.norm.types | NUM : branch.norm.types;
    const touching = groups.filter(group => group.mask & mask);
    groups = groups.filter(group => !(group.mask & mask));
    groups.push({
      mask: touching.reduce((bits, group) => bits | group.mask, mask),
      members: [...touching.flatMap(group => group.members), branch],
    });
  }
  return groups.map(group => group.members);
}

function mergeable(norm: Norm): boolean {
  return norm.nots.length === 0 && norm.conditions.length === 0 && norm.opaque.length === 0;
}

/** A finite set of scalars, fully spelled out. */
function isFinite(norm: Norm): boolean {
  return (
    mergeable(norm) &&
    norm.unions.length === 0 &&
    (norm.types & ~(NULL | norm.valueTypes)) === 0 &&
    !(norm.types & (OBJ | ARR))
  );
}

function enumeration(norms: readonly Norm[], kind: Union['kind']): Norm {
  const seen = new Map<string, { value: unknown; times: number }>();
  let nulls = 0;
  let types = 0;
  for (const norm of norms) {
    if (norm.types & NULL) nulls++;
    types |= norm.types;
    for (const [text, value] of norm.values ?? [])
      seen.set(text, { value, times: (seen.get(text)?.times ?? 0) + 1 });
  }
  const admitted = (times: number): boolean => times > 0 && (kind === 'anyOf' || times === 1);
  const values = new Map([...seen].filter(([, s]) => admitted(s.times)).map(([text, s]) => [text, s.value]));
  if (!admitted(nulls)) types &= ~NULL;
  return { ...ANYTHING, types, values, valueTypes: types & ~NULL, raws: norms.flatMap(norm => norm.raws) };
}

/** Adds the facets of `from` for the types it allows; the two share no type. */
function absorb(norm: Norm, from: Norm): Norm {
  const out: Norm = { ...norm, types: norm.types | from.types };
  if (from.values) {
    out.values = new Map([...(norm.values ?? []), ...from.values]);
    out.valueTypes = norm.valueTypes | (from.valueTypes & from.types);
  }
  if (from.types & NUM) Object.assign(out, pick(from, ['min', 'max', 'multiples']));
  if (from.types & STR) Object.assign(out, pick(from, ['minLength', 'maxLength', 'patterns', 'encodings']));
  if (from.types & (STR | NUM)) out.formats = [...norm.formats, ...from.formats];
  if (from.types & ARR)
    Object.assign(out, pick(from, ['minItems', 'maxItems', 'unique', 'arrays', 'contains']));
  if (from.types & OBJ) {
    Object.assign(
      out,
      pick(from, [
        'minProperties',
        'maxProperties',
        'required',
        'objects',
        'names',
        'dependentRequired',
        'dependentSchemas',
      ]),
    );
  }
  out.unions = [...norm.unions, ...from.unions.map(union => ({ ...union, mask: union.mask & from.types }))];
  out.raws = from.types & ~(NULL | BOOL) || norm.raws.length === 0 ? [...norm.raws, ...from.raws] : norm.raws;
  if (norm.raws.length === 0) out.notes = from.notes;
  return out;
}

function pick<K extends keyof Norm>(norm: Norm, names: readonly K[]): Pick<Norm, K> {
  return Object.fromEntries(names.map(name => [name, norm[name]])) as Pick<Norm, K>;
}

/** Discriminator values per branch: the mapping's, else the name the branch is referenced by. */
function readDiscriminator(
  group: readonly Branch[],
  raw: Raw,
  discriminator: unknown,
): Discriminator | undefined {
  const property = typeof discriminator === 'string' ? discriminator : own(discriminator, 'propertyName');
  if (typeof property !== 'string') return undefined;
  const values = new Map<number, string[]>();
  const mapping = own(discriminator, 'mapping');
  for (const [value, target] of isObject(mapping) ? Object.entries(mapping) : []) {
    if (typeof target !== 'string') continue;
    const found = /[#/.]/.test(target) ? raw.side.target(raw, target) : raw.side.component(target);
    if (found) values.set(found.key, [...(values.get(found.key) ?? []), value].sort());
  }
  for (const branch of group) {
    const name = branch.ref.raws[0] && nameOf(branch.ref.raws[0]);
    if (!values.has(branch.ref.key) && name) values.set(branch.ref.key, [name]);
  }
  return { property, values };
}

function nameOf(raw: Raw): string | undefined {
  const ref = own(raw.value, '$ref');
  const path = typeof ref === 'string' ? ref : raw.loc.pointer;
  return /(?:schemas|definitions)\/([^/]+)$/.exec(path)?.[1];
}
