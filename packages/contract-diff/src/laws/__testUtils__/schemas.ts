import fc from 'fast-check';
import { isObject, Json } from '../../model/reader';

/** Names that properties are drawn from; few, so that two schemas have something to do with each other. */
const NAMES = ['a', 'b', 'kind'];

const scalar: fc.Arbitrary<Json> = fc.oneof(
  fc.record(
    {
      type: fc.constantFrom<unknown>('integer', 'number', ['integer', 'null']),
      minimum: fc.integer({ min: -2, max: 4 }),
      maximum: fc.integer({ min: 2, max: 9 }),
      multipleOf: fc.constantFrom(1, 2, 3, 0.5),
    },
    { requiredKeys: ['type'] },
  ),
  fc.record(
    {
      type: fc.constantFrom<unknown>('string', ['string', 'null']),
      minLength: fc.nat(3),
      maxLength: fc.integer({ min: 2, max: 6 }),
      pattern: fc.constantFrom('^[a-c]+$', '^[a-z]*$', '^\\d+$', 'b'),
      format: fc.constantFrom('date', 'uuid', 'email'),
    },
    { requiredKeys: ['type'] },
  ),
  fc.record({ enum: fc.uniqueArray(fc.constantFrom<unknown>('x', 'y', 'z', 1, 2, null), { minLength: 1 }) }),
  fc.record({ const: fc.constantFrom<unknown>('x', 'y', 1) }),
  fc.constantFrom<Json>({ type: 'boolean' }, { type: 'null' }, {}),
);

/** Well-formed schemas of a few keywords each. */
export const schemas: fc.Arbitrary<Json> = fc.letrec<{ schema: Json }>(tie => ({
  schema: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 4, arbitrary: scalar },
    {
      weight: 3,
      arbitrary: fc.record(
        {
          type: fc.constant('object'),
          properties: fc.dictionary(fc.constantFrom(...NAMES), tie('schema'), { maxKeys: 3 }),
          required: fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 2 }),
          additionalProperties: fc.oneof(fc.boolean(), tie('schema')),
          maxProperties: fc.integer({ min: 1, max: 3 }),
          dependentRequired: fc.constantFrom({ a: ['b'] }, { kind: ['a', 'b'] }),
        },
        { requiredKeys: ['type', 'properties'] },
      ),
    },
    {
      weight: 2,
      arbitrary: fc.record(
        {
          type: fc.constant('array'),
          items: tie('schema'),
          prefixItems: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
          minItems: fc.nat(2),
          maxItems: fc.integer({ min: 1, max: 3 }),
          uniqueItems: fc.boolean(),
          contains: tie('schema'),
        },
        { requiredKeys: ['type', 'items'] },
      ),
    },
    {
      weight: 2,
      arbitrary: fc.oneof(
        fc.record({ anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }) }),
        fc.record({ oneOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }) }),
        fc.record({ allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
        fc.record({ type: fc.constantFrom('string', 'integer'), not: scalar }),
      ),
    },
  ),
})).schema;

/** A pair that differs in one place: edits teach more than two strangers. */
export const pairs: fc.Arbitrary<{ before: Json; after: Json }> = fc
  .tuple(schemas, schemas, fc.nat(6), fc.boolean())
  .map(([before, other, at, strangers]) => ({
    before,
    after: strangers ? other : edited(before, other, { left: at }),
  }));

/** A copy with the schema at the n-th place replaced. */
export function edited(schema: unknown, other: Json, count: { left: number }): Json {
  if (count.left-- <= 0 || !isObject(schema)) return other;
  const { left } = count;
  const out: Json = { ...schema };
  for (const keyword of Object.keys(schema)) {
    const inner = schema[keyword];
    if (count.left < 0) break;
    if (keyword === 'properties' && isObject(inner)) {
      out.properties = Object.fromEntries(
        Object.entries(inner).map(([name, child]) => [
          name,
          count.left < 0 ? child : edited(child, other, count),
        ]),
      );
    } else if (['anyOf', 'oneOf', 'allOf', 'prefixItems'].includes(keyword) && Array.isArray(inner)) {
      out[keyword] = inner.map(child => (count.left < 0 ? child : edited(child, other, count)));
    } else if ((keyword === 'items' || keyword === 'not') && isObject(inner)) {
      out[keyword] = edited(inner, other, count);
    }
  }
  // Nothing inside was left to replace: drop a keyword instead.
  if (left === count.left) {
    const [keyword] = Object.keys(schema)
      .filter(name => name !== 'properties')
      .slice(-1);
    if (keyword !== undefined) delete out[keyword];
  }
  return out;
}

/** Values that follow a schema more or less; the independent validator says which do. */
export function valuesOf(schema: unknown): fc.Arbitrary<unknown> {
  if (!isObject(schema)) return fc.constantFrom<unknown>('x', 1, null);
  const parts: Array<fc.Arbitrary<unknown>> = [];
  const types = [schema.type].flat();
  if (Array.isArray(schema.enum)) parts.push(fc.constantFrom(...(schema.enum as unknown[])));
  if (schema.const !== undefined) parts.push(fc.constant(schema.const));
  for (const keyword of ['anyOf', 'oneOf', 'allOf'] as const) {
    const list = schema[keyword];
    if (!Array.isArray(list)) continue;
    if (keyword === 'allOf') parts.push(fc.tuple(...list.map(valuesOf)).map(merged));
    else parts.push(...list.map(valuesOf));
  }
  if (types.includes('object') || isObject(schema.properties)) parts.push(objectsOf(schema));
  if (types.includes('array')) {
    const prefix = Array.isArray(schema.prefixItems) ? schema.prefixItems : [];
    const rest = fc.array(valuesOf(schema.items), { maxLength: 3 });
    parts.push(fc.tuple(fc.tuple(...prefix.map(valuesOf)), rest).map(([lead, more]) => [...lead, ...more]));
  }
  if (types.includes('string'))
    parts.push(fc.constantFrom('', 'a', 'b', 'abc', 'abcdef', '12', 'x', '2026-01-31', 'ada@example.com'));
  if (types.includes('integer') || types.includes('number'))
    parts.push(fc.integer({ min: -4, max: 10 }), fc.constantFrom(0.5, 2.5, 9.5));
  if (types.includes('boolean')) parts.push(fc.boolean());
  if (types.includes('null')) parts.push(fc.constant(null));
  return parts.length > 0 ? fc.oneof(...parts) : fc.constantFrom<unknown>('x', 1, 2.5, true, null, {}, []);
}

function objectsOf(schema: Json): fc.Arbitrary<unknown> {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const model: Record<string, fc.Arbitrary<unknown>> = {};
  for (const [name, child] of Object.entries(properties)) model[name] = valuesOf(child);
  const { additionalProperties } = schema;
  // Only what is invited: consumers send nothing else.
  if (additionalProperties !== undefined && additionalProperties !== false)
    for (const name of ['z', ...NAMES]) model[name] ??= valuesOf(additionalProperties);
  return fc.record(model, { requiredKeys: [] });
}

function merged(values: unknown[]): unknown {
  return values.every(isObject) ? Object.assign({}, ...values) : values[0];
}
