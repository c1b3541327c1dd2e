import { isObject, Json, Loc, own } from '../model/reader';
import { canonical, Interner } from './interner';
import { keywordsOf } from './keywordsOf';
import { meet } from './meet';
import { ANYTHING, Mode, Norm, Raw, Ref } from './norm';
import { negate } from './negate';
import { closeUnevaluated } from './unevaluated';
import { unite } from './unite';
import { NULL } from './types';
import { admittedValues } from './values';

/** How deep `allOf`, `$ref` and the like are followed when only a flag is looked for. */
const FLAG_DEPTH = 6;
/** How deep schemas may be nested in place (`allOf` in `allOf` …) before the rest is taken as open. */
const MAX_NESTING = 200;
/** How often schemas that contain themselves in place may be made again before the rest is left undecided. */
const MAX_REBUILDS = 500;
/** Variants of normal forms that are kept at one time; alternatives in alternatives may have any number. */
const MAX_DERIVED = 100_000;
/** Unions one schema may gather by being met with others. */
const MAX_UNIONS = 12;
/**
 * Schemas put together in one comparison, alternatives counted. Published documents of 13 MB need below 3,000; schemas that
 * contain one another in place, with alternatives, need any number.
 */
const MAX_MEETS = 60_000;

/** Every schema of one comparison in normal form: made on demand, once per meaning and mode. */
export class Schemas {
  private readonly norms = new Map<number, Norm>();
  private readonly derived = new Map<number, Norm>();
  /** Schemas being made right now, outermost first. */
  private readonly open = new Map<number, number>();
  /** Lowest open schema that was met again while making the current one; what depends on it is not remembered. */
  private taint = Infinity;
  private rebuilds = 0;
  private meets = 0;
  readonly any: Ref;
  readonly never: Ref;

  constructor(readonly interner: Interner) {
    this.any = { key: interner.id('any'), raws: [] };
    this.never = { key: interner.id('never'), raws: [] };
  }

  /** The schema at one place. */
  ref(raw: Raw): Ref {
    return { key: raw.key, raws: [raw] };
  }

  /** All of them at once. */
  conj(refs: readonly Ref[]): Ref {
    if (refs.length === 1) return refs[0].key === this.any.key ? this.any : refs[0];
    const parts = new Map<number, Ref>();
    for (const ref of refs) {
      if (ref.key === this.never.key) return ref;
      if (ref.key !== this.any.key) parts.set(ref.key, ref);
    }
    if (parts.size === 0) return this.any;
    if (parts.size === 1) return [...parts.values()][0];
    const raws = new Map([...parts.values()].flatMap(ref => ref.raws).map(raw => [raw.key, raw]));
    const keys = [...raws.keys()].sort((a, b) => a - b);
    return { key: this.interner.id(`conj ${keys.join(',')}`), raws: [...raws.values()] };
  }

  /** The normal form. */
  norm(ref: Ref, mode: Mode): Norm {
    const id = idOf(ref.raws[0], ref.key, mode);
    const known = this.norms.get(id);
    if (known) return known;
    let norm: Norm;
    if (ref.raws.length === 0) norm = ref.key === this.never.key ? this.nothing([]) : this.anything([]);
    else norm = ref.raws.map(raw => this.rawNorm(raw, mode)).reduce((a, b) => this.meet(a, b));
    if (this.taint === Infinity) this.norms.set(id, norm);
    return norm;
  }

  /** Both at once; the same two always give the same key. */
  meet(a: Norm, b: Norm): Norm {
    if (a.key === b.key || b.key === this.any.key) return a;
    if (a.key === this.any.key) return b;
    const key = this.interner.id(a.key < b.key ? `meet ${a.key} ${b.key}` : `meet ${b.key} ${a.key}`);
    const known = this.derived.get(key);
    if (known) return known;
    this.meets += 1 + a.unions.length + b.unions.length;
    let norm = admittedValues(meet(a, b, key, (left, right) => this.conj([left, right])));
    if (norm.unions.length > MAX_UNIONS) {
      norm = {
        ...norm,
        unions: norm.unions.slice(0, MAX_UNIONS),
        opaque: [...norm.opaque, { key, keyword: 'anyOf' }],
      };
    }
    return this.taint === Infinity ? this.remember(key, norm) : norm;
  }

  /** Whether so many schemas were put together that what is left is better not asked. */
  get exhausted(): boolean {
    return this.meets > MAX_MEETS;
  }

  /** Forgets all when there are too many: the same is made again then, under the same key. */
  private remember(key: number, norm: Norm): Norm {
    if (this.derived.size >= MAX_DERIVED) this.derived.clear();
    this.derived.set(key, norm);
    return norm;
  }

  /** Only values of the given types. */
  restrict(norm: Norm, mask: number): Norm {
    const types = norm.types & mask;
    const unions = norm.unions.filter(union => union.mask & types);
    if (types === norm.types && unions.length === norm.unions.length) return norm;
    return this.derive(norm, `types ${types}`, { types, unions });
  }

  /** A variant of a normal form; `label` must name what differs. */
  derive(norm: Norm, label: string, change: Partial<Norm>): Norm {
    const key = this.interner.id(`derive ${norm.key} ${label}`);
    const found = this.derived.get(key);
    if (found) return found;
    return this.remember(key, { ...norm, ...change, key });
  }

  /** Only the named facets of a normal form: what one keyword alone demands. */
  slice(norm: Norm, label: string, change: Partial<Norm>): Norm {
    return this.derive({ ...ANYTHING, key: norm.key, raws: norm.raws }, `slice ${label}`, change);
  }

  /** A schema with a normal form that was made here, so that others can hold it. */
  named(norm: Norm, mode: Mode): Ref {
    this.norms.set(idOf(norm.raws[0], norm.key, mode), norm);
    return { key: norm.key, raws: norm.raws };
  }

  /** The same with the member `name` fixed to one value. */
  withMember(norm: Norm, name: string, value: unknown): Norm {
    const label = `member ${JSON.stringify(name)} ${canonical(value)}`;
    const [first] = norm.raws;
    if (!first) return norm;
    const ref = this.sub(first, { const: value }, first.loc);
    const facet = { properties: new Map([[name, ref]]), patterns: [], additional: undefined };
    return this.derive(norm, label, {
      objects: [...norm.objects.map(o => ({ ...o, properties: this.opened(o.properties, name) })), facet],
      required: new Set([...norm.required, name]),
    });
  }

  /** What was said about the member is dropped: its new value was taken from there. */
  private opened(properties: ReadonlyMap<string, Ref>, name: string): ReadonlyMap<string, Ref> {
    return properties.has(name) ? new Map(properties).set(name, this.any) : properties;
  }

  anything(raws: readonly Raw[]): Norm {
    return { ...ANYTHING, key: this.any.key, raws };
  }

  nothing(raws: readonly Raw[]): Norm {
    return { ...ANYTHING, key: this.never.key, types: 0, raws };
  }

  sub(raw: Raw, value: unknown, loc: Loc): Ref {
    return this.ref(raw.side.raw(value, loc));
  }

  /** True when a property of this schema does not exist in messages of this mode. */
  hidden(ref: Ref, mode: Mode): boolean {
    const flag = mode === 'request' ? 'readOnly' : 'writeOnly';
    return ref.raws.some(raw => this.flagged(raw, flag, FLAG_DEPTH));
  }

  private flagged(raw: Raw, flag: string, depth: number): boolean {
    if (!isObject(raw.value) || depth === 0) return false;
    const ref = own(raw.value, '$ref');
    const target = typeof ref === 'string' ? raw.side.target(raw, ref) : undefined;
    if (target && this.flagged(target, flag, depth - 1)) return true;
    if (target && raw.side.legacy) return false;
    if (raw.value[flag] === true) return true;
    const parts = raw.value.allOf;
    if (!Array.isArray(parts)) return false;
    return parts.some((part, i) =>
      this.flagged(raw.side.raw(part, raw.loc.child('allOf').child(i)), flag, depth - 1),
    );
  }

  private rawNorm(raw: Raw, mode: Mode): Norm {
    const id = idOf(raw, raw.key, mode);
    const known = this.norms.get(id);
    if (known) return known;
    if (raw.value === false) return this.nothing([raw]);
    if (!isObject(raw.value)) return this.anything([raw]);
    const ref = own(raw.value, '$ref');
    const target = typeof ref === 'string' ? raw.side.target(raw, ref) : undefined;
    // A schema that is nothing but a reference is its target, under the same key.
    if (target && target !== raw && target.key === raw.key && target.value !== raw.value)
      return this.rawNorm(target, mode);
    const index = this.open.get(id);
    if (index !== undefined) {
      // A schema that contains itself in place (`A: allOf: [A]`) adds nothing the second time.
      this.taint = Math.min(this.taint, index);
      return this.anything([raw]);
    }
    const depth = this.open.size;
    if (depth > MAX_NESTING || this.rebuilds > MAX_REBUILDS) return this.undecided(raw);
    const outer = this.taint;
    this.taint = Infinity;
    this.open.set(id, depth);
    const norm = this.build(raw, raw.value, mode);
    this.open.delete(id);
    if (this.taint >= depth) {
      this.taint = Infinity;
      this.norms.set(id, norm);
    } else this.rebuilds++;
    this.taint = Math.min(outer, this.taint);
    return norm;
  }

  /** Admits what it may, and says that it does not know. */
  private undecided(raw: Raw): Norm {
    const key = this.interner.id(`undecided ${raw.key}`);
    return { ...ANYTHING, key, raws: [raw], opaque: [{ key, keyword: '$ref' }] };
  }

  private build(raw: Raw, value: Json, mode: Mode): Norm {
    const ref = own(value, '$ref') ?? own(value, '$dynamicRef') ?? own(value, '$recursiveRef');
    const target = typeof ref === 'string' ? raw.side.target(raw, ref) : undefined;
    if (typeof ref === 'string' && raw.side.legacy)
      return target ? this.rawNorm(target, mode) : this.anything([raw]);
    const key = raw.key === this.any.key ? raw.key : this.interner.id(`norm ${raw.key} ${mode}`);
    let norm = keywordsOf(raw, value, mode, key, this);
    const add = (other: Norm): void => {
      if (other.key === this.any.key) return;
      norm = meet(norm, other, key, (left, right) => this.conj([left, right]));
    };
    const list = (keyword: string): Ref[] =>
      Array.isArray(value[keyword])
        ? (value[keyword] as unknown[]).map((item, i) => this.sub(raw, item, raw.loc.child(keyword).child(i)))
        : [];
    if (target) add(this.rawNorm(target, mode));
    for (const part of list('allOf')) add(this.norm(part, mode));
    for (const kind of ['anyOf', 'oneOf'] as const) {
      const branches = list(kind);
      if (branches.length > 0) add(unite(this, kind, branches, mode, raw, value.discriminator));
    }
    if (value.not !== undefined) add(negate(this, this.sub(raw, value.not, raw.loc.child('not')), mode));
    if (value.if !== undefined && (value.then !== undefined || value.else !== undefined)) {
      const at = (keyword: string): Ref | undefined =>
        value[keyword] === undefined ? undefined : this.sub(raw, value[keyword], raw.loc.child(keyword));
      const [test, then, otherwise] = [at('if') as Ref, at('then'), at('else')];
      const condition = this.interner.id(`if ${test.key} ${then?.key} ${otherwise?.key}`);
      norm.conditions = [...norm.conditions, { key: condition, test, then, otherwise }];
    }
    norm = closeUnevaluated(this, norm, raw, value);
    norm = admittedValues(norm);
    const nullable = raw.side.legacy && (value.nullable === true || value['x-nullable'] === true);
    if (nullable && value.type === undefined && !(norm.types & NULL) && value.enum === undefined) {
      // Without a `type` beside it, `nullable` is meant for what is composed: `allOf: [Pet], nullable: true`.
      norm = {
        ...norm,
        types: norm.types | NULL,
        unions: norm.unions.map(u => ({ ...u, mask: u.mask & ~NULL })),
      };
    }
    return norm;
  }
}

/** One number for a key, the side it is seen from (`undefined`: neither) and a mode. */
function idOf(raw: Raw | undefined, key: number, mode: Mode): number {
  const named = raw?.side.name === 'old' ? 1 : 2;
  return key * 6 + (raw === undefined ? 0 : named) * 2 + (mode === 'request' ? 0 : 1);
}
