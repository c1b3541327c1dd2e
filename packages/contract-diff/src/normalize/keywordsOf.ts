import { isObject, Json, Loc, own, plainText } from '../model/reader';
import { endingOf } from '../model/ending';
import { tagsOf } from './discriminator';
import { canonical } from './interner';
import { ANYTHING, ArrayFacet, Bound, Contains, Mode, Norm, ObjectFacet, Raw, Ref } from './norm';
import { NULL, typeBits, typeOf } from './types';

/** What reading one schema object needs from the space it lives in. */
export interface Keywords {
  sub(raw: Raw, value: unknown, loc: Loc): Ref;
  never: Ref;
  /** True when the property does not exist in messages of this mode. */
  hidden(ref: Ref, mode: Mode): boolean;
}

/** The keywords of one schema object that need no other schema in place: everything but references and applicators. */
export function keywordsOf(raw: Raw, value: Json, mode: Mode, key: number, space: Keywords): Norm {
  const types = typeBits(own(value, 'type'));
  const nullable = raw.side.legacy && (value.nullable === true || value['x-nullable'] === true);
  const norm: Norm = { ...ANYTHING, key, raws: [raw], notes: notesOf(raw, value, space) };
  if (types !== undefined) norm.types = nullable ? types | NULL : types;
  readValues(norm, value);
  readNumbers(norm, value);
  norm.minLength = count(value.minLength) ?? 0;
  norm.maxLength = count(value.maxLength) ?? Infinity;
  if (typeof value.pattern === 'string') norm.patterns = [value.pattern];
  readContent(norm, value);
  readArray(norm, raw, value, space);
  readObject(norm, raw, value, mode, space);
  return norm;
}

function readValues(norm: Norm, value: Json): void {
  const lists: unknown[][] = [];
  if (Array.isArray(value.enum)) lists.push(value.enum);
  if (Object.prototype.hasOwnProperty.call(value, 'const')) lists.push([value.const]);
  for (const list of lists) {
    const allowed = new Map(list.map(item => [canonical(item), item]));
    const values = norm.values ? new Map([...norm.values].filter(([text]) => allowed.has(text))) : allowed;
    norm.values = values;
  }
  if (!norm.values) return;
  let bits = 0;
  for (const item of norm.values.values()) bits |= typeOf(item);
  norm.types &= bits;
  norm.valueTypes = norm.types & ~NULL;
  norm.values = new Map([...norm.values].filter(([, item]) => item !== null));
  if (norm.values.size === 0) norm.values = undefined;
}

/**
 * What OpenAPI 3.0 calls the formats `byte` and `binary` is `contentEncoding: base64` and a `contentMediaType` of bytes
 * since (OpenAPI 3.1.0, 4.7.14.3).
 */
function readContent(norm: Norm, value: Json): void {
  const isByte = value.format === 'byte';
  if (typeof value.format === 'string' && !isByte) norm.formats = [value.format];
  const content = [isByte ? 'base64' : value.contentEncoding, value.contentMediaType].filter(
    item => typeof item === 'string',
  );
  const text = content.join(' ').toLowerCase();
  if (text === 'application/octet-stream') norm.formats = [...new Set([...norm.formats, 'binary'])];
  else if (text !== '') norm.encodings = [text];
}

function readNumbers(norm: Norm, value: Json): void {
  norm.min = bound(value.minimum, value.exclusiveMinimum, 1);
  norm.max = bound(value.maximum, value.exclusiveMaximum, -1);
  const { multipleOf } = value;
  if (typeof multipleOf === 'number' && multipleOf > 0) norm.multiples = [multipleOf];
}

/** `exclusive` is a boolean up to OpenAPI 3.0 and a number since. */
function bound(inclusive: unknown, exclusive: unknown, sign: 1 | -1): Bound | undefined {
  const value =
    typeof inclusive === 'number' ? { value: inclusive, exclusive: exclusive === true } : undefined;
  if (typeof exclusive !== 'number') return value;
  if (value && (value.value - exclusive) * sign > 0) return value;
  return { value: exclusive, exclusive: true };
}

function readArray(norm: Norm, raw: Raw, value: Json, space: Keywords): void {
  norm.minItems = count(value.minItems) ?? 0;
  norm.maxItems = count(value.maxItems) ?? Infinity;
  norm.unique = value.uniqueItems === true;
  // Before 2020-12 a list under `items` was what `prefixItems` is now.
  const list = Array.isArray(value.items) ? 'items' : 'prefixItems';
  const rest = Array.isArray(value.items) ? 'additionalItems' : 'items';
  const prefix = Array.isArray(value[list])
    ? (value[list] as unknown[]).map((item, i) => space.sub(raw, item, raw.loc.child(list).child(i)))
    : [];
  let items = value[rest] === undefined ? undefined : space.sub(raw, value[rest], raw.loc.child(rest));
  if (items?.key === space.never.key) {
    // Nothing may follow: that is a length.
    norm.maxItems = Math.min(norm.maxItems, prefix.length);
    items = undefined;
  }
  if (prefix.length > 0 || items) norm.arrays = [{ prefix, items } satisfies ArrayFacet];
  if (value.contains !== undefined) {
    const schema = space.sub(raw, value.contains, raw.loc.child('contains'));
    const min = count(value.minContains) ?? 1;
    const max = count(value.maxContains) ?? Infinity;
    const counts = [min, max === Infinity ? -1 : max].map(limit => Math.min(limit, 9998) + 1);
    const key = (schema.key * 10_000 + counts[0]) * 10_000 + counts[1];
    const says = min > 0 || max < Infinity || value.unevaluatedItems !== undefined;
    if (says) norm.contains = [{ key, schema, min, max } satisfies Contains];
  }
}

function readObject(norm: Norm, raw: Raw, value: Json, mode: Mode, space: Keywords): void {
  norm.minProperties = count(value.minProperties) ?? 0;
  norm.maxProperties = count(value.maxProperties) ?? Infinity;
  const properties = new Map<string, Ref>();
  const hidden = new Set<string>();
  if (isObject(value.properties)) {
    const at = raw.loc.child('properties');
    for (const [name, schema] of Object.entries(value.properties)) {
      const ref = space.sub(raw, schema, at.child(name));
      if (space.hidden(ref, mode)) hidden.add(name);
      else properties.set(name, ref);
    }
  }
  const patterns: Array<readonly [string, Ref]> = [];
  if (isObject(value.patternProperties)) {
    const at = raw.loc.child('patternProperties');
    for (const [pattern, schema] of Object.entries(value.patternProperties)) {
      patterns.push([pattern, space.sub(raw, schema, at.child(pattern))]);
    }
  }
  const additional =
    value.additionalProperties === undefined
      ? undefined
      : space.sub(raw, value.additionalProperties, raw.loc.child('additionalProperties'));
  // An object whose properties are all hidden, or that lists none, still says which there are.
  if (isObject(value.properties) || patterns.length > 0 || additional) {
    norm.objects = [{ properties, patterns, additional } satisfies ObjectFacet];
  }
  const required = Array.isArray(value.required)
    ? value.required.filter((name): name is string => typeof name === 'string' && !hidden.has(name))
    : [];
  if (required.length > 0) norm.required = new Set(required);
  if (value.propertyNames !== undefined) {
    norm.names = [space.sub(raw, value.propertyNames, raw.loc.child('propertyNames'))];
  }
  readDependent(norm, raw, value, space);
}

function readDependent(norm: Norm, raw: Raw, value: Json, space: Keywords): void {
  if (isObject(value.dependentRequired)) {
    norm.dependentRequired = new Map(
      Object.entries(value.dependentRequired)
        .filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]))
        .map(([name, needs]) => [name, new Set(needs.map(plainText))]),
    );
  }
  if (isObject(value.dependentSchemas)) {
    const at = raw.loc.child('dependentSchemas');
    norm.dependentSchemas = new Map(
      Object.entries(value.dependentSchemas).map(([name, schema]) => [
        name,
        space.sub(raw, schema, at.child(name)),
      ]),
    );
  }
}

function notesOf(raw: Raw, value: Json, space: Keywords): Norm['notes'] {
  const { deprecated, sunset, replacedBy } = endingOf(value);
  return {
    deprecated,
    sunset,
    replacedBy,
    default: Object.prototype.hasOwnProperty.call(value, 'default') ? { value: value.default } : undefined,
    extensibleEnum: value['x-extensible-enum'] !== undefined && value['x-extensible-enum'] !== false,
    deprecatedValues: value['x-deprecated-enum-values'],
    title: typeof value.title === 'string' ? value.title : undefined,
    content:
      value.contentSchema === undefined
        ? undefined
        : space.sub(raw, value.contentSchema, raw.loc.child('contentSchema')).key,
    xml: value.xml === undefined ? undefined : canonical(value.xml),
    tags: value.discriminator === undefined ? undefined : tagsOf(raw, value, (...at) => space.sub(...at)),
  };
}

/** A count keyword; anything that is not a non-negative number is as good as absent. */
function count(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 ? value : undefined;
}
