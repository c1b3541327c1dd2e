import { canonical } from '../normalize/interner';
import { Mode, Norm } from '../normalize/norm';
import { Schemas } from '../normalize/schemas';
import { ARR, BOOL, FRAC, INT, NULL, NUM, OBJ, STR, typeOf } from '../normalize/types';
import { admits, Lens } from './evaluate';
import { declaredNames, effective, elementAt, invited } from './properties';
import { numbers, strings } from './samples';

/** No value could be made. Not a proof that there is none. */
export const NONE = Symbol('no instance');

/** What the value should look like beyond being admitted. */
export interface Wish {
  /** Members it must have, with these values. */
  members?: ReadonlyMap<string, unknown>;
  /** A member it must not have. */
  omit?: string;
  /** Its first elements. */
  items?: readonly unknown[];
  /** Name of the property it is for; strings are spelled after it. */
  hint?: string;
  /** Values it must not be. */
  not?: ReadonlyMap<string, unknown>;
}

const MAX_DEPTH = 10;
/** Attempts at one value and the values in it. */
const MAX_ATTEMPTS = 400;
/** Alternatives tried at one level before giving up. */
const MAX_BRANCHES = 12;

/** A value and what making it took. */
interface Made {
  value: unknown;
  cost: number;
  /** Levels of attempts below its own. */
  height: number;
}

/** Builds small, readable, deterministic values of a schema. */
export class Maker {
  private budget = 0;
  /** Times an attempt ended for want of depth or budget: what depends on it is not remembered. */
  private cuts = 0;
  /** Deepest level met by the attempts under way. */
  private deepest = 0;
  private readonly made = new Map<Norm, Map<string, Made>>();
  private readonly mode: Mode;

  constructor(
    private readonly space: Schemas,
    private readonly lens: Lens,
  ) {
    this.mode = lens.mode;
  }

  /** A value the schema admits, or {@link NONE}. */
  make(norm: Norm, wish: Wish = {}): unknown {
    this.budget = MAX_ATTEMPTS;
    return this.attempt(norm, wish, 0);
  }

  /** Attempts that the last value took. */
  get attempts(): number {
    return MAX_ATTEMPTS - Math.max(0, this.budget);
  }

  private attempt(norm: Norm, wish: Wish, depth: number): unknown {
    const plain = !wish.members && !wish.items && !wish.not && wish.omit === undefined;
    const known = plain ? this.made.get(norm)?.get(wish.hint ?? '') : undefined;
    // Only where making it again would come to the same: with the room and the budget it took.
    if (known && depth + known.height <= MAX_DEPTH && this.budget >= known.cost) {
      this.budget -= known.cost;
      this.deepest = Math.max(this.deepest, depth + known.height);
      return known.value;
    }
    const { budget, cuts, deepest } = this;
    this.deepest = depth;
    const value = this.search(norm, wish, depth);
    if (plain && cuts === this.cuts) {
      const byHint = this.made.get(norm) ?? new Map<string, Made>();
      byHint.set(wish.hint ?? '', { value, cost: budget - this.budget, height: this.deepest - depth });
      this.made.set(norm, byHint);
    }
    this.deepest = Math.max(deepest, this.deepest);
    return value;
  }

  private search(norm: Norm, wish: Wish, depth: number): unknown {
    if (depth > MAX_DEPTH || (norm.types !== 0 && this.budget-- <= 0)) {
      this.cuts++;
      return NONE;
    }
    if (norm.types === 0) return NONE;
    for (const candidate of this.candidates(norm, wish, depth)) {
      if (candidate === NONE || wish.not?.has(canonical(candidate))) continue;
      if (admits(this.space, norm, candidate, this.lens) === true) return candidate;
    }
    return NONE;
  }

  private *candidates(norm: Norm, wish: Wish, depth: number): Generator<unknown> {
    for (const value of norm.values?.values() ?? []) if (typeOf(value) & norm.types) yield value;
    for (const type of order(norm, wish)) {
      const union = norm.unions.find(item => item.mask & type);
      if (union) {
        const base = this.space.derive(norm, `base ${union.key} ${type}`, {
          unions: norm.unions.filter(item => item !== union),
          types: type,
        });
        for (const branch of union.branches.slice(0, MAX_BRANCHES)) {
          const met = this.space.meet(base, this.space.norm(branch, this.mode));
          if (met.types) yield this.attempt(met, wish, depth + 1);
        }
      } else yield* this.ofType(norm, type, wish, depth);
    }
  }

  private *ofType(norm: Norm, type: number, wish: Wish, depth: number): Generator<unknown> {
    if (type & NULL) yield null;
    else if (type & BOOL) yield* [true, false];
    else if (type & NUM) yield* numbers(norm, type);
    else if (type & STR) yield* strings(norm, wish.hint);
    else if (type & ARR) yield this.array(norm, wish, depth);
    else yield* this.objects(norm, wish, depth);
  }

  private array(norm: Norm, wish: Wish, depth: number): unknown {
    const items = [...(wish.items ?? [])];
    for (const { schema, min } of norm.contains) {
      const asked = this.space.norm(schema, this.mode);
      const there = items.filter(
        item => admits(this.space, asked, item, { mode: this.mode, open: false }) === true,
      ).length;
      for (let i = there; i < min && items.length < 20; i++) {
        const element = elementAt(this.space, norm, items.length);
        const both = element ? this.space.meet(this.space.norm(element, this.mode), asked) : asked;
        const item = this.attempt(both, { hint: singular(wish.hint) }, depth + 1);
        if (item === NONE) return NONE;
        items.push(item);
      }
    }
    if (norm.minItems > 200) return NONE;
    const used = new Map(items.map(item => [canonical(item), item]));
    while (items.length < norm.minItems) {
      const ref = elementAt(this.space, norm, items.length) ?? this.space.any;
      const item = this.attempt(
        this.space.norm(ref, this.mode),
        { hint: singular(wish.hint), not: norm.unique ? used : undefined },
        depth + 1,
      );
      if (item === NONE) return NONE;
      used.set(canonical(item), item);
      items.push(item);
    }
    return items;
  }

  private *objects(norm: Norm, wish: Wish, depth: number): Generator<unknown> {
    const given = wish.members ?? new Map<string, unknown>();
    const needed = new Set([...norm.required, ...given.keys()]);
    for (const name of needed) for (const need of norm.dependentRequired.get(name) ?? []) needed.add(need);
    const first = this.object(norm, [...needed], given, wish.omit, depth);
    yield first;
    // Alternatives in place may want an optional member to be there.
    const declared = declaredNames(norm);
    if (first !== NONE)
      for (const name of [...declared].slice(0, 6)) {
        if (!needed.has(name) && name !== wish.omit)
          yield this.object(norm, [...needed, name], given, wish.omit, depth);
      }
  }

  private object(
    norm: Norm,
    names: readonly string[],
    given: ReadonlyMap<string, unknown>,
    omit: string | undefined,
    depth: number,
  ): unknown {
    const out: Record<string, unknown> = {};
    const add = (name: string): boolean => {
      const wanted = given.has(name) ? given.get(name) : this.member(norm, name, depth);
      if (wanted === NONE) return false;
      define(out, name, wanted);
      return true;
    };
    for (const name of names) if (name !== omit && !add(name)) return NONE;
    let missing = norm.minProperties - Object.keys(out).length;
    for (const name of declaredNames(norm)) {
      if (missing <= 0) break;
      if (name !== omit && !Object.prototype.hasOwnProperty.call(out, name) && add(name)) missing--;
    }
    for (let i = 1; missing > 0 && i < 200; i++) {
      const name = `key${i}`;
      if (!invited(this.space, norm) || name === omit) return NONE;
      if (!Object.prototype.hasOwnProperty.call(out, name) && add(name)) missing--;
    }
    return out;
  }

  private member(norm: Norm, name: string, depth: number): unknown {
    const demanded = effective(this.space, norm, name);
    return this.attempt(
      this.space.norm(demanded?.schema ?? this.space.any, this.mode),
      { hint: name },
      depth + 1,
    );
  }
}

/** Assigns without touching prototypes: a document may name a property `__proto__`. */
export function define(target: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}

function order(norm: Norm, wish: Wish): number[] {
  const said: number[] = [];
  if (norm.objects.length > 0 || norm.required.size > 0 || wish.members) said.push(OBJ);
  if (norm.arrays.length > 0 || wish.items) said.push(ARR);
  return [...new Set([...said, STR, INT, FRAC, BOOL, OBJ, ARR, NULL])].filter(type => norm.types & type);
}

function singular(hint: string | undefined): string | undefined {
  return hint === undefined ? undefined : hint.replace(/(?<=[^s])s$/, '');
}
