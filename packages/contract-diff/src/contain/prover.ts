import { canonical } from '../normalize/interner';
import { findWord } from '../pattern';
import { Mode, Norm } from '../normalize/norm';
import { Schemas } from '../normalize/schemas';
import { ARR, BOOL, INT, NULL, NUM, OBJ, STR, TYPE_GROUPS, typeNames, typeOf } from '../normalize/types';
import { conditional, expand, intoUnion, outside, unevaluated } from './alternatives';
import { arrayWithin } from './arrays';
import type { Decider } from './decider';
import { disjoint, isEmpty } from './disjoint';
import { admits, Known, Lens } from './evaluate';
import { Maker, NONE, Wish } from './instance';
import { objectWithin } from './objects';
import { effective } from './properties';
import { every, no, Result, unknown, YES } from './result';
import { Confirm, numberWithin, stringWithin } from './scalars';
import type { Within } from './within';

/** Steps one question may cost before it is answered *unknown*. */
const FUEL = 2_000;
/** Steps that every question may cost, whatever the ones before it took. */
const LEAST_FUEL = 20;
/** Questions that may use up their steps before the next ones get half of them. */
const PATIENCE = 2;
/** Schemas looked at for what they rule out that cost as much as one step. */
const LOOKS_PER_STEP = 8;
/** Attempts at a value that cost as much as one step. */
const ATTEMPTS_PER_STEP = 4;
const MAX_NESTING = 60;
/** Ranges of integers up to this size are looked at one by one. */
const MAX_RANGE = 64;

/**
 * Decides whether everything a writer following `a` may send is taken by a reader following `b`. Recursive schemas
 * are compared coinductively: a pair that is being compared is assumed to hold, and what rests on an assumption that
 * fails is forgotten.
 */
export class Prover implements Decider {
  private readonly known = new Map<string, Result>();
  private readonly open = new Map<string, number>();
  /** Lowest open pair that the current answer leans on. */
  private leaning = Infinity;
  private fuel = 0;
  /** Questions so far that used up their steps. */
  private exhausted = 0;
  private readonly maker: Maker;
  private readonly reader: Lens;
  private readonly writer: Lens;

  constructor(
    readonly space: Schemas,
    readonly mode: Mode,
  ) {
    this.writer = { mode, open: false, known: new Known() };
    this.reader = mode === 'response' ? { mode, open: true, known: this.writer.known } : this.writer;
    this.maker = new Maker(space, this.writer);
  }

  /** The question for two normal forms. */
  contained(a: Norm, b: Norm): Result {
    if (this.open.size > 0) return this.check(a, b);
    // Alternatives that contain one another without end make every question about them as long as it may be.
    this.fuel = Math.max(LEAST_FUEL, FUEL >> Math.floor(this.exhausted / PATIENCE));
    const result = this.check(a, b);
    if (this.fuel <= 0) this.exhausted++;
    return result;
  }

  /** A small value of the schema, or {@link NONE}. */
  make(norm: Norm, wish: Wish = {}): unknown {
    const value = this.maker.make(norm, wish);
    this.fuel -= Math.floor(this.maker.attempts / ATTEMPTS_PER_STEP);
    return value;
  }

  /** True when a writer of `a` can send `value` and a reader of `b` refuses it. */
  refutes(a: Norm, b: Norm, value: unknown): boolean {
    return (
      admits(this.space, a, value, this.writer) === true &&
      admits(this.space, b, value, this.reader) === false
    );
  }

  /** Whether a writer may send it. */
  admits(norm: Norm, value: unknown): boolean | undefined {
    return admits(this.space, norm, value, this.writer);
  }

  /** Whether a reader takes it. */
  takes(norm: Norm, value: unknown): boolean | undefined {
    return admits(this.space, norm, value, this.reader);
  }

  /** @internal */
  check(a: Norm, b: Norm): Result {
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
    if (depth > MAX_NESTING || this.fuel-- <= 0 || this.space.exhausted)
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

  private nothing(norm: Norm): boolean {
    return isEmpty(this.space, norm, this.mode, steps => {
      this.fuel -= Math.floor(steps / LOOKS_PER_STEP);
    });
  }

  private group(a: Norm, b: Norm, group: number): Result {
    const missing = a.types & group & ~b.types;
    const common = a.types & group & b.types;
    return every([
      () => {
        if (!missing) return YES;
        const only = this.space.restrict(a, missing);
        if (this.nothing(only)) return YES;
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
    const few = a.types === INT ? fewIntegers(a) : undefined;
    if (few) return this.each(few, a, b);
    if (this.nothing(a)) return YES;
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
    if (a.unions.length > 0) return expand(this, a, b);
    return every([
      () => this.facets(a, left, group),
      ...left.unions.map(union => () => intoUnion(this, a, union)),
      ...left.nots.map(ref => () => outside(this, a, b, ref)),
      ...left.conditions.map(condition => () => conditional(this, a, b, condition)),
      ...left.opaque.map(item => () => unevaluated(this, a, b, item)),
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
      () => (b.values && b.valueTypes & a.types ? this.outsideOf(a, b, b.values, group) : YES),
      () => {
        if (group === NUM) return numberWithin(a, b, confirm);
        if (group === STR) return stringWithin(a, b, confirm);
        if (group === ARR) return arrayWithin(a, b, this.within(a, b));
        return group === OBJ ? objectWithin(a, b, this.within(a, b)) : YES;
      },
    ]);
  }

  /** A value of `a` that an enumeration does not list. */
  private outsideOf(a: Norm, b: Norm, values: ReadonlyMap<string, unknown>, group: number): Result {
    const why = 'no value outside the enumeration could be made';
    const made = this.confirm(a, b, [{ not: values }], why);
    if (made.answer === 'no' || group !== STR || a.patterns.length === 0) return made;
    // Made values follow the pattern only by chance; a search among the words of the pattern is exact.
    const listed = [...values.values()].filter(value => typeof value === 'string').map(quoted);
    const { minLength, maxLength } = a;
    const others = [`^(?:${listed.join('|')})$`];
    const found = findWord({ inside: a.patterns, outside: others, minLength, maxLength });
    if (found.kind === 'none') return YES;
    return found.kind === 'word' && this.refutes(a, b, found.word) ? no(found.word) : unknown(why);
  }

  private within(a: Norm, b: Norm): Within {
    return {
      space: this.space,
      mode: this.mode,
      open: this.reader.open,
      check: (left, right) => this.check(this.space.norm(left, this.mode), this.space.norm(right, this.mode)),
      disjoint: (left, right) =>
        disjoint(this.space, this.space.norm(left, this.mode), this.space.norm(right, this.mode), this.mode),
      whenPresent: (name, target, why) => this.whenPresent(a, b, name, target, why),
      confirm: (wishes, why) => this.confirm(a, b, wishes, why),
    };
  }

  private whenPresent(a: Norm, b: Norm, name: string, target: Norm, why: string): Result {
    const demanded = effective(this.space, a, name);
    // Nobody sends a member that is neither declared nor invited.
    if (!demanded || this.space.norm(demanded.schema, this.mode).types === 0) return YES;
    const required = new Set([...a.required, name, ...(a.dependentRequired.get(name) ?? [])]);
    let present = this.space.derive(a, `with ${JSON.stringify(name)}`, { required });
    const also = a.dependentSchemas.get(name);
    if (also) present = this.space.meet(present, this.space.norm(also, this.mode));
    const result = this.check(present, target);
    if (result.answer !== 'no') return result;
    return this.refutes(a, b, result.value) ? result : unknown(why);
  }

  /** @internal */
  confirm(a: Norm, b: Norm, wishes: Iterable<Wish>, why: string): Result {
    for (const wish of wishes) {
      if (this.fuel <= 0) break;
      const value = this.make(a, wish);
      if (value !== NONE && this.refutes(a, b, value)) return no(value);
    }
    return unknown(why);
  }
}

/** A text as a pattern that it alone matches. */
function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** Every value of a short range of integers. */
function fewIntegers(a: Norm): number[] | undefined {
  if (!a.min || !a.max || a.max.value - a.min.value > MAX_RANGE) return undefined;
  const first = Math.ceil(a.min.value);
  const count = Math.max(0, Math.floor(a.max.value) - first + 1);
  return Array.from({ length: count }, (_, i) => first + i);
}
