import { ANYTHING, Mode, Norm, Ref } from './norm';
import type { Schemas } from './schemas';
import { ALL, NUM, OBJ, STR } from './types';

/** `not` as a normal form: simple negations become facets, the rest stays a negation. */
export function negate(space: Schemas, ref: Ref, mode: Mode): Norm {
  const inner = space.norm(ref, mode);
  if (inner.types === 0) return space.anything(ref.raws);
  if (inner.key === space.any.key) return space.nothing(ref.raws);
  const key = space.interner.id(`not ${ref.key} ${mode}`);
  const base: Norm = { ...ANYTHING, key, raws: ref.raws };
  if (isOnly(inner, 'types')) return { ...base, types: ALL & ~inner.types };
  if (inner.types === ALL && isOnly(inner, 'nots') && inner.nots.length === 1)
    return space.norm(inner.nots[0], mode);
  if (isOnly(inner, 'required') && inner.required.size === 1 && inner.types & OBJ) {
    const [name] = inner.required;
    // What is not an object satisfies `required`, so its negation refuses it, unless the inner schema did.
    return {
      ...base,
      types: inner.types === ALL ? OBJ : ALL,
      objects: [{ properties: new Map([[name, space.never]]), patterns: [], additional: undefined }],
    };
  }
  const turned = turnedBound(inner);
  if (turned) return { ...base, ...turned };
  return { ...base, nots: [ref] };
}

/** The negation of a single limit is the opposite limit, for values of that type; others satisfied it. */
function turnedBound(inner: Norm): Partial<Norm> | undefined {
  const types = (bit: number): number | undefined => {
    if (inner.types === ALL) return bit;
    return inner.types === bit ? ALL : undefined;
  };
  const [text, number] = [types(STR), types(NUM)];
  if (text !== undefined && inner.minLength > 0 && isOnly(inner, 'minLength'))
    return { types: text, maxLength: inner.minLength - 1 };
  if (text !== undefined && inner.maxLength < Infinity && isOnly(inner, 'maxLength'))
    return { types: text, minLength: inner.maxLength + 1 };
  if (number !== undefined && inner.min && isOnly(inner, 'min'))
    return { types: number, max: { value: inner.min.value, exclusive: !inner.min.exclusive } };
  if (number !== undefined && inner.max && isOnly(inner, 'max'))
    return { types: number, min: { value: inner.max.value, exclusive: !inner.max.exclusive } };
  return undefined;
}

/** True when nothing but `types` and one other facet is said. */
export function isOnly(norm: Norm, facet: keyof Norm): boolean {
  return (Object.keys(ANYTHING) as Array<keyof Norm>).every(name => {
    if (name === 'key' || name === 'notes' || name === 'raws' || name === 'types' || name === facet)
      return true;
    const value = norm[name];
    const rest = ANYTHING[name];
    if (Array.isArray(value)) return value.length === 0;
    if (value instanceof Set || value instanceof Map) return value.size === 0;
    return value === rest;
  });
}
