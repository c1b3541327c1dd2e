import { canonical } from '../normalize/hash';
import { Mode, Norm, Ref, Union } from '../normalize/norm';
import { Schemas } from '../normalize/schemas';
import {
  ARR,
  BOOL,
  FRAC,
  INT,
  NULL,
  NUM,
  OBJ,
  STR,
  TYPE_GROUPS,
  typeNames,
  typeOf,
} from '../normalize/types';
import { arrayWithin, objectWithin, Within } from './collections';
import { disjoint, isEmpty } from './disjoint';
import { admits } from './evaluate';
import { Maker, NONE, Wish } from './instance';
import { every, no, Result, unknown, YES } from './result';
import { Confirm, numberWithin, stringWithin } from './scalars';

/** Steps one question may cost before it is answered *unknown*. */
const FUEL = 2_000;
const MAX_NESTING = 60;
const MAX_SPLIT = 24;

/**
 * Decides whether everything a writer following `a` may send is taken by a reader following `b`. Recursive schemas
 * are compared coinductively: a pair that is being compared is assumed to hold, and what rests on an assumption that
 * fails is forgotten.
 */
export class Prover {
  private readonly known = new Map<string, Result>();
  private readonly open = new Map<string, number>();
  /** Lowest open pair that the current answer leans on. */
  private leaning = Infinity;
  private fuel = 0;
  private readonly maker: Maker;
  private readonly reader: { mode: Mode; open: boolean };
  private readonly writer: { mode: Mode; open: false };

  constructor(
    readonly space: Schemas,
    readonly mode: Mode,
  ) {
    this.maker = new Maker(space, mode);
    this.writer = { mode, open: false };
    this.reader = { mode, open: mode === 'response' };
  }

  /** The question for two normal forms. */
  contained(a: Norm, b: Norm): Result {
    if (this.open.size === 0) this.fuel = FUEL;
    return this.check(a, b);
  }

  /** A small value of the schema, or {@link NONE}. */
  make(norm: Norm, wish: Wish = {}): unknown {
    return this.maker.make(norm, wish);
  }

  /** True when a writer of `a` can send `value` and a reader of `b` refuses it. */
  refutes(a: Norm, b: Norm, value: unknown): boolean {
    return (
      admits(this.space, a, value, this.writer) === true &&
      admits(this.space, b, value, this.reader) === false
    );
  }

  admits(norm: Norm, value: unknown): boolean | undefined {
    return admits(this.space, norm, value, this.writer);
  }

  private check(a: Norm, b: Norm): Result {
    if (a.key === b.key || b.key === this.space.any.key || a.types === 0) return YES;
    const id = `${a.key} ${b.key}`;
    const known = this.known.get(id);
    if (known) return known;
    const assumed = this.open.get(id);
    if (assumed !== undefined) {
      this.leaning = Math.min(this.leaning, assumed);
      return YES;
    }
    const depth = this.open.size;
    if (depth > MAX_NESTING || this.fuel-- <= 0)
      return unknown('the schemas are too large to compare completely');
    const outer = this.leaning;
    this.leaning = Infinity;
    this.open.set(id, depth);
    const result = this.compute(a, b);
    this.open.delete(id);
    // A *no* is checked by value and stands by itself; a *yes* stands when it leans on nothing below.
    if (result.answer === 'no' || this.leaning >= depth) this.known.set(id, result);
    this.leaning =
      result.answer === 'no' ? outer : Math.min(outer, this.leaning >= depth ? Infinity : this.leaning);
    return result;
  }

  private compute(a: Norm, b: Norm): Result {
    return every(TYPE_GROUPS.filter(group => a.types & group).map(group => () => this.group(a, b, group)));
  }

  private group(a: Norm, b: Norm, group: number): Result {
    const missing = a.types & group & ~b.types;
    const common = a.types & group & b.types;
    return every([
      () => {
        if (!missing) return YES;
        const only = this.space.restrict(a, missing);
        if (isEmpty(this.space, only, this.mode)) return YES;
        return this.confirm(only, b, [{}], `no ${typeNames(missing).join(' or ')} could be made`);
      },
      () =>
        common ? this.sameType(this.space.restrict(a, common), this.space.restrict(b, common), group) : YES,
    ]);
  }

  private sameType(a: Norm, b: Norm, group: number): Result {
    if (a.key === b.key) return YES;
    if (group === NULL) return this.each([null], a, b);
    if (a.values && (a.types & ~a.valueTypes) === 0) return this.each([...a.values.values()], a, b);
    if (group === BOOL) return this.each([true, false], a, b);
    if (isEmpty(this.space, a, this.mode)) return YES;
    const left = this.unlike(a, b);
    if (
      left.unions.length === 0 &&
      left.nots.length === 0 &&
      left.conditions.length === 0 &&
      left.opaque.length === 0
    ) {
      const result = this.facets(a, left, group);
      if (result.answer === 'yes' || a.unions.length === 0) return result;
      if (result.answer === 'no' && this.refutes(a, b, result.value)) return result;
    }
    if (a.unions.length > 0) return this.expand(a, b);
    return every([
      () => this.facets(a, left, group),
      ...left.unions.map(union => () => this.intoUnion(a, union)),
      ...left.nots.map(ref => () => this.outside(a, b, ref)),
      ...left.conditions.map(condition => () => this.conditional(a, b, condition)),
      ...left.opaque.map(
        item => () =>
          this.confirm(a, b, [{}], `'${item.keyword}' beside alternatives is beyond what can be decided`),
      ),
    ]);
  }

  private each(values: readonly unknown[], a: Norm, b: Norm): Result {
    return every(
      values
        .filter(value => typeOf(value) & a.types)
        .map(value => () => {
          const sent = admits(this.space, a, value, this.writer);
          if (sent === false) return YES;
          const taken = admits(this.space, b, value, this.reader);
          if (taken === true) return YES;
          return taken === false && sent
            ? no(value)
            : unknown(`whether ${canonical(value)} is admitted could not be decided`);
        }),
    );
  }

  /** What `b` demands beyond what `a` demands in the very same words. */
  private unlike(a: Norm, b: Norm): Norm {
    const fresh = <T extends { key: number }>(ours: readonly T[], theirs: readonly T[]): T[] =>
      theirs.filter(item => !ours.some(own => own.key === item.key));
    const change = {
      unions: fresh(a.unions, b.unions),
      nots: fresh(a.nots, b.nots),
      conditions: fresh(a.conditions, b.conditions),
      opaque: fresh(a.opaque, b.opaque),
    };
    return this.space.derive(b, `unlike ${a.key}`, change);
  }

  private facets(a: Norm, b: Norm, group: number): Result {
    const confirm: Confirm = (candidates, why) => {
      for (const value of candidates) if (this.refutes(a, b, value)) return no(value);
      return unknown(why);
    };
    return every([
      () =>
        b.values && b.valueTypes & a.types
          ? this.confirm(a, b, [{ not: b.values }], 'no value outside the enumeration could be made')
          : YES,
      () => {
        if (group === NUM) return numberWithin(a, b, confirm);
        if (group === STR) return stringWithin(a, b, confirm);
        if (group === ARR) return arrayWithin(a, b, this.within(a, b));
        return group === OBJ ? objectWithin(a, b, this.within(a, b)) : YES;
      },
    ]);
  }

  private within(a: Norm, b: Norm): Within {
    return {
      space: this.space,
      mode: this.mode,
      open: this.reader.open,
      check: (left, right) => this.check(this.space.norm(left, this.mode), this.space.norm(right, this.mode)),
      disjoint: (left, right) =>
        disjoint(this.space, this.space.norm(left, this.mode), this.space.norm(right, this.mode), this.mode),
      confirm: (wishes, why) => this.confirm(a, b, wishes, why),
    };
  }

  private confirm(a: Norm, b: Norm, wishes: Iterable<Wish>, why: string): Result {
    for (const wish of wishes) {
      const value = this.maker.make(a, wish);
      if (value !== NONE && this.refutes(a, b, value)) return no(value);
    }
    return unknown(why);
  }

  /** Every branch of the writer's disjunction must be taken. */
  private expand(a: Norm, b: Norm): Result {
    const [union] = a.unions;
    const base = this.space.derive(a, `without ${union.key}`, { unions: a.unions.slice(1) });
    const outer = a;
    return every(
      union.branches.map(branch => () => {
        const met = this.space.meet(base, this.space.norm(branch, this.mode));
        const result = this.check(this.space.restrict(met, a.types), b);
        if (result.answer !== 'no' || union.kind === 'anyOf') return result;
        return this.admits(outer, result.value) === true
          ? result
          : unknown('alternatives of the writer may overlap');
      }),
    );
  }

  private intoUnion(a: Norm, union: Union): Result {
    const target = this.space.slice(this.space.anything([]), `union ${union.key} ${union.mask}`, {
      unions: [{ ...union, mask: a.types }],
    });
    const branches = union.branches.map(branch =>
      this.space.restrict(this.space.norm(branch, this.mode), a.types),
    );
    const results: Result[] = [];
    for (const [i, branch] of branches.entries()) {
      const result = this.check(a, branch);
      results.push(result);
      if (result.answer !== 'yes') continue;
      if (union.kind === 'anyOf' || union.discriminator || this.reader.open) return YES;
      const others = branches.filter((_, j) => j !== i);
      const clash = others.filter(other => !disjoint(this.space, a, other, this.mode));
      if (clash.length === 0) return YES;
      for (const other of clash) {
        const value = this.maker.make(this.space.meet(a, other));
        if (value !== NONE && this.refutes(a, target, value)) return no(value);
      }
      return unknown('a value may match more than one branch of oneOf');
    }
    const split = this.split(a, union);
    if (split) return every(split.map(part => () => this.intoUnion(part, union)));
    for (const result of results) {
      if (result.answer === 'no' && this.refutes(a, target, result.value)) return result;
    }
    for (const [i, result] of results.entries()) {
      // A value that one branch refuses may be taken by another: aim at the refused part of what is left.
      if (result.answer === 'no') {
        const value = this.maker.make(a, { not: new Map([[canonical(result.value), result.value]]) });
        if (value !== NONE && i < 8 && this.refutes(a, target, value)) return no(value);
      }
    }
    return unknown('the value may be spread over several branches');
  }

  /** Cuts `a` into parts that are easier to place: integers from fractions, one value of a tag from the next. */
  private split(a: Norm, union: Union): Norm[] | undefined {
    if ((a.types & NUM) === NUM) return [INT, FRAC].map(bit => this.space.restrict(a, bit));
    if (!(a.types & OBJ)) return undefined;
    for (const name of a.required) {
      const refs = a.objects
        .map(facet => facet.properties.get(name))
        .filter((ref): ref is Ref => ref !== undefined);
      const tag = refs.length > 0 ? this.space.norm(this.space.conj(refs), this.mode) : undefined;
      const values = tag?.values && (tag.types & ~tag.valueTypes) === 0 ? [...tag.values.values()] : [];
      if (values.length < 2 || values.length > MAX_SPLIT || union.branches.length < 2) continue;
      return values.map(value => this.space.withMember(a, name, value));
    }
    return undefined;
  }

  private outside(a: Norm, b: Norm, ref: Ref): Result {
    const refused = this.space.norm(ref, this.mode);
    if (disjoint(this.space, a, refused, this.mode)) return YES;
    const value = this.maker.make(this.space.meet(a, refused));
    if (value !== NONE && this.refutes(a, b, value)) return no(value);
    return this.confirm(a, b, [{}], "'not' could not be decided");
  }

  private conditional(
    a: Norm,
    b: Norm,
    condition: { test: Ref; then: Ref | undefined; otherwise: Ref | undefined },
  ): Result {
    const norm = (ref: Ref | undefined): Norm => this.space.norm(ref ?? this.space.any, this.mode);
    const test = norm(condition.test);
    const apart = disjoint(this.space, a, test, this.mode);
    const inside = !apart && this.check(a, test).answer === 'yes';
    const whenTrue = apart ? YES : this.check(this.space.meet(a, test), norm(condition.then));
    const whenFalse = inside ? YES : this.check(a, norm(condition.otherwise));
    if (whenTrue.answer === 'yes' && whenFalse.answer === 'yes') return YES;
    for (const result of [whenTrue, whenFalse]) {
      if (result.answer === 'no' && this.refutes(a, b, result.value)) return result;
    }
    return unknown("'if' could not be decided");
  }
}
