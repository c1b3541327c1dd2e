import { Loc, own } from '../model/reader';
import { Norm, Ref } from '../normalize/norm';

/** Where a keyword of a schema stands in its document: behind references, and in the part of `allOf` that holds it. */
export function placeOf(norm: Norm, keyword: string | undefined, stands?: Ref): Loc | undefined {
  const raws = (stands?.raws ?? norm.raws).map(target);
  for (const raw of [...raws, ...norm.raws]) {
    if (keyword !== undefined && own(raw.value, keyword) !== undefined) return raw.loc.child(keyword);
  }
  return raws[0]?.loc ?? norm.raws[0]?.loc;
}

/** The schema a bare reference leads to; the reference itself where it stands beside other keywords. */
function target(raw: Ref['raws'][number]): Ref['raws'][number] {
  let at = raw;
  for (let hops = 0; hops < 32; hops++) {
    const ref = own(at.value, '$ref');
    const next = typeof ref === 'string' ? at.side.target(at, ref) : undefined;
    if (!next || next === at) return at;
    at = next;
  }
  return at;
}
