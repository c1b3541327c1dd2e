import { ContractDocument, parsePointer, resolveUri } from '@treaty/contract-findings';

/** A value of the document and the file it stands in, so that its `$ref`s can be followed. */
export interface Node {
  file: string;
  value: unknown;
}

type Json = Record<string, unknown>;

/** Bound on `$ref` hops and on schemas visited per token; hostile documents loop. */
const MAX_STEPS = 200;

/** Narrows to a JSON object. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Follows `$ref`s until something else stands there; undefined when a reference points nowhere or in circles. */
export function deref(document: ContractDocument, node: Node): Node | undefined {
  let current = node;
  for (let hop = 0; hop < MAX_STEPS; hop++) {
    if (!isObject(current.value) || typeof current.value.$ref !== 'string') return current;
    const [filePart, fragment = ''] = current.value.$ref.split('#');
    const file = resolveUri(current.file, filePart);
    if (!document.files.has(file)) return undefined;
    if (fragment !== '' && !fragment.startsWith('/')) return undefined;
    let value: unknown = document.files.get(file);
    for (const token of parsePointer(safeDecode(fragment))) {
      value = isObject(value) || Array.isArray(value) ? (value as Json)[token] : undefined;
    }
    if (value === undefined) return undefined;
    current = { file, value };
  }
  return undefined;
}

function safeDecode(fragment: string): string {
  // A lone `%`, or escapes of no UTF-8, are legal in a key; such a fragment is meant literally.
  try {
    return decodeURIComponent(fragment);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return fragment;
  }
}

/** Child of an object node, with `$ref`s followed. */
export function child(document: ContractDocument, node: Node | undefined, key: string): Node | undefined {
  if (!node || !isObject(node.value) || !Object.hasOwn(node.value, key)) return undefined;
  return deref(document, { file: node.file, value: node.value[key] });
}

/** Result of walking a pointer through a schema. */
export type SchemaPathResult =
  | { ok: true; path: string; schemas: Node[] }
  | { ok: false; /** The part that was understood. */ known: string; token: string; candidates: string[] };

/**
 * Walks tokens of a message through its schema and returns the canonical pointer: items become `*`, keys of a map `{*}`,
 * so that a usage fact never stores a customer's key. Every branch of `allOf`, `anyOf` and `oneOf` is tried. A schema that
 * says nothing about its children accepts any token as it is.
 */
export function resolveSchemaPath(
  document: ContractDocument,
  schema: Node | undefined,
  pointer: string,
): SchemaPathResult {
  let nodes = schema ? branches(document, schema) : [];
  const out: string[] = [];
  for (const token of parsePointer(pointer)) {
    const step = nodes.length === 0 ? undefined : stepInto(nodes, token);
    if (step && step.next.length === 0)
      return { ok: false, known: toPointer(out), token, candidates: step.candidates };
    out.push(step ? step.canonical : token);
    nodes = step ? step.next.flatMap(node => branches(document, node)) : [];
  }
  return { ok: true, path: toPointer(out), schemas: nodes };
}

/** The schema itself and every schema it is composed of. */
function branches(document: ContractDocument, schema: Node): Node[] {
  const out: Node[] = [];
  const queue: Node[] = [schema];
  for (let steps = 0; queue.length > 0 && steps < MAX_STEPS; steps++) {
    const node = deref(document, queue.shift()!);
    if (!node || !isObject(node.value) || out.some(seen => seen.value === node.value)) continue;
    out.push(node);
    for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
      const list = node.value[keyword];
      if (Array.isArray(list)) queue.push(...list.map(value => ({ file: node.file, value })));
    }
  }
  return out;
}

function stepInto(nodes: Node[], token: string) {
  const next: Node[] = [];
  const candidates = new Set<string>();
  let canonical = token;
  let silent = true;
  for (const node of nodes) {
    const value = node.value as Json;
    if (isObject(value.properties)) {
      silent = false;
      Object.keys(value.properties).forEach(name => candidates.add(name));
      if (Object.hasOwn(value.properties, token)) {
        canonical = token;
        next.push({ file: node.file, value: value.properties[token] });
      }
    }
    if (value.items !== undefined && /^(\*|-|\d+)$/.test(token)) {
      canonical = '*';
      next.push({ file: node.file, value: value.items });
    }
    if (value.items !== undefined || value.type === 'array') {
      silent = false;
      candidates.add('*');
    }
  }
  if (next.length > 0) return { canonical, next, candidates: [] };
  for (const node of nodes) {
    const extra = (node.value as Json).additionalProperties;
    if (extra !== undefined && extra !== false) {
      canonical = '{*}';
      next.push({ file: node.file, value: extra });
    }
  }
  // Nothing is declared about children at all (`type: object` alone): any name is as good as stated.
  if (next.length === 0 && silent) return undefined;
  return { canonical, next, candidates: [...candidates] };
}

function toPointer(tokens: string[]): string {
  return tokens.map(token => `/${token.replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}
