import { appendPointer, ContractDocument, parsePointer, resolveUri } from '@treaty/contract-findings';

export type Json = Record<string, unknown>;

/** A value of a contract and where it stands. */
export interface Place {
  file: string;
  pointer: string;
  value: unknown;
}

/** `$ref` chains longer than this are broken. */
const MAX_HOPS = 100;

/** Narrows to a JSON object. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object's own value; never one from its prototype. */
export function own(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The place one or more tokens further down; its value is undefined when nothing stands there. */
export function child(place: Place, ...tokens: Array<string | number>): Place {
  let { value } = place;
  for (const token of tokens) value = Array.isArray(value) ? value[Number(token)] : own(value, String(token));
  return { file: place.file, pointer: appendPointer(place.pointer, ...tokens), value };
}

/** Entries of an object, or items of a list, as places. */
export function children(place: Place): Array<[string, Place]> {
  if (Array.isArray(place.value)) return place.value.map((_, index) => [String(index), child(place, index)]);
  return isObject(place.value) ? Object.keys(place.value).map(key => [key, child(place, key)]) : [];
}

/**
 * A place and every place its `$ref`s lead to, in order; the last one holds the content. A mark may stand at any of
 * them: since OpenAPI 3.1 beside the `$ref`, in all versions at its target. Empty for a reference that leads nowhere.
 */
export function follow(document: ContractDocument, place: Place): Place[] {
  const chain = [place];
  for (let hop = 0; hop < MAX_HOPS; hop++) {
    const ref = own(chain[chain.length - 1].value, '$ref');
    if (typeof ref !== 'string') return chain;
    const target = targetOf(document, chain[chain.length - 1].file, ref);
    if (!target || target.value === undefined) return [];
    chain.push(target);
  }
  return [];
}

/** A lone `%`, or escapes of no UTF-8, are legal in a key; such a fragment is meant literally. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return fragment;
  }
}

function targetOf(document: ContractDocument, from: string, ref: string): Place | undefined {
  const hash = ref.indexOf('#');
  const file = resolveUri(from, hash < 0 ? ref : ref.slice(0, hash));
  const written = hash < 0 ? '' : ref.slice(hash + 1);
  const pointer = decoded(written);
  if (pointer !== '' && !pointer.startsWith('/')) return undefined;
  const root: Place = { file, pointer: '', value: document.files.get(file) };
  const found = child(root, ...parsePointer(pointer));
  return { ...found, pointer };
}
