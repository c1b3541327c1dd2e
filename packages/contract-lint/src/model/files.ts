import { parsePointer, resolveUri } from '@treaty/contract-findings';
import { Node, isObject, own } from './place';

/** Longest chain of `$ref` → `$ref` that is followed before it counts as a loop. */
const MAX_CHAIN = 64;

/** The parsed files of one contract, and how a `$ref` in one of them is followed. */
export class ContractFiles {
  constructor(
    readonly rootUri: string,
    private readonly files: ReadonlyMap<string, unknown>,
  ) {}

  get root(): unknown {
    return this.files.get(this.rootUri);
  }

  get uris(): readonly string[] {
    return [...this.files.keys()];
  }

  get(uri: string): unknown {
    return this.files.get(uri);
  }

  /** The target of one `$ref` string seen at `from`; `undefined` when the file or the pointer does not exist. */
  target(ref: string, from: Node<unknown>): Node<unknown> | undefined {
    const hash = ref.indexOf('#');
    const filePart = hash === -1 ? ref : ref.slice(0, hash);
    const fragment = decode(hash === -1 ? '' : ref.slice(hash + 1));
    const file = this.find(from.place.file, filePart);
    if (file === undefined) return undefined;
    let value = this.files.get(file);
    if (fragment !== '' && !fragment.startsWith('/')) {
      const anchored = findAnchor(value, fragment);
      return anchored && this.at(file, anchored.tokens, anchored.value, from);
    }
    const tokens = parsePointer(fragment);
    for (const token of tokens) {
      value = own(value, token);
      if (value === undefined) return undefined;
    }
    return this.at(file, tokens, value, from);
  }

  /** Follows `$ref` until a value without one; a broken or looping chain ends where it breaks. */
  follow(node: Node<unknown>): Node<unknown> {
    let current = node;
    for (let i = 0; i < MAX_CHAIN; i++) {
      const ref = own(current.value, '$ref');
      if (typeof ref !== 'string') return current;
      const next = this.target(ref, current);
      if (next === undefined) return current;
      current = next;
    }
    return current;
  }

  private at(file: string, tokens: readonly string[], value: unknown, from: Node<unknown>): Node<unknown> {
    const route = file === this.rootUri ? tokens : from.place.route;
    return { value, place: { file, tokens, route }, subject: from.subject };
  }

  private find(from: string, filePart: string): string | undefined {
    if (filePart === '') return from;
    const uri = resolveUri(from, filePart);
    if (this.files.has(uri)) return uri;
    const decoded = decode(uri);
    return this.files.has(decoded) ? decoded : undefined;
  }
}

/** A `$ref` is a URI reference: `%7B` in it means `{`. A lone `%` is taken as it stands, as every tool does. */
function decode(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/(?:%[0-9a-f]{2})+/gi, run => {
    try {
      return decodeURIComponent(run);
    } catch (error) {
      if (error instanceof URIError) return run;
      throw error;
    }
  });
}

/** Plain-name fragments (`#customer`) name a schema by `$anchor` or, before 2019-09, by `$id: '#customer'`. */
function findAnchor(root: unknown, name: string): { tokens: string[]; value: unknown } | undefined {
  const stack: Array<{ tokens: string[]; value: unknown }> = [{ tokens: [], value: root }];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const { tokens, value } = item;
    if (typeof value !== 'object' || value === null) continue;
    if (isObject(value) && (own(value, '$anchor') === name || own(value, '$id') === `#${name}`)) return item;
    for (const key of Object.keys(value)) stack.push({ tokens: [...tokens, key], value: own(value, key) });
  }
  return undefined;
}
