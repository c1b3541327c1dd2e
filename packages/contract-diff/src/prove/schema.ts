import { isObject, Json, own } from '../model/reader';
import { Mode, Raw } from '../normalize/norm';
import { toldApart } from '../normalize/toldApart';

const MAX_DEPTH = 60;
/** Schema objects translated for one value; beyond that there is no independent word on it. */
export const MAX_WORK = 5000;

/** What one translation is made of; for one value and one mode. */
export class Work {
  /** Counts down; negative when it was cut short. */
  left = MAX_WORK;
  /** A keyword whose value JSON Schema does not allow: nobody can say what was meant. */
  malformed: string | undefined;
  /** How often a schema was met inside itself, in place. */
  cuts = 0;
  private readonly known = {
    open: new Map<unknown, Map<unknown, unknown>>(),
    closed: new Map<unknown, Map<unknown, unknown>>(),
  };

  /** `define` takes a schema that others refer to by the name it gives back. */
  constructor(private readonly define: (schema: Json) => string) {}

  /** The translation of a referenced schema, as a reference: it is made and compiled once however often it is met. */
  once(source: unknown, value: unknown, reads: boolean, translate: () => unknown): unknown {
    const known = this.known[reads ? 'open' : 'closed'];
    const byValue = known.get(source) ?? new Map<unknown, unknown>();
    known.set(source, byValue);
    if (byValue.has(value)) return byValue.get(value);
    const { cuts } = this;
    const made = translate();
    // What was cut short holds only inside the schema that it was cut for.
    if (this.cuts !== cuts || !isObject(made)) return made;
    const reference = { $ref: this.define(made) };
    byValue.set(value, reference);
    return reference;
  }
}

/**
 * A schema of the document as plain JSON Schema 2020-12, as far as one value can tell: only members and elements the
 * value has are translated, so recursion ends with the value. Works on the document as written, not on normal forms.
 */
export function schemaFor(
  raw: Raw,
  value: unknown,
  mode: Mode,
  reads: boolean,
  work: Work,
  depth = 0,
  around: readonly unknown[] = [],
): unknown {
  const source = raw.value;
  if (!isObject(source)) return source === false ? false : true;
  // A schema that contains itself in place says nothing more the second time.
  if (around.includes(source)) {
    work.cuts++;
    return true;
  }
  if (depth > MAX_DEPTH || work.left-- <= 0) {
    work.left = -1;
    return true;
  }
  const here = [...around, source];
  const sub = (inner: unknown, at: unknown): unknown =>
    schemaFor(raw.side.raw(inner, raw.loc), at, mode, reads, work, depth + 1, at === value ? here : []);
  const closedFor = (inner: unknown, at: unknown): unknown =>
    schemaFor(raw.side.raw(inner, raw.loc), at, mode, false, work, depth + 1, here);
  const ref = own(source, '$ref');
  const target = typeof ref === 'string' ? raw.side.target(raw, ref) : undefined;
  const referred = target
    ? work.once(target.value, value, reads, () =>
        schemaFor(target, value, mode, reads, work, depth + 1, here),
      )
    : true;
  if (typeof ref === 'string' && raw.side.legacy) return referred;
  const open = reads && mode === 'response';
  const nullable = raw.side.legacy && (source.nullable === true || source['x-nullable'] === true);
  const out: Json = {};
  const parts: unknown[] = target ? [referred] : [];
  for (const [keyword, inner] of Object.entries(source)) {
    switch (keyword) {
      case 'allOf':
        if (Array.isArray(inner)) parts.push(...inner.map(item => sub(item, value)));
        break;
      case 'anyOf':
      case 'oneOf':
        if (Array.isArray(inner)) {
          const branches = inner.map(item => sub(item, value));
          // Where a discriminator selects the branch, others may match as well.
          const apart = !isObject(value) || toldApart(inner.map(item => raw.side.raw(item, raw.loc)));
          const exclusive = keyword === 'oneOf' && !source.discriminator && apart;
          if (exclusive && open) {
            // Closed objects are read as open, which must not make branches overlap that were apart.
            const strict = inner.map(item => closedFor(item, value));
            parts.push({ anyOf: branches }, { anyOf: [{ oneOf: strict }, { not: { anyOf: strict } }] });
          } else parts.push({ [exclusive ? 'oneOf' : 'anyOf']: branches });
        }
        break;
      case 'not':
      case 'if':
      case 'then':
      case 'else':
        out[keyword] = sub(inner, value);
        break;
      case 'properties':
      case 'patternProperties':
      case 'dependentSchemas':
        if (isObject(inner)) out[keyword] = membersOf(inner, value, keyword, raw, mode, sub);
        break;
      case 'additionalProperties':
      case 'unevaluatedProperties':
        if (!(open && inner === false))
          out[keyword] = isObject(value) ? each(Object.values(value), inner, sub) : true;
        break;
      case 'contains':
        // Apart from the rest: beside prefixItems the validator overlooks it in an empty array.
        if (Array.isArray(value)) {
          const { minContains, maxContains } = source;
          const counts = Object.entries({ minContains, maxContains }).filter(
            ([, count]) => count !== undefined,
          );
          work.malformed ??= counts.find(([name, count]) => !wellFormed(name, count))?.[0];
          parts.push({ contains: each(value, inner, sub), ...Object.fromEntries(counts) });
        }
        break;
      case 'items':
      case 'unevaluatedItems':
        if (Array.isArray(value) && !Array.isArray(inner)) out[keyword] = each(value, inner, sub);
        break;
      case 'prefixItems':
        if (Array.isArray(value) && Array.isArray(inner))
          out[keyword] = inner.map((item, i) => sub(item, value[i]));
        break;
      case 'required':
        if (Array.isArray(inner))
          out.required = inner.filter(name => typeof name === 'string' && !hidden(source, name, raw, mode));
        break;
      case 'exclusiveMinimum':
      case 'exclusiveMaximum': {
        const bound = keyword === 'exclusiveMinimum' ? 'minimum' : 'maximum';
        if (inner === true && typeof source[bound] === 'number') out[keyword] = source[bound];
        else if (typeof inner === 'number') out[keyword] = inner;
        break;
      }
      case 'type':
        if (inner !== 'file') out.type = nullable && typeof inner === 'string' ? [inner, 'null'] : inner;
        break;
      case 'enum':
        // The validator knows no empty enumeration; nothing is in it.
        if (Array.isArray(inner) && inner.length === 0) parts.push(false);
        else out.enum = inner;
        break;
      case 'const':
      case 'minimum':
      case 'maximum':
      case 'multipleOf':
      case 'minLength':
      case 'maxLength':
      case 'pattern':
      case 'format':
      case 'minItems':
      case 'maxItems':
      case 'uniqueItems':
      case 'minProperties':
      case 'maxProperties':
      case 'dependentRequired':
        if (!wellFormed(keyword, inner)) work.malformed = keyword;
        out[keyword] = inner;
        break;
      case 'propertyNames':
        // A translation for one text is one for all.
        out[keyword] = isObject(value) ? sub(inner, 'name') : true;
        break;
      default:
    }
  }
  if (parts.length > 0) out.allOf = parts;
  const untyped = nullable && source.type === undefined && source.enum === undefined;
  return untyped ? { anyOf: [out, { type: 'null' }] } : out;
}

/** What the validator's compiler would not notice by itself. */
function wellFormed(keyword: string, value: unknown): boolean {
  if (/^(min|max)[A-Z]/.test(keyword)) return Number.isInteger(value) && (value as number) >= 0;
  if (keyword === 'multipleOf') return typeof value === 'number' && value > 0;
  if (keyword !== 'dependentRequired') return true;
  return isObject(value) && Object.values(value).every(needs => Array.isArray(needs) && needs.every(isText));
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function membersOf(
  inner: Json,
  value: unknown,
  keyword: string,
  raw: Raw,
  mode: Mode,
  sub: (schema: unknown, at: unknown) => unknown,
): Json {
  const entries = Object.entries(inner).flatMap(([name, schema]) => {
    if (keyword === 'patternProperties')
      return [[name, isObject(value) ? each(Object.values(value), schema, sub) : true] as const];
    // What is said about members the value does not have says nothing about the value.
    if (!isObject(value) || !Object.prototype.hasOwnProperty.call(value, name)) return [];
    if (keyword === 'dependentSchemas') return [[name, sub(schema, value)] as const];
    return hidden({ properties: inner }, name, raw, mode) ? [] : [[name, sub(schema, value[name])] as const];
  });
  return Object.fromEntries(entries);
}

/** The schema for several values that one keyword is about, each in the translation that is made for it. */
function each(
  values: readonly unknown[],
  inner: unknown,
  sub: (schema: unknown, at: unknown) => unknown,
): unknown {
  if (typeof inner === 'boolean') return inner;
  const plain = values.filter(value => typeof value !== 'object' || value === null);
  // Translations differ only where values have parts of their own.
  const translated = values
    .filter(value => !plain.includes(value))
    .map(value => ({ value, schema: sub(inner, value) }));
  const alternatives = translated.map(({ value, schema }) =>
    translated.length === 1 && plain.length === 0 ? schema : { allOf: [schema, { const: value }] },
  );
  if (plain.length > 0) alternatives.push(plainOnly(sub(inner, plain[0]), translated.length > 0));
  return alternatives.length === 1 ? alternatives[0] : { anyOf: [...alternatives, false] };
}

function plainOnly(schema: unknown, mixed: boolean): unknown {
  return mixed ? { allOf: [schema, { type: ['null', 'boolean', 'number', 'string'] }] } : schema;
}

function hidden(source: Json, name: string, raw: Raw, mode: Mode): boolean {
  const flag = mode === 'request' ? 'readOnly' : 'writeOnly';
  let schema = own(source.properties, name);
  for (let i = 0; i < 8 && isObject(schema); i++) {
    if (schema[flag] === true && !(raw.side.legacy && schema.$ref !== undefined)) return true;
    const ref = schema.$ref;
    schema = typeof ref === 'string' ? raw.side.target(raw, ref)?.value : undefined;
  }
  return false;
}
