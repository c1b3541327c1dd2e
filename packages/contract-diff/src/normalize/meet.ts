import { Bound, Norm, Ref } from './norm';
import { typeOf } from './types';

/** Both at once. The caller gives the result its key and says how two schemas become one. */
export function meet(a: Norm, b: Norm, key: number, conj: (left: Ref, right: Ref) => Ref): Norm {
  if (a.key === b.key) return a;
  const types = a.types & b.types;
  return {
    key,
    types,
    ...meetValues(a, b),
    min: tighter(a.min, b.min, 1),
    max: tighter(a.max, b.max, -1),
    multiples: joined(a.multiples, b.multiples),
    minLength: Math.max(a.minLength, b.minLength),
    maxLength: Math.min(a.maxLength, b.maxLength),
    patterns: joined(a.patterns, b.patterns),
    formats: joined(a.formats, b.formats),
    encodings: joined(a.encodings, b.encodings),
    minItems: Math.max(a.minItems, b.minItems),
    maxItems: Math.min(a.maxItems, b.maxItems),
    unique: a.unique || b.unique,
    arrays: joined(a.arrays, b.arrays),
    contains: byKey(a.contains, b.contains),
    minProperties: Math.max(a.minProperties, b.minProperties),
    maxProperties: Math.min(a.maxProperties, b.maxProperties),
    required: unite(a.required, b.required),
    objects: joined(a.objects, b.objects),
    names: byKey(a.names, b.names),
    dependentRequired: mergeMaps(a.dependentRequired, b.dependentRequired, unite),
    dependentSchemas: mergeMaps(a.dependentSchemas, b.dependentSchemas, conj),
    unions: byKey(a.unions, b.unions),
    nots: byKey(a.nots, b.nots),
    conditions: byKey(a.conditions, b.conditions),
    opaque: byKey(a.opaque, b.opaque),
    notes: {
      deprecated: a.notes.deprecated || b.notes.deprecated,
      sunset: a.notes.sunset ?? b.notes.sunset,
      replacedBy: a.notes.replacedBy ?? b.notes.replacedBy,
      default: a.notes.default ?? b.notes.default,
      extensibleEnum: a.notes.extensibleEnum || b.notes.extensibleEnum,
      deprecatedValues: a.notes.deprecatedValues ?? b.notes.deprecatedValues,
      title: a.notes.title ?? b.notes.title,
      xml: a.notes.xml ?? b.notes.xml,
      content: a.notes.content ?? b.notes.content,
      tags: a.notes.tags ?? b.notes.tags,
    },
    raws: joined(a.raws, b.raws),
  };
}

function meetValues(a: Norm, b: Norm): Pick<Norm, 'values' | 'valueTypes'> {
  if (!a.values) return { values: b.values, valueTypes: b.valueTypes };
  if (!b.values) return { values: a.values, valueTypes: a.valueTypes };
  const values = new Map<string, unknown>();
  // A value counts when each side that restricts its type has it.
  for (const [from, other] of [
    [a, b],
    [b, a],
  ] as const) {
    for (const [text, value] of from.values ?? []) {
      const bit = typeOf(value);
      if (!(other.valueTypes & bit) || other.values?.has(text)) values.set(text, value);
    }
  }
  return { values, valueTypes: a.valueTypes | b.valueTypes };
}

/** The bound that admits less; `sign` is 1 for lower bounds. */
export function tighter(a: Bound | undefined, b: Bound | undefined, sign: 1 | -1): Bound | undefined {
  if (!a || !b) return a ?? b;
  if (a.value === b.value) return a.exclusive ? a : b;
  return (a.value - b.value) * sign > 0 ? a : b;
}

/**
 * Both without what they share. Keeps the array of the one side that has any, so that nothing is copied where nothing is
 * joined. What a schema reaches in two ways must not count twice: over many levels that would be a power of two.
 */
function joined<T>(a: readonly T[], b: readonly T[]): readonly T[] {
  if (b.length === 0) return a;
  if (a.length === 0) return b;
  return [...new Set([...a, ...b])];
}

function byKey<T extends { key: number }>(a: readonly T[], b: readonly T[]): readonly T[] {
  if (b.length === 0) return a;
  if (a.length === 0) return b;
  return [...new Map([...a, ...b].map(item => [item.key, item])).values()];
}

function unite<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): ReadonlySet<T> {
  if (b.size === 0) return a;
  if (a.size === 0) return b;
  return new Set([...a, ...b]);
}

function mergeMaps<V>(
  a: ReadonlyMap<string, V>,
  b: ReadonlyMap<string, V>,
  both: (left: V, right: V) => V,
): ReadonlyMap<string, V> {
  if (b.size === 0) return a;
  if (a.size === 0) return b;
  const out = new Map(a);
  for (const [key, value] of b) out.set(key, a.has(key) ? both(a.get(key) as V, value) : value);
  return out;
}
