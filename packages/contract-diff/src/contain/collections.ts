import { isObject } from '../model/reader';
import { Contains, Mode, Norm, Ref } from '../normalize/norm';
import { Schemas } from '../normalize/schemas';
import { findWord, WordQuery } from '../pattern';
import { admits } from './evaluate';
import { declaredNames, effective, elementAt, prefixLength, invited, rest } from './properties';
import { every, Result, unknown, YES } from './result';
import type { Wish } from './instance';

/** What comparing objects and arrays needs from the prover. */
export interface Within {
  space: Schemas;
  mode: Mode;
  /** Readers of responses ignore names they do not know. */
  open: boolean;
  check(a: Ref, b: Ref): Result;
  disjoint(a: Ref, b: Ref): boolean;
  /** Values of `a` that have the member `name`, inside `b`. */
  whenPresent(name: string, b: Norm, why: string): Result;
  /** Builds a value of `a` after each wish; the first one the evaluator confirms is a *no*. */
  confirm(wishes: Iterable<Wish>, why: string): Result;
}

/** Array facets of `a` inside those of `b`. */
export function arrayWithin(a: Norm, b: Norm, w: Within): Result {
  const checks: Array<() => Result> = [];
  if (a.minItems < b.minItems) checks.push(() => w.confirm([{}], 'no shorter array could be made'));
  if (a.maxItems > b.maxItems) checks.push(() => w.confirm(longer(a, b, w), 'no longer array could be made'));
  if (b.unique && !a.unique && a.maxItems > 1)
    checks.push(() => w.confirm(twice(a, w), 'no array with a repetition could be made'));
  const positions = Math.max(prefixLength(a), prefixLength(b)) + 1;
  for (let i = 0; i < positions && i < a.maxItems; i++) {
    const theirs = elementAt(w.space, b, i);
    if (!theirs) continue;
    const ours = elementAt(w.space, a, i) ?? w.space.any;
    checks.push(() => {
      const result = w.check(ours, theirs);
      if (result.answer !== 'no') return result;
      return w.confirm(
        [{ items: [...leading(a, w, i), result.value] }],
        'an element differs, but no whole array could be made',
      );
    });
  }
  for (const contains of b.contains) checks.push(() => containsWithin(a, contains, w));
  return every(checks);
}

/** Whether enough elements, and not too many, of what `a` sends are of the kind that is asked for. */
function containsWithin(a: Norm, asked: Contains, w: Within): Result {
  const item = elementAt(w.space, a, 0) ?? w.space.any;
  const uniform = prefixLength(a) === 0;
  const all = uniform ? w.check(item, asked.schema) : unknown('');
  const enough =
    asked.min === 0 ||
    (all.answer === 'yes' && a.minItems >= asked.min) ||
    a.contains.some(own => own.min >= asked.min && w.check(own.schema, asked.schema).answer === 'yes');
  const few =
    asked.max === Infinity ||
    a.maxItems <= asked.max ||
    (uniform && w.disjoint(item, asked.schema)) ||
    a.contains.some(own => own.max <= asked.max && w.check(asked.schema, own.schema).answer === 'yes');
  if (enough && few) return YES;
  return w.confirm(containsWishes(a, asked, item, all, w), 'contains could not be compared');
}

function* containsWishes(a: Norm, asked: Contains, item: Ref, all: Result, w: Within): Generator<Wish> {
  yield {};
  if (all.answer === 'no') yield { items: new Array(Math.max(1, a.minItems)).fill(all.value) };
  yield { items: [sample(item, w)] };
  for (const own of a.contains) {
    const result = w.check(w.space.conj([item, own.schema]), asked.schema);
    if (result.answer === 'no') yield { items: new Array(Math.max(1, own.min)).fill(result.value) };
  }
  const asks = sample(w.space.conj([item, asked.schema]), w);
  if (asked.max < 100) yield { items: new Array(asked.max + 1).fill(asks) };
  if (asked.min > 1) yield { items: new Array(asked.min - 1).fill(asks) };
}

function leading(a: Norm, w: Within, count: number): unknown[] {
  const items: unknown[] = [];
  for (let i = 0; i < count; i++) items.push(sample(elementAt(w.space, a, i), w));
  return items;
}

/** A value for a position nobody asks about; the confirmation rejects the array if it does not fit. */
function sample(ref: Ref | undefined, w: Within): unknown {
  if (!ref) return 1;
  const result = w.check(ref, w.space.never);
  return result.answer === 'no' ? result.value : 1;
}

function* longer(a: Norm, b: Norm, w: Within): Generator<Wish> {
  const length = Math.max(b.maxItems + 1, a.minItems);
  if (length > 100) return;
  const items = leading(a, w, length);
  yield { items };
  const full = items.map((item, at) => (isObject(item) ? { ...everyMember(a, at, w), ...item } : item));
  yield { items: full.map(numbered) };
}

/** An object element with everything that its schema declares. */
function everyMember(a: Norm, at: number, w: Within): Record<string, unknown> {
  const ref = elementAt(w.space, a, at);
  if (!ref) return {};
  const norm = w.space.norm(ref, w.mode);
  return Object.fromEntries(
    [...declaredNames(norm)].map(name => [name, sample(effective(w.space, norm, name)?.schema, w)]),
  );
}

/** The same in another spelling for each position, where elements must differ. */
function numbered(item: unknown, i: number): unknown {
  if (typeof item === 'string') return `${item}${i}`;
  if (typeof item === 'number') return item + i;
  if (!isObject(item)) return item;
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, numbered(value, i)]));
}

function* twice(a: Norm, w: Within): Generator<Wish> {
  const item = sample(elementAt(w.space, a, 0), w);
  yield { items: [item, item] };
  yield { items: new Array(Math.min(Math.max(2, a.minItems), 50)).fill(item) };
}

/** Object facets of `a` (what a writer sends) inside those of `b` (what the reader takes). */
export function objectWithin(a: Norm, b: Norm, w: Within): Result {
  const checks: Array<() => Result> = [];
  const ours = declaredNames(a);
  const welcome = invited(w.space, a);
  for (const name of b.required) {
    if (!a.required.has(name))
      checks.push(() => w.confirm([{ omit: name }], `no object without '${name}' could be made`));
  }
  const member =
    (name: string, mine: Ref): (() => Result) =>
    () => {
      const theirs = effective(w.space, b, name);
      if (!theirs) return YES;
      if (theirs.unknownName && w.open && w.space.norm(theirs.schema, w.mode).types === 0) return YES;
      const result = w.check(mine, theirs.schema);
      if (result.answer !== 'no') return result;
      return w.confirm(
        [{ members: new Map([[name, result.value]]) }],
        `'${name}' differs, but no whole object could be made`,
      );
    };
  for (const name of ours) {
    const mine = effective(w.space, a, name);
    if (mine) checks.push(member(name, mine.schema));
  }
  for (const name of declaredNames(b)) {
    if (ours.has(name)) continue;
    const mine = effective(w.space, a, name);
    // A name the writer does not declare is sent only where something invites it, and `true` invites nothing in particular.
    if (mine && !(mine.unknownName && mine.schema.key === w.space.any.key))
      checks.push(member(name, mine.schema));
  }
  if (welcome) checks.push(() => restWithin(a, b, welcome, w));
  for (const facet of a.objects) {
    for (const [pattern, schema] of facet.patterns) checks.push(() => patternWithin(pattern, schema, b, w));
  }
  checks.push(...countsAndNames(a, b, ours, welcome, w));
  return every(checks);
}

function restWithin(a: Norm, b: Norm, welcome: Ref, w: Within): Result {
  const theirs = rest(w.space, b);
  const name = freshName(a, b);
  const checks: Array<() => Result> = [];
  if (theirs && !(w.open && w.space.norm(theirs, w.mode).types === 0)) {
    checks.push(() => {
      const result = w.check(welcome, theirs);
      if (result.answer !== 'no') return result;
      return w.confirm(
        [{ members: new Map([[name, result.value]]) }],
        'values of the map differ, but no whole object could be made',
      );
    });
  }
  for (const facet of b.objects) {
    for (const [pattern, schema] of facet.patterns) {
      if (a.objects.some(own => own.patterns.some(([mine]) => mine === pattern))) continue;
      checks.push(() => {
        const result = w.check(welcome, schema);
        const word = findWord({ inside: [pattern] });
        if (result.answer !== 'no') return result;
        if (word.kind !== 'word') return unknown(`the pattern '${pattern}' is beyond what can be decided`);
        return w.confirm(
          [{ members: new Map([[word.word, result.value]]) }],
          `names like '${pattern}' differ`,
        );
      });
    }
  }
  return every(checks);
}

function freshName(a: Norm, b: Norm): string {
  const taken = new Set([...declaredNames(a), ...declaredNames(b)]);
  for (const name of ['key', 'extra', 'other']) if (!taken.has(name)) return name;
  let i = 1;
  while (taken.has(`key${i}`)) i++;
  return `key${i}`;
}

/** Members `a` invites by pattern must be fine wherever `b` may look at them. */
function patternWithin(pattern: string, schema: Ref, b: Norm, w: Within): Result {
  const checks: Array<() => Result> = [];
  for (const facet of b.objects) {
    const theirs = facet.patterns.map(([text]) => text);
    const closed = facet.additional && w.open && w.space.norm(facet.additional, w.mode).types === 0;
    const targets: Array<{ ref: Ref; names: WordQuery }> = facet.patterns.map(([text, ref]) => ({
      ref,
      names: { inside: [pattern, text] },
    }));
    if (facet.additional && !closed)
      targets.push({ ref: facet.additional, names: { inside: [pattern], outside: theirs } });
    for (const { ref, names } of targets) {
      const word = findWord(names);
      if (word.kind === 'none') continue;
      checks.push(() => {
        const result = w.check(schema, ref);
        if (result.answer !== 'no') return result;
        if (word.kind !== 'word') return unknown(`the pattern '${pattern}' is beyond what can be decided`);
        return w.confirm(
          [{ members: new Map([[word.word, result.value]]) }],
          `names like '${pattern}' could not be compared`,
        );
      });
    }
  }
  return every(checks);
}

function* countsAndNames(
  a: Norm,
  b: Norm,
  ours: ReadonlySet<string>,
  welcome: Ref | undefined,
  w: Within,
): Generator<() => Result> {
  const open = welcome !== undefined && w.space.norm(welcome, w.mode).types !== 0;
  const canGrow = open || a.objects.some(facet => facet.patterns.length > 0);
  if (b.minProperties > Math.max(a.minProperties, a.required.size)) {
    yield () => w.confirm([{}], 'no object with fewer members could be made');
  }
  if (b.maxProperties < a.maxProperties && (canGrow || ours.size > b.maxProperties)) {
    yield () => w.confirm(grown(a, b, ours, w), 'no object with more members could be made');
  }
  for (const names of b.names) {
    if (a.names.some(own => own.key === names.key)) continue;
    const norm = w.space.norm(names, w.mode);
    yield () =>
      every(
        [...ours].map(name => () => {
          if (admits(w.space, norm, name, { mode: w.mode, open: false }) === true) return YES;
          const mine = effective(w.space, a, name);
          const value = mine && w.check(mine.schema, w.space.never);
          return value?.answer === 'no'
            ? w.confirm([{ members: new Map([[name, value.value]]) }], 'propertyNames')
            : YES;
        }),
      );
    if (canGrow) {
      yield () => {
        const mine = w.space.conj([...a.names]);
        const result = a.names.length > 0 ? w.check(mine, names) : unknown('any name');
        if (result.answer === 'yes') return YES;
        const tries = [
          'key',
          'text',
          'a',
          '1',
          ...(result.answer === 'no' && typeof result.value === 'string' ? [result.value] : []),
        ];
        return w.confirm(
          tries.map(name => ({ members: new Map([[name, sample(welcome, w)]]) })),
          'the names allowed in the map could not be compared',
        );
      };
    }
  }
  for (const [name, needs] of b.dependentRequired) {
    const change = { required: needs };
    const label = `required ${[...needs].join(' ')}`;
    yield () =>
      w.whenPresent(name, w.space.slice(b, label, change), 'dependentRequired could not be compared');
  }
  for (const [name, schema] of b.dependentSchemas) {
    if (a.dependentSchemas.get(name)?.key === schema.key) continue;
    yield () => w.whenPresent(name, w.space.norm(schema, w.mode), 'dependentSchemas could not be compared');
  }
}

function* grown(a: Norm, b: Norm, ours: ReadonlySet<string>, w: Within): Generator<Wish> {
  const members = new Map<string, unknown>();
  for (const name of ours) {
    if (members.size > b.maxProperties) break;
    members.set(name, sample(effective(w.space, a, name)?.schema, w));
  }
  for (let i = 1; members.size <= b.maxProperties && i <= 100; i++)
    members.set(`key${i}`, sample(invited(w.space, a), w));
  yield { members };
}
