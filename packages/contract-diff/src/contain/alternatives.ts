import { canonical } from '../normalize/interner';
import { negate } from '../normalize/negate';
import { Norm, Opaque, Ref, Union } from '../normalize/norm';
import { withProperties } from '../normalize/unevaluated';
import { FRAC, INT, NUM, OBJ } from '../normalize/types';
import { Decider } from './decider';
import { disjoint } from './disjoint';
import { NONE } from './instance';
import { declaredNames, effective } from './properties';
import { every, no, Result, unknown, YES } from './result';

/** Values of a tag that are looked at one by one. */
const MAX_SPLIT = 24;

/** Every branch of the writer's disjunction must be taken. */
export function expand(p: Decider, a: Norm, b: Norm): Result {
  const [union] = a.unions;
  const base = p.space.derive(a, `without ${union.key}`, { unions: a.unions.slice(1) });
  const outer = a;
  return every(
    union.branches.map(branch => () => {
      const met = p.space.meet(base, p.space.norm(branch, p.mode));
      const result = p.check(p.space.restrict(met, a.types), b);
      if (result.answer !== 'no' || union.kind === 'anyOf') return result;
      return p.admits(outer, result.value) === true
        ? result
        : unknown('alternatives of the writer may overlap');
    }),
  );
}

/** Cuts `a` into parts that are easier to place: integers from fractions, one value of a tag from the next. */
function splitUp(p: Decider, a: Norm, union: Union): Norm[] | undefined {
  if ((a.types & NUM) === NUM) return [INT, FRAC].map(bit => p.space.restrict(a, bit));
  return union.branches.length < 2 ? undefined : byTag(p, a);
}

/** One part for each value of a member that has to be there and has few of them. */
function byTag(p: Decider, a: Norm): Norm[] | undefined {
  if (!(a.types & OBJ)) return undefined;
  for (const name of a.required) {
    const refs = a.objects
      .map(facet => facet.properties.get(name))
      .filter((ref): ref is Ref => ref !== undefined);
    const tag = refs.length > 0 ? p.space.norm(p.space.conj(refs), p.mode) : undefined;
    const values = tag?.values && (tag.types & ~tag.valueTypes) === 0 ? [...tag.values.values()] : [];
    if (values.length < 2 || values.length > MAX_SPLIT) continue;
    return values.map(value => p.space.withMember(a, name, value));
  }
  return undefined;
}

/** One branch takes everything, or each part of what comes is taken by some branch. */
export function intoUnion(p: Decider, a: Norm, union: Union): Result {
  const target = p.space.slice(p.space.anything([]), `union ${union.key} ${union.mask}`, {
    unions: [{ ...union, mask: a.types }],
  });
  const branches = union.branches.map(branch => p.space.restrict(p.space.norm(branch, p.mode), a.types));
  const results: Result[] = [];
  for (const [i, branch] of branches.entries()) {
    const result = p.check(a, branch);
    results.push(result);
    if (result.answer !== 'yes') continue;
    if (union.kind === 'anyOf' || union.discriminator) return YES;
    const others = branches.filter((_, j) => j !== i);
    const clash = others.filter(other => !disjoint(p.space, a, other, p.mode));
    if (clash.length === 0) return YES;
    for (const other of clash) {
      const value = p.make(p.space.meet(a, other));
      if (value !== NONE && p.refutes(a, target, value)) return no(value);
    }
    return unknown('a value may match more than one branch of oneOf');
  }
  const parts = splitUp(p, a, union);
  if (parts) return every(parts.map(part => () => intoUnion(p, part, union)));
  for (const result of results) {
    if (result.answer === 'no' && p.refutes(a, target, result.value)) return result;
  }
  for (const [i, result] of results.entries()) {
    // A value that one branch refuses may be taken by another: aim at the refused part of what is left.
    if (result.answer === 'no') {
      const value = p.make(a, { not: new Map([[canonical(result.value), result.value]]) });
      if (value !== NONE && i < 8 && p.refutes(a, target, value)) return no(value);
    }
  }
  // What has the members of two branches fits neither, where both are closed.
  const names = a.types & OBJ ? [...declaredNames(a)].slice(0, MAX_SPLIT) : [];
  for (const left of [[], ...names.map(name => [name])]) {
    const members = new Map(
      names.filter(name => !left.includes(name)).map(name => [name, sampleOf(p, a, name)] as const),
    );
    const value = [...members.values()].includes(NONE) ? NONE : p.make(a, { members });
    if (value !== NONE && p.refutes(a, target, value)) return no(value);
  }
  return unknown('the value may be spread over several branches');
}

/** What `b` leaves to `unevaluatedProperties` beside its alternatives. */
export function unevaluated(p: Decider, a: Norm, b: Norm, item: Opaque): Result {
  const { inside, schema } = item;
  const names = [...declaredNames(a)].map(name => ({ members: new Map([[name, sampleOf(p, a, name)]]) }));
  const unsure = `'${item.keyword}' beside alternatives is beyond what can be decided`;
  const [union, ...others] = inside?.unions.filter(one => one.mask & OBJ) ?? [];
  if (inside && schema && union && others.length + inside.conditions.length === 0) {
    const base = p.space.derive(inside, 'no alternatives', { unions: [] });
    // Only the names of the branch that is taken count, so each branch can be closed by itself.
    const closed = (ref: Ref): Norm => {
      const met = p.space.meet(base, p.space.norm(ref, p.mode));
      return p.space.derive(met, `closed by ${schema.key}`, {
        objects: withProperties(p.space, met, schema).objects,
      });
    };
    if (union.branches.some(ref => p.check(a, closed(ref)).answer === 'yes')) return YES;
  }
  return p.confirm(a, b, [{}, ...names], unsure);
}

function sampleOf(p: Decider, a: Norm, name: string): unknown {
  const demanded = effective(p.space, a, name)?.schema ?? p.space.any;
  return p.make(p.space.norm(demanded, p.mode), { hint: name });
}

/** Nothing that comes is what is refused. */
export function outside(p: Decider, a: Norm, b: Norm, ref: Ref): Result {
  const refused = p.space.norm(ref, p.mode);
  if (disjoint(p.space, a, refused, p.mode)) return YES;
  // What `a` refuses already may hold all of it. Closed objects are read as open in responses, so not for objects.
  const plain = p.mode === 'request' || !(refused.types & OBJ);
  const refusedAlready = (own: Ref): boolean =>
    p.check(p.space.restrict(refused, a.types), p.space.norm(own, p.mode)).answer === 'yes';
  if (plain && a.nots.some(refusedAlready)) return YES;
  const value = p.make(p.space.meet(a, refused));
  if (value !== NONE && p.refutes(a, b, value)) return no(value);
  return p.confirm(a, b, [{}], "'not' could not be decided");
}

/** `if`/`then`/`else` of the reader. */
export function conditional(
  p: Decider,
  a: Norm,
  b: Norm,
  condition: { test: Ref; then: Ref | undefined; otherwise: Ref | undefined },
): Result {
  const norm = (ref: Ref | undefined): Norm => p.space.norm(ref ?? p.space.any, p.mode);
  const test = norm(condition.test);
  const apart = disjoint(p.space, a, test, p.mode);
  const inside = !apart && p.check(a, test).answer === 'yes';
  // Where the writer asks the same question, what it says then holds, too.
  const own = a.conditions.find(other => other.test.key === condition.test.key);
  const [met, missed] = [own?.then, own?.otherwise].map(said => (said ? p.space.meet(a, norm(said)) : a));
  const untrue = p.space.meet(missed, negate(p.space, condition.test, p.mode));
  const whenTrue = apart ? YES : p.check(p.space.meet(met, test), norm(condition.then));
  const whenFalse = inside ? YES : p.check(untrue, norm(condition.otherwise));
  if (whenTrue.answer === 'yes' && whenFalse.answer === 'yes') return YES;
  for (const result of [whenTrue, whenFalse]) {
    if (result.answer === 'no' && p.refutes(a, b, result.value)) return result;
  }
  const parts = byTag(p, a);
  const result = parts && every(parts.map(part => () => conditional(p, part, b, condition)));
  if (result?.answer === 'yes' || (result?.answer === 'no' && p.refutes(a, b, result.value))) return result;
  return unknown("'if' could not be decided");
}
