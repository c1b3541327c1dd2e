/**
 * A place in a contract document. `pointer` is an RFC 6901 JSON Pointer (`''` is the whole document) inside `file`.
 * Engines fill `file` and `pointer`; the host that holds the texts adds `line` and `column` (both 1-based).
 */
export interface SourceLocation {
  file: string;
  pointer: string;
  line?: number;
  column?: number;
}

/** Appends raw (unescaped) tokens to a JSON Pointer, escaping `~` and `/` (RFC 6901 section 3). */
export function appendPointer(pointer: string, ...tokens: Array<string | number>): string {
  let out = pointer;
  for (const token of tokens) out += `/${escapePointerToken(String(token))}`;
  return out;
}

/** Escapes one reference token (RFC 6901 section 3). */
export function escapePointerToken(token: string): string {
  return token.replace(/~/g, '~0').replace(/\//g, '~1');
}

/** Splits a JSON Pointer into raw tokens. Throws a `RangeError` when a non-empty pointer lacks its leading slash. */
export function parsePointer(pointer: string): string[] {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) throw new RangeError(`not a JSON Pointer (RFC 6901): '${pointer}'`);
  return pointer
    .slice(1)
    .split('/')
    .map(token => token.replace(/~1/g, '/').replace(/~0/g, '~'));
}
