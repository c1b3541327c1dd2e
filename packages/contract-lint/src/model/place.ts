import { Subject } from '@treaty/contract-findings';

/** A JSON object as parsed from a contract. */
export type JsonObject = Record<string, unknown>;

/**
 * Where a value stands. `tokens` are raw JSON Pointer tokens inside `file`: the real place, shown to people and hashed.
 * `route` is the way from the root document with every `$ref` replaced by its target, which is the only language stock
 * Spectral understands; it equals `tokens` wherever the real place is in the root file.
 */
export interface Place {
  file: string;
  tokens: readonly string[];
  route: readonly string[];
}

/** A value, where it stands and what it is about. */
export interface Node<T = JsonObject> {
  value: T;
  place: Place;
  subject: Subject;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Own property lookup; a contract may have a key called `constructor` or `__proto__`. */
export function own(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.prototype.hasOwnProperty.call(value, key)
    ? (value as JsonObject)[key]
    : undefined;
}

/** The place of a member of the value at `place`. */
export function childPlace(place: Place, ...tokens: Array<string | number>): Place {
  const added = tokens.map(String);
  return { file: place.file, tokens: [...place.tokens, ...added], route: [...place.route, ...added] };
}

/** The member of a node, with the same subject unless another is given; `value` is whatever is there. */
export function childNode(
  node: Node<unknown>,
  tokens: ReadonlyArray<string | number>,
  subject?: Subject,
): Node<unknown> {
  let value: unknown = node.value;
  for (const token of tokens) value = own(value, String(token));
  return { value, place: childPlace(node.place, ...tokens), subject: subject ?? node.subject };
}

/** Narrows a node to one that holds an object. */
export function asObjectNode(node: Node<unknown> | undefined): Node | undefined {
  return node !== undefined && isObject(node.value) ? (node as Node) : undefined;
}

/** One string per real place. */
export function placeKey(place: Pick<Place, 'file' | 'tokens'>): string {
  return `${place.file}\u0000${place.tokens.join('\u0001')}`;
}
