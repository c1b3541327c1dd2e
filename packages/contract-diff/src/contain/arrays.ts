import { isObject } from '../model/reader';
import { Contains, Norm, Ref } from '../normalize/norm';
import type { Wish } from './instance';
import { declaredNames, effective, elementAt, prefixLength } from './properties';
import { every, Result, unknown, YES } from './result';
import { sample, Within } from './within';

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
