import { effective, elementAt } from '../contain/properties';
import { Prover } from '../contain/prover';
import { canonical } from '../normalize/interner';
import { Mode, Norm, Ref } from '../normalize/norm';
import { ARR, BOOL, INT, NUM, OBJ, STR, typeOf } from '../normalize/types';
import { findWord } from '../pattern';

/** How deep text is looked for: a form, the lists in it, their elements. */
const MAX_DEPTH = 2;

/** Media types that write scalars as text, so that `5` and `"5"` are one message. */
export function travelsAsText(media: string): boolean {
  return /^(application\/x-www-form-urlencoded|multipart\/.+|text\/plain)$/.test(media);
}

/** True when every text is taken. */
export function takesAnyText(norm: Norm): boolean {
  const rules = norm.patterns.length + norm.formats.length + norm.encodings.length;
  const more = norm.nots.length + norm.conditions.length + norm.opaque.length;
  const bound = norm.valueTypes & STR || norm.unions.some(union => union.mask & STR);
  const anyLength = norm.minLength === 0 && norm.maxLength === Infinity;
  return (norm.types & STR) !== 0 && !bound && rules === 0 && more === 0 && anyLength;
}

/**
 * What the reader's schema takes where values travel as text: a schema that takes every text takes a number written as
 * text, too, and one that lists `"1"` takes the number 1 (RFC 6570 knows no types). Only what the
 * writer can send is added, and the reader's schema comes back as it is when that is nothing.
 */
export function readAsText(reader: Ref, writer: Ref, prover: Prover, mode: Mode, depth = 0): Ref {
  if (reader.key === writer.key) return reader;
  const space = prover.space;
  const [reads, writes] = [space.norm(reader, mode), space.norm(writer, mode)];
  const change: Partial<Norm> = scalars(reads, writes, prover);
  const marks: string[] = change.types === undefined ? [] : [`types ${change.types}`];
  const inner = (theirs: Ref, ours: Ref | undefined): Ref => {
    const found = ours ? readAsText(theirs, ours, prover, mode, depth + 1) : theirs;
    if (found !== theirs) marks.push(String(found.key));
    return found;
  };
  if (depth < MAX_DEPTH && reads.types & writes.types & ARR) {
    change.arrays = reads.arrays.map(({ prefix, items }) => ({
      prefix,
      items: items && inner(items, elementAt(space, writes, 0)),
    }));
  }
  if (depth === 0 && reads.types & writes.types & OBJ) {
    change.objects = reads.objects.map(facet => ({
      ...facet,
      properties: new Map(
        [...facet.properties].map(([name, ref]) => [
          name,
          inner(ref, effective(space, writes, name)?.schema),
        ]),
      ),
    }));
  }
  if (marks.length === 0) return reader;
  return space.named(space.derive(reads, `as text ${writes.key} ${marks.join(' ')}`, change), mode);
}

/** The scalars of the writer that the reader takes for their text alone. */
function scalars(reads: Norm, writes: Norm, prover: Prover): Partial<Norm> {
  const some = takesAnyText(reads) ? writes.types & (NUM | BOOL) : numbersAsText(reads, writes);
  const free = some & ~reads.types;
  const twins = sentValues(writes).filter(
    value =>
      !(typeOf(value) & (reads.types | free)) &&
      twinsOf(value).some(twin => prover.takes(reads, twin) === true),
  );
  if (free === 0 && twins.length === 0) return {};
  const bits = twins.reduce<number>((all, value) => all | typeOf(value), 0);
  return {
    types: reads.types | free | bits,
    valueTypes: reads.valueTypes | (bits & NUM ? NUM : 0) | (bits & ~NUM),
    values:
      twins.length === 0
        ? reads.values
        : new Map([...(reads.values ?? []), ...twins.map(value => [canonical(value), value] as const)]),
  };
}

const WHOLE = '^-?(0|[1-9][0-9]*)$';
const NOT_NEGATIVE = '^(0|[1-9][0-9]*)$';

/** Integers whose every text the reader's patterns take, or texts that are all integers without bounds. */
function numbersAsText(reads: Norm, writes: Norm): number {
  const whole = { ...reads, patterns: [] };
  if (reads.patterns.length > 0 && takesAnyText(whole) && (writes.types & NUM) === INT) {
    const every = writes.min && writes.min.value >= 0 ? NOT_NEGATIVE : WHOLE;
    const fits = (pattern: string): boolean =>
      findWord({ inside: [every], outside: [pattern] }).kind === 'none';
    return reads.patterns.every(fits) ? INT : 0;
  }
  const unbounded = !reads.min && !reads.max && reads.multiples.length + reads.formats.length === 0;
  const texts = writes.patterns.length > 0 && (writes.types & STR) !== 0 && !(writes.valueTypes & STR);
  if (!texts || !unbounded || !(reads.types & INT) || reads.valueTypes & NUM || reads.unions.length > 0)
    return 0;
  return findWord({ inside: writes.patterns, outside: [WHOLE] }).kind === 'none' ? STR : 0;
}

/** The values that the writer is limited to, as far as it is. */
function sentValues(writes: Norm): unknown[] {
  const booleans = writes.types & BOOL && !(writes.valueTypes & BOOL) ? [true, false] : [];
  return [...(writes.values?.values() ?? []), ...booleans].filter(
    value => typeOf(value) & (NUM | BOOL | STR) & writes.types,
  );
}

/** Other values that are written with the same characters. */
function twinsOf(value: unknown): unknown[] {
  if (typeof value !== 'string') return [String(value)];
  return [Number(value), value === 'true'].filter(twin => String(twin) === value);
}
