import { parsePointer, resolveUri } from '@treaty/contract-findings';
import { childRole, Role } from './walk-refs';

/** A `$ref` taken apart. `uri` is the file it names, seen from the referring file; `fragment` is percent-decoded. */
export interface RefTarget {
  uri: string;
  /** The uri with percent escapes as written, when that differs; other rooms look files up by it. */
  rawUri?: string;
  fragment: string;
}

/** Splits and decodes a `$ref`; `undefined` when its percent escapes are broken. */
export function targetOf(from: string, ref: string): RefTarget | undefined {
  const hash = ref.indexOf('#');
  const filePart = hash < 0 ? ref : ref.slice(0, hash);
  try {
    const fragment = hash < 0 ? '' : decodeURIComponent(ref.slice(hash + 1));
    const remote = isRemote(filePart);
    const uri = resolveUri(from, remote ? filePart : decodeURIComponent(filePart));
    const rawUri = resolveUri(from, filePart);
    return rawUri === uri ? { uri, fragment } : { uri, rawUri, fragment };
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return undefined;
  }
}

/** True for a reference that leaves the file system of the contract: `https:`, `file:`, `C:\`, `//host`. */
export function isRemote(ref: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(ref) || ref.startsWith('//') || ref.startsWith('\\\\');
}

/** True for a mapping that is a reference. */
export function refOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const ref = Object.hasOwn(value, '$ref') ? (value as Record<string, unknown>).$ref : undefined;
  return typeof ref === 'string' ? ref : undefined;
}

/** What following a fragment came to. */
export type Resolution =
  | { kind: 'found'; value: unknown; pointer: string; role: Role; file: string }
  /** A `$ref` on the way leads into another file, or through another fragment: go on there. */
  | { kind: 'through'; file: string; ref: string; rest: string[] }
  /** `parent` lacks `token`; `names` are what it has. */
  | { kind: 'missing'; parent: string; token: string; names: string[] };

/** Follows raw tokens from `value`, the node at the root of `file` (or where an earlier `through` arrived). */
export function stepThrough(
  value: unknown,
  tokens: readonly string[],
  file: string,
  start = '',
  startRole: Role = 'object',
): Resolution {
  let at = value;
  let role = startRole;
  let pointer = start;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    const isList = Array.isArray(at);
    const has = isList
      ? /^(0|[1-9]\d*)$/.test(token) && Number(token) < (at as unknown[]).length
      : typeof at === 'object' && at !== null && Object.hasOwn(at, token);
    if (!has) {
      const ref = refOf(at);
      if (ref !== undefined && role !== 'data') return { kind: 'through', file, ref, rest: tokens.slice(i) };
      const names = typeof at === 'object' && at !== null && !isList ? Object.keys(at) : [];
      return { kind: 'missing', parent: pointer, token, names };
    }
    const next = (at as Record<string, unknown>)[token];
    if (!isList) role = childRole(role, token, next);
    at = next;
    pointer += `/${token.replace(/~/g, '~0').replace(/\//g, '~1')}`;
  }
  return { kind: 'found', value: at, pointer, role, file };
}

/** A fragment's tokens, or `undefined` when it is a plain name (`#order`, JSON Schema `$anchor`). */
export function fragmentTokens(fragment: string): string[] | undefined {
  return fragment === '' || fragment.startsWith('/') ? parsePointer(fragment) : undefined;
}

/** The first object below `value` whose `key` says `wanted`; for `$anchor` and `$id`, which are rare. */
export function findByKeyword(value: unknown, keys: readonly string[], wanted: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const key of keys) {
    if (Object.hasOwn(value, key) && (value as Record<string, unknown>)[key] === wanted) return value;
  }
  for (const child of Object.values(value)) {
    const found = findByKeyword(child, keys, wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}
