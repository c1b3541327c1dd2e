import { Norm } from '../normalize/norm';

/** Facets only containment can judge, with the keyword they are known by. */
export const CONSTRAINTS = [
  ['contains', 'contains'],
  ['names', 'propertyNames'],
  ['nots', 'not'],
  ['conditions', 'if'],
  ['opaque', 'unevaluatedProperties'],
  ['dependentRequired', 'dependentRequired'],
  ['dependentSchemas', 'dependentSchemas'],
] as const;

/** Whether `from` demands something under this facet that `other` does not demand in the same words. */
export function missing(from: Norm, other: Norm, facet: (typeof CONSTRAINTS)[number][0]): boolean {
  if (facet === 'dependentRequired') {
    return [...from.dependentRequired].some(([name, needs]) =>
      [...needs].some(need => !other.dependentRequired.get(name)?.has(need)),
    );
  }
  if (facet === 'dependentSchemas') {
    return [...from.dependentSchemas].some(
      ([name, schema]) => other.dependentSchemas.get(name)?.key !== schema.key,
    );
  }
  const kept: ReadonlyArray<{ key: number }> = other[facet];
  return from[facet].some((item: { key: number }) => !kept.some(own => own.key === item.key));
}
