import { isObject, own } from '../model/place';

const PROPERTY_KEYWORDS = new Set([
  '$defs',
  'definitions',
  'properties',
  'patternProperties',
  'dependencies',
]);
const LIST_KEYWORDS = new Set(['items', 'allOf', 'anyOf', 'oneOf']);
const SCHEMA_KEYWORDS = new Set([
  'additionalItems',
  'items',
  'contains',
  'additionalProperties',
  'propertyNames',
  'not',
  'if',
  'then',
  'else',
]);
/** Values, not schemas: nobody looks for schemas below them. */
const VALUE_KEYWORDS = new Set(['default', 'enum', 'const', 'required']);

/**
 * True when a schema, or one inside it, may register itself in the validator under a name: then validating it depends
 * on what was validated before, and a result must not be remembered. Follows the traversal of the stock function, which
 * drops an `id` below keywords it does not know; in doubt it says true.
 */
export function hasIdentity(schema: unknown): boolean {
  const seen = new Set<object>();
  const stack: Array<{ value: unknown; known: boolean }> = [{ value: schema, known: true }];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const { value, known } = item;
    if (!isObject(value) || seen.has(value)) continue;
    seen.add(value);
    for (const key of ['$id', '$anchor', '$dynamicAnchor', '$recursiveAnchor']) {
      if (own(value, key) !== undefined && typeof own(value, key) !== 'object') return true;
    }
    if (known && typeof own(value, 'id') === 'string') return true;
    for (const key of Object.keys(value)) {
      const member = own(value, key);
      if (Array.isArray(member)) {
        if (LIST_KEYWORDS.has(key)) for (const entry of member) stack.push({ value: entry, known: true });
      } else if (PROPERTY_KEYWORDS.has(key)) {
        if (isObject(member))
          for (const name of Object.keys(member)) stack.push({ value: own(member, name), known: true });
      } else if (!VALUE_KEYWORDS.has(key)) {
        stack.push({ value: member, known: SCHEMA_KEYWORDS.has(key) });
      }
    }
  }
  return false;
}
