import { isObject, Loc, own } from '../model/reader';
import { Raw, Ref, Tag, Tags } from './norm';

/** Reads `discriminator` of a schema; the branches beside it give the values that no mapping spells out. */
export function tagsOf(
  raw: Raw,
  value: Record<string, unknown>,
  sub: (raw: Raw, value: unknown, loc: Loc) => Ref,
): Tags | undefined {
  const discriminator = own(value, 'discriminator');
  const property = typeof discriminator === 'string' ? discriminator : own(discriminator, 'propertyName');
  if (typeof property !== 'string') return undefined;
  const values = new Map<string, Tag>();
  const mapping = own(discriminator, 'mapping');
  const selected = (target: unknown): Tag | undefined => {
    if (typeof target !== 'string') return undefined;
    const found = /[#/.]/.test(target) ? raw.side.target(raw, target) : raw.side.component(target);
    return found && { name: nameOf(target), ref: { key: found.key, raws: [found] }, implied: false };
  };
  for (const [tag, target] of isObject(mapping) ? Object.entries(mapping) : []) {
    const found = selected(target);
    if (found) values.set(tag, found);
  }
  const mapped = new Set([...values.values()].map(tag => tag.name));
  for (const keyword of ['oneOf', 'anyOf']) {
    const branches = value[keyword];
    if (!Array.isArray(branches)) continue;
    for (const [i, branch] of branches.entries()) {
      const ref = own(branch, '$ref');
      if (typeof ref !== 'string' || mapped.has(nameOf(ref)) || values.has(nameOf(ref))) continue;
      const at = raw.loc.child(keyword).child(i);
      values.set(nameOf(ref), { name: nameOf(ref), ref: sub(raw, branch, at), implied: true });
    }
  }
  const fallback = selected(own(discriminator, 'defaultMapping'));
  return { property, values, ...(fallback ? { fallback } : {}) };
}

/** The last part of a reference without the ending of a file: `Cat`. */
export function nameOf(target: string): string {
  const last = target.slice(target.lastIndexOf('/') + 1);
  return last.replace(/\.(json|ya?ml)$/i, '');
}

/** Names by which alternatives are referred to. */
export function branchNames(value: Record<string, unknown>): string[] {
  const branches = [value.oneOf, value.anyOf].flatMap(list => (Array.isArray(list) ? list : []));
  return branches
    .map(branch => own(branch, '$ref'))
    .filter((ref): ref is string => typeof ref === 'string')
    .map(nameOf)
    .sort();
}
