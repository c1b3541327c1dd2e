import { Norm, ObjectFacet, Ref } from '../normalize/norm';
import { Schemas } from '../normalize/schemas';
import { NULL, OBJ } from '../normalize/types';
import { compile } from '../pattern';

/** What a schema demands of the member `name`. */
export interface Effective {
  schema: Ref;
  /** The name is declared by no facet and matched by no pattern: only catch-alls speak. */
  unknownName: boolean;
}

/** Everything that is demanded of the member `name`; `undefined` when nothing is. */
export function effective(space: Schemas, norm: Norm, name: string): Effective | undefined {
  const parts: Ref[] = [];
  let unknownName = true;
  for (const facet of norm.objects) {
    const declared = facet.properties.get(name);
    if (facet.patterns.length === 0) {
      if (declared) parts.push(declared);
      else if (facet.additional) parts.push(facet.additional);
      if (declared) unknownName = false;
      continue;
    }
    const matched = facet.patterns.filter(([pattern]) => compile(pattern)?.test(name)).map(([, ref]) => ref);
    if (declared) parts.push(declared);
    parts.push(...matched);
    if (declared || matched.length > 0) unknownName = false;
    else if (facet.additional) parts.push(facet.additional);
  }
  return parts.length === 0 ? undefined : { schema: space.conj(parts), unknownName };
}

/** Whether one schema object says anything about a member of this name. */
export function speaksOf(facet: ObjectFacet, name: string): boolean {
  return (
    facet.additional !== undefined ||
    facet.properties.has(name) ||
    facet.patterns.some(([pattern]) => compile(pattern)?.test(name))
  );
}

/** Names some facet declares. */
export function declaredNames(norm: Norm): Set<string> {
  const names = new Set<string>();
  for (const facet of norm.objects) for (const name of facet.properties.keys()) names.add(name);
  return names;
}

/** What is said about names that nobody declares and no pattern matches; `undefined`: nothing. */
export function rest(space: Schemas, norm: Norm): Ref | undefined {
  const parts = norm.objects.map(facet => facet.additional).filter((ref): ref is Ref => ref !== undefined);
  return parts.length === 0 ? undefined : space.conj(parts);
}

/**
 * What a writer may send under names that nobody declares; `undefined`: nothing. An object of which nothing at all is
 * declared is free-form: there is no other way to send one that holds something.
 */
export function invited(space: Schemas, norm: Norm): Ref | undefined {
  return rest(space, norm) ?? (isFreeForm(norm) ? space.any : undefined);
}

function isFreeForm(norm: Norm): boolean {
  const said = [norm.objects, norm.names, norm.unions, norm.nots, norm.conditions, norm.opaque];
  return (
    (norm.types & OBJ) !== 0 &&
    (norm.types & ~(OBJ | NULL)) === 0 &&
    (norm.valueTypes & OBJ) === 0 &&
    norm.required.size + norm.dependentRequired.size + norm.dependentSchemas.size === 0 &&
    said.every(list => list.length === 0)
  );
}

/** Whether a writer may send a member under this name: it is declared, matched by a pattern, or invited. */
export function mayWrite(space: Schemas, norm: Norm, name: string): boolean {
  return effective(space, norm, name) !== undefined || isFreeForm(norm);
}

/** What an object's elements at `index` must be; `undefined`: anything. */
export function elementAt(space: Schemas, norm: Norm, index: number): Ref | undefined {
  const parts = norm.arrays
    .map(facet => facet.prefix[index] ?? facet.items)
    .filter((ref): ref is Ref => ref !== undefined);
  return parts.length === 0 ? undefined : space.conj(parts);
}

/** Number of positions that have a schema of their own. */
export function prefixLength(norm: Norm): number {
  return Math.max(0, ...norm.arrays.map(facet => facet.prefix.length));
}
