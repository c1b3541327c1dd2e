import { Norm, Ref } from '../normalize/norm';
import { findWord, WordQuery } from '../pattern';
import { admits } from './evaluate';
import type { Wish } from './instance';
import { declaredNames, effective, invited, rest } from './properties';
import { every, Result, unknown, YES } from './result';
import { sample, Within } from './within';

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
