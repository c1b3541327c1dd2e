/**
 * Postgres text and jsonb hold neither NUL nor half of a surrogate pair, and a contract may contain both. The document
 * itself is kept as bytes; what is derived from it is written with U+FFFD in their place.
 */
export function storableText(text: string): string {
  return text
    .replaceAll('\0', '\uFFFD')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}

/** {@link storableText} of an optional text, `null` for none: what an insert wants. */
export function storableOrNull(text: string | undefined): string | null {
  return text === undefined ? null : storableText(text);
}

/** JSON text for a jsonb column. */
export function storableJson(value: unknown): string {
  return JSON.stringify(clean(value));
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [storableText(key), clean(item)]));
  }
  return value;
}
