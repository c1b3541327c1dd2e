import { isObject, own } from '../model/place';
import { hasIdentity } from './schema-identity';

/** Keywords whose value is one schema. */
const SINGLE = new Set([
  'additionalItems',
  'additionalProperties',
  'contains',
  'else',
  'if',
  'not',
  'propertyNames',
  'then',
]);
/** Keywords whose value is a list of schemas. */
const LISTS = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
/** Keywords whose value maps names to schemas. */
const MAPS = new Set(['properties', 'patternProperties', 'dependentSchemas']);
/** Keywords that are copied: they decide about a value, or the meta-schema has an opinion about them. */
const COPIED = new Set([
  'type',
  'format',
  'enum',
  'const',
  'multipleOf',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
  'pattern',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minContains',
  'maxContains',
  'minProperties',
  'maxProperties',
  'required',
  'dependentRequired',
  'nullable',
  'title',
  'description',
  'deprecated',
  'readOnly',
  'writeOnly',
  '$comment',
  'contentEncoding',
  'contentMediaType',
]);
/** Keywords that no validator of JSON Schema looks at, whatever they hold. */
const IGNORED = new Set(['default', 'example', 'xml', 'externalDocs', 'discriminator']);

/** A schema that is not for the short way. */
export class NotPlain extends Error {}

/** A part of a schema as it is handed to the validator: itself, or a reference to where it is registered. */
export interface Part {
  schema: unknown;
  /** It, or a part of it, is meant for one direction only. */
  directional: boolean;
}

/**
 * Takes a resolved schema apart into pieces that are registered once each, however often the schema repeats them:
 * resolving turned two thousand components into two hundred thousand copies, and a validator compiled for each costs more
 * than everything else together. Understands the keywords it lists and refuses everything else.
 */
export class SchemaPieces {
  private readonly known = new WeakMap<object, Part | null>();
  /** Objects on the way down; one that meets itself has no end. */
  private readonly open = new Set<object>();

  /** @param register - keeps a piece and returns the name under which a `$ref` finds it. */
  constructor(private readonly register: (schema: object) => string) {}

  /** Throws {@link NotPlain} when the schema, or something in it, is beyond what is understood here. */
  part(value: unknown): Part {
    if (!isObject(value)) {
      if (typeof value === 'boolean') return { schema: value, directional: false };
      throw new NotPlain();
    }
    const known = this.known.get(value);
    if (known) return known;
    if (known === null || this.open.has(value)) throw new NotPlain();
    this.open.add(value);
    try {
      const part = this.read(value);
      this.known.set(value, part);
      return part;
    } catch (error) {
      if (error instanceof NotPlain) this.known.set(value, null);
      throw error;
    } finally {
      this.open.delete(value);
    }
  }

  private read(value: Record<string, unknown>): Part {
    const copy: Record<string, unknown> = {};
    let directional = value.readOnly === true || value.writeOnly === true;
    let hasParts = false;
    const child = (member: unknown): unknown => {
      const part = this.part(member);
      directional ||= part.directional;
      hasParts = true;
      return part.schema;
    };
    for (const key of Object.keys(value)) {
      const member = own(value, key);
      if (COPIED.has(key)) copy[key] = json(member);
      else if (SINGLE.has(key) || (key === 'items' && !Array.isArray(member))) copy[key] = child(member);
      else if (LISTS.has(key) || key === 'items') copy[key] = list(member).map(child);
      else if (MAPS.has(key)) copy[key] = mapValues(member, child);
      else if (!isIgnored(key, member) || hasIdentity({ [key]: member })) throw new NotPlain();
    }
    // A leaf is shorter than a reference to it.
    return { schema: hasParts ? { $ref: this.register(copy) } : copy, directional };
  }
}

/** Nothing looks at it, unless it holds an `id`: the stock validator registers those wherever it meets them. */
function isIgnored(key: string, member: unknown): boolean {
  return IGNORED.has(key) || key.startsWith('x-') || (key === 'examples' && Array.isArray(member));
}

function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new NotPlain();
  return value;
}

function mapValues(value: unknown, change: (member: unknown) => unknown): Record<string, unknown> {
  if (!isObject(value) || Object.hasOwn(value, '__proto__')) throw new NotPlain();
  return Object.fromEntries(Object.keys(value).map(key => [key, change(own(value, key))]));
}

/** The stock function clones by way of JSON; what would not survive that is not judged here. */
function json(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map(json);
  if (
    isObject(value) &&
    Object.getPrototypeOf(value) === Object.prototype &&
    !Object.hasOwn(value, '__proto__')
  )
    return Object.fromEntries(Object.keys(value).map(key => [key, json(own(value, key))]));
  throw new NotPlain();
}
