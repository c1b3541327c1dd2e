import { isObject, own } from '../model/reader';
import { Raw } from './norm';

/** What one alternative says of an object, as far as it can be told without deciding anything. */
interface Outline {
  properties: Map<string, unknown>;
  required: Set<string>;
}

const MAX_DEPTH = 8;
/** Beside these an alternative may be told apart by something else than its properties. */
const FURTHER = [
  'anyOf',
  'oneOf',
  'not',
  'if',
  'enum',
  'const',
  'patternProperties',
  'propertyNames',
  'minProperties',
  'maxProperties',
  'dependentRequired',
  'dependentSchemas',
  'dependencies',
  'unevaluatedProperties',
];

/**
 * Whether `oneOf` can mean what JSON Schema says. Where one open object takes every message of another, "exactly one"
 * would refuse all of them, which nobody who writes `oneOf: [Cat, Dog]` has in mind; such a list is read as `anyOf`.
 */
export function toldApart(branches: readonly Raw[]): boolean {
  const outlines = branches.map(branch => outline(branch, 0));
  return !outlines.some((one, i) =>
    outlines.some((other, j) => i !== j && one && other && swallows(other, one)),
  );
}

/** Every object that `inner` describes is one that `outer` takes as well. */
function swallows(outer: Outline, inner: Outline): boolean {
  if ([...outer.required].some(name => !inner.required.has(name))) return false;
  return [...outer.properties].every(([name, schema]) => {
    const own_ = inner.properties.get(name);
    return own_ === undefined || !inner.required.has(name) || alike(schema, own_);
  });
}

/** Two properties that no value of a type or an enumeration keeps apart. */
function alike(one: unknown, other: unknown): boolean {
  const [a, b] = [one, other].map(values);
  if (a && b) return a.some(value => b.includes(value));
  const [s, t] = [one, other].map(schema => own(schema, 'type'));
  return s === undefined || t === undefined || JSON.stringify(s) === JSON.stringify(t);
}

function values(schema: unknown): string[] | undefined {
  const constant = own(schema, 'const');
  if (constant !== undefined) return [JSON.stringify(constant)];
  const list = own(schema, 'enum');
  return Array.isArray(list) ? list.map(value => JSON.stringify(value)) : undefined;
}

/** `undefined` where the alternative is closed, no object, or says more than properties. */
function outline(raw: Raw, depth: number): Outline | undefined {
  const { value } = raw;
  if (!isObject(value) || depth > MAX_DEPTH || FURTHER.some(keyword => own(value, keyword) !== undefined))
    return undefined;
  const type = own(value, 'type');
  const extra = own(value, 'additionalProperties');
  if ((type !== undefined && type !== 'object') || (extra !== undefined && extra !== true)) return undefined;
  const found: Outline = { properties: new Map(), required: new Set() };
  const ref = own(value, '$ref');
  const target = typeof ref === 'string' ? raw.side.target(raw, ref) : undefined;
  const allOf = own(value, 'allOf');
  const parts = Array.isArray(allOf) ? allOf.map(part => raw.side.raw(part, raw.loc)) : [];
  for (const part of target ? [target, ...parts] : parts) {
    const inner = outline(part, depth + 1);
    if (!inner) return undefined;
    for (const [name, schema] of inner.properties) found.properties.set(name, schema);
    for (const name of inner.required) found.required.add(name);
  }
  const properties = own(value, 'properties');
  for (const [name, schema] of isObject(properties) ? Object.entries(properties) : []) {
    const inner = own(schema, '$ref');
    const behind = typeof inner === 'string' ? raw.side.target(raw, inner)?.value : schema;
    found.properties.set(name, behind);
  }
  const required = own(value, 'required');
  for (const name of Array.isArray(required) ? required : [])
    if (typeof name === 'string') found.required.add(name);
  return type === undefined && found.properties.size === 0 && found.required.size === 0 ? undefined : found;
}
