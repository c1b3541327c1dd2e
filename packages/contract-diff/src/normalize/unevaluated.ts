import { Json } from '../model/reader';
import { Norm, ObjectFacet, Raw, Ref } from './norm';
import type { Schemas } from './schemas';

/**
 * `unevaluatedProperties` and `unevaluatedItems`. Where everything in place is a conjunction they say what
 * `additionalProperties` and `items` say over all names together; beside alternatives they stay opaque.
 */
export function closeUnevaluated(space: Schemas, norm: Norm, raw: Raw, value: Json): Norm {
  let out = norm;
  const branching = norm.unions.length > 0 || norm.conditions.length > 0 || norm.dependentSchemas.size > 0;
  for (const keyword of ['unevaluatedProperties', 'unevaluatedItems'] as const) {
    if (value[keyword] === undefined) continue;
    const schema = space.sub(raw, value[keyword], raw.loc.child(keyword));
    if (schema.key === space.any.key && !branching && keyword === 'unevaluatedItems') continue;
    if (branching) {
      const key = space.interner.id(`opaque ${keyword} ${raw.key}`);
      out = { ...out, opaque: [...out.opaque, { key, keyword, inside: norm, schema }] };
    } else if (keyword === 'unevaluatedProperties') {
      out = withProperties(space, out, schema);
    } else {
      out = withItems(space, out, schema);
    }
  }
  return out;
}

/** Names that no facet of the normal form speaks of must be of `schema`. */
export function withProperties(space: Schemas, norm: Norm, schema: Ref): Norm {
  // One facet that says something about every name has evaluated all of them.
  if (norm.objects.some(facet => facet.additional)) return norm;
  const facet: ObjectFacet = {
    properties: new Map(norm.objects.flatMap(o => [...o.properties.keys()]).map(name => [name, space.any])),
    patterns: norm.objects.flatMap(o => o.patterns.map(([pattern]) => [pattern, space.any] as const)),
    additional: schema,
  };
  return { ...norm, objects: [...norm.objects, facet] };
}

function withItems(space: Schemas, norm: Norm, schema: Ref): Norm {
  if (norm.arrays.some(facet => facet.items) || norm.contains.length > 0) return norm;
  const longest = Math.max(0, ...norm.arrays.map(facet => facet.prefix.length));
  if (schema.key === space.never.key) return { ...norm, maxItems: Math.min(norm.maxItems, longest) };
  return {
    ...norm,
    arrays: [...norm.arrays, { prefix: new Array<Ref>(longest).fill(space.any), items: schema }],
  };
}
