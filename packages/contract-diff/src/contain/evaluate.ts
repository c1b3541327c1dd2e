import { isObject } from '../model/reader';
import { canonical } from '../normalize/interner';
import { Mode, Norm, Opaque, Ref, Union } from '../normalize/norm';
import { Schemas } from '../normalize/schemas';
import { ARR, INT, NUM, OBJ, STR, typeOf } from '../normalize/types';
import { codePoints, isMultiple } from '../normalize/values';
import { FORMATS, numericRange } from './formats';
import { effective, speaksOf } from './properties';
import { matches } from '../pattern';

const MAX_DEPTH = 64;
/** Verdicts that are remembered at one time. */
const MAX_KNOWN = 50_000;

/** `undefined`: cannot tell. */
export type Verdict = boolean | undefined;

/** How a value is read. `open`: names a closed object does not know are ignored, as readers of responses do. */
export interface Lens {
  mode: Mode;
  open: boolean;
  /** Verdicts on objects and arrays that were asked for before. */
  known?: Known;
}

interface Asked {
  verdicts: Map<Norm, Verdict>;
  /** Keys of the schemas that are being asked right now. */
  open: Set<number>;
}

/** Verdicts by value and schema. Values are never changed once they are made, so they may be told apart by identity. */
export class Known {
  private readonly values = { open: new Map<unknown, Asked>(), closed: new Map<unknown, Asked>() };
  private depth = 0;
  private count = 0;

  /**
   * The verdict from before, or the one that `decide` finds now. A schema that comes back to itself at the same value
   * has nothing to say there, and asking it again and again would take forever.
   */
  of(value: unknown, norm: Norm, open: boolean, decide: () => Verdict): Verdict {
    if (this.depth === 0 && this.count > MAX_KNOWN) {
      this.values.open.clear();
      this.values.closed.clear();
      this.count = 0;
    }
    const values = this.values[open ? 'open' : 'closed'];
    let asked = values.get(value);
    if (!asked) {
      asked = { verdicts: new Map(), open: new Set() };
      values.set(value, asked);
    }
    if (asked.verdicts.has(norm)) return asked.verdicts.get(norm);
    if (asked.open.has(norm.key)) return undefined;
    asked.open.add(norm.key);
    this.depth++;
    const verdict = decide();
    this.depth--;
    asked.open.delete(norm.key);
    asked.verdicts.set(norm, verdict);
    this.count++;
    return verdict;
  }
}

/** Whether a value is admitted. Three answers; `undefined` where a keyword is beyond this evaluator. */
export function admits(space: Schemas, norm: Norm, value: unknown, lens: Lens, depth = 0): Verdict {
  if (depth > MAX_DEPTH) return undefined;
  const bit = typeOf(value);
  if (!(norm.types & bit)) return false;
  if (norm.values && norm.valueTypes & bit && !norm.values.has(canonical(value))) return false;
  const inPlace = norm.unions.length > 0 || norm.nots.length > 0 || norm.conditions.length > 0;
  if (!inPlace && !(bit & (ARR | OBJ))) return judged(space, norm, value, lens, depth);
  const known = lens.known ?? new Known();
  const within = lens.known ? lens : { ...lens, known };
  return known.of(value, norm, lens.open, () => judged(space, norm, value, within, depth));
}

/** The verdict of everything but the type and the enumeration. */
function judged(space: Schemas, norm: Norm, value: unknown, lens: Lens, depth: number): Verdict {
  const bit = typeOf(value);
  const sub = (ref: Ref, inner: unknown): Verdict =>
    admits(space, space.norm(ref, lens.mode), inner, lens, depth + 1);
  const parts: Verdict[] = [];
  if (bit & NUM) parts.push(numberFits(norm, value as number));
  else if (bit & STR) parts.push(stringFits(norm, value as string));
  else if (bit & ARR) parts.push(arrayFits(norm, value as unknown[], sub));
  else if (bit & OBJ) parts.push(objectFits(space, norm, value as Record<string, unknown>, lens, sub));
  if (parts[0] === false) return false;
  for (const union of norm.unions)
    if (union.mask & bit) parts.push(unionFits(space, union, value, lens, depth));
  const closed: Lens = lens.open ? { ...lens, open: false } : lens;
  for (const ref of norm.nots)
    parts.push(not(admits(space, space.norm(ref, lens.mode), value, closed, depth + 1)));
  for (const condition of norm.conditions) {
    const test = sub(condition.test, value);
    const branch = (ref: Ref | undefined): Verdict => (ref ? sub(ref, value) : true);
    if (test === undefined)
      parts.push(all([branch(condition.then), branch(condition.otherwise)]) || undefined);
    else parts.push(branch(test ? condition.then : condition.otherwise));
  }
  for (const item of norm.opaque) {
    if (item.keyword === '$ref' || item.keyword === 'anyOf') {
      parts.push(undefined);
      continue;
    }
    if (item.keyword === 'unevaluatedItems') {
      if (bit & ARR) parts.push(undefined);
    } else if (bit & OBJ) parts.push(restFits(space, item, value as Record<string, unknown>, lens, depth));
  }
  return all(parts);
}

/** And of three-valued answers. */
export function all(parts: readonly Verdict[]): Verdict {
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}

function not(verdict: Verdict): Verdict {
  return verdict === undefined ? undefined : !verdict;
}

function unionFits(space: Schemas, union: Union, value: unknown, lens: Lens, depth: number): Verdict {
  const ask = (open: boolean): Verdict[] =>
    union.branches.map(ref => admits(space, space.norm(ref, lens.mode), value, { ...lens, open }, depth + 1));
  const answers = ask(lens.open);
  const yes = answers.filter(answer => answer === true).length;
  const unsure = answers.filter(answer => answer === undefined).length;
  if (yes === 0) return unsure > 0 ? undefined : false;
  // Where a discriminator selects the branch, others may match as well.
  if (union.kind === 'anyOf' || union.discriminator || yes + unsure === 1) return true;
  // Closed objects that are read as open may overlap where they were apart: what counts is how they are written.
  const strict = lens.open ? ask(false) : answers;
  const sure = strict.filter(answer => answer === true).length;
  if (sure > 1) return false;
  return strict.includes(undefined) ? undefined : true;
}

/** `unevaluatedProperties`: members that nothing else has looked at. */
function restFits(
  space: Schemas,
  item: Opaque,
  value: Record<string, unknown>,
  lens: Lens,
  depth: number,
): Verdict {
  if (!item.inside || !item.schema) return undefined;
  const known = evaluated(space, item.inside, value, lens, depth);
  if (known === undefined) return undefined;
  const schema = space.norm(item.schema, lens.mode);
  const rest = Object.keys(value).filter(name => !known.has(name));
  if (rest.length === 0 || (lens.open && schema.types === 0)) return true;
  return all(rest.map(name => admits(space, schema, value[name], lens, depth + 1)));
}

/** Names that some part of the schema, of those that apply to this value, has looked at. */
function evaluated(
  space: Schemas,
  norm: Norm,
  value: Record<string, unknown>,
  lens: Lens,
  depth: number,
): Set<string> | undefined {
  const names = Object.keys(value);
  if (depth > MAX_DEPTH || norm.opaque.some(item => item.keyword === '$ref')) return undefined;
  if (norm.opaque.some(item => item.keyword === 'unevaluatedProperties')) return new Set(names);
  const found = new Set(names.filter(name => norm.objects.some(facet => speaksOf(facet, name))));
  const parts: Ref[] = [];
  for (const union of norm.unions) if (union.mask & OBJ) parts.push(...union.branches);
  for (const [name, schema] of norm.dependentSchemas) if (names.includes(name)) parts.push(schema);
  for (const { test, then, otherwise } of norm.conditions) {
    const holds = admits(space, space.norm(test, lens.mode), value, lens, depth + 1);
    if (holds === undefined) return undefined;
    parts.push(...[holds ? test : undefined, holds ? then : otherwise].filter(ref => ref !== undefined));
  }
  for (const part of parts) {
    const inner = space.norm(part, lens.mode);
    const holds = admits(space, inner, value, lens, depth + 1);
    const more = holds ? evaluated(space, inner, value, lens, depth + 1) : new Set<string>();
    if (holds === undefined || more === undefined) return undefined;
    for (const name of more) found.add(name);
  }
  return found;
}

function numberFits(norm: Norm, value: number): Verdict {
  if (norm.min && (value < norm.min.value || (norm.min.exclusive && value === norm.min.value))) return false;
  if (norm.max && (value > norm.max.value || (norm.max.exclusive && value === norm.max.value))) return false;
  if (!norm.multiples.every(step => isMultiple(value, step))) return false;
  for (const format of norm.formats) {
    const range = numericRange(format);
    if (range && (value < range.low || value > range.high || (range.whole && typeOf(value) !== INT)))
      return false;
  }
  return true;
}

function stringFits(norm: Norm, value: string): Verdict {
  const length = norm.minLength > 0 || norm.maxLength < Infinity ? codePoints(value) : 0;
  if (length < norm.minLength || length > norm.maxLength) return false;
  const parts = norm.patterns.map(pattern => matches(pattern, value));
  for (const format of norm.formats) {
    const facts = Object.prototype.hasOwnProperty.call(FORMATS, format) ? FORMATS[format] : undefined;
    if (facts) parts.push(facts.test(value));
  }
  return all(parts);
}

function arrayFits(norm: Norm, value: unknown[], sub: (ref: Ref, inner: unknown) => Verdict): Verdict {
  if (value.length < norm.minItems || value.length > norm.maxItems) return false;
  if (norm.unique && new Set(value.map(item => canonical(item))).size < value.length) return false;
  const parts: Verdict[] = [];
  for (const facet of norm.arrays) {
    value.forEach((item, i) => {
      const ref = facet.prefix[i] ?? facet.items;
      if (ref) parts.push(sub(ref, item));
    });
  }
  for (const { schema, min, max } of norm.contains) {
    const answers = value.map(item => sub(schema, item));
    const yes = answers.filter(answer => answer === true).length;
    const maybe = answers.filter(answer => answer === undefined).length;
    if (yes > max || yes + maybe < min) return false;
    if (maybe > 0) parts.push(yes >= min && yes + maybe <= max ? true : undefined);
  }
  return all(parts);
}

function objectFits(
  space: Schemas,
  norm: Norm,
  value: Record<string, unknown>,
  lens: Lens,
  sub: (ref: Ref, inner: unknown) => Verdict,
): Verdict {
  const names = Object.keys(value);
  if (names.length < norm.minProperties || names.length > norm.maxProperties) return false;
  for (const name of norm.required) if (!Object.prototype.hasOwnProperty.call(value, name)) return false;
  const parts: Verdict[] = [];
  for (const name of names) for (const rule of norm.names) parts.push(sub(rule, name));
  for (const name of names) {
    const ref = effective(space, norm, name);
    if (ref === undefined) continue;
    if (ref.unknownName && lens.open && space.norm(ref.schema, lens.mode).types === 0) continue;
    parts.push(sub(ref.schema, value[name]));
  }
  for (const [name, needs] of norm.dependentRequired) {
    if (names.includes(name) && [...needs].some(need => !names.includes(need))) return false;
  }
  for (const [name, schema] of norm.dependentSchemas)
    if (names.includes(name)) parts.push(sub(schema, value));
  return isObject(value) ? all(parts) : false;
}
