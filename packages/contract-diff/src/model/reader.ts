import {
  ContractDocument,
  Problem,
  appendPointer,
  parsePointer,
  resolveUri,
} from '@treaty/contract-findings';

/** Longest chain of references that is followed before it counts as circular. */
const MAX_HOPS = 64;
/** Objects looked at when a file is searched for `$anchor` and `$id`; hostile files stop here. */
const MAX_ANCHOR_SCAN = 2_000_000;

/** References that mean the document wherever they stand: no schema has such parts. */
const DOCUMENT_PART = /^#\/(components|paths|webhooks)(\/|$)/;

/** A place in a document whose pointer text is only built when somebody asks; most places are never reported. */
export class Loc {
  constructor(
    readonly file: string,
    private readonly parent: Loc | string,
    private readonly token?: string,
  ) {}

  child(token: string | number): Loc {
    return new Loc(this.file, this, String(token));
  }

  get pointer(): string {
    const tokens = [this.token ?? ''];
    let { parent } = this;
    while (typeof parent !== 'string') {
      tokens.push(parent.token ?? '');
      parent = parent.parent;
    }
    // The last token belongs to the root, which has none.
    return appendPointer(parent, ...tokens.slice(0, -1).reverse());
  }
}

/** A value of the document together with its place. */
export interface Node {
  value: unknown;
  loc: Loc;
}

/** A plain JSON object. */
export type Json = Record<string, unknown>;

/** True for objects that are neither arrays nor null. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own member, never one inherited from `Object.prototype` (documents may hold `constructor` or `toString`). */
export function own(value: unknown, key: string): unknown {
  return isObject(value) && Object.prototype.hasOwnProperty.call(value, key) ? value[key] : undefined;
}

/** Walks a contract, resolves its references lazily and remembers what it could not resolve. Never throws on input. */
export class Reader {
  readonly problems: Problem[] = [];
  readonly root: Node;
  private readonly targets = new Map<string, Map<string, Node | undefined>>();
  /** References that were reported. */
  private readonly missing = new Set<string>();
  private readonly defined = new Map<string, Node>();
  private readonly anchors = new Map<string, Map<string, Node>>();

  constructor(readonly document: ContractDocument) {
    this.root = { value: document.root, loc: new Loc(document.uri, '') };
  }

  child(node: Node, ...tokens: Array<string | number>): Node {
    let { value, loc } = node;
    for (const token of tokens) {
      value = Array.isArray(value) ? value[Number(token)] : own(value, String(token));
      loc = loc.child(token);
    }
    return { value, loc };
  }

  /** Members of an object, in document order; nothing for anything else. */
  entries(node: Node): Array<[string, Node]> {
    if (!isObject(node.value)) return [];
    return Object.entries(node.value).map(([key, value]) => [key, { value, loc: node.loc.child(key) }]);
  }

  /** Elements of an array; nothing for anything else. */
  items(node: Node): Node[] {
    if (!Array.isArray(node.value)) return [];
    return node.value.map((value, index) => ({ value, loc: node.loc.child(index) }));
  }

  /** Follows Reference Objects until something else is found; a circular or broken chain yields an undefined value. */
  follow(node: Node): Node {
    let at = node;
    for (let hops = 0; hops < MAX_HOPS; hops++) {
      const ref = own(at.value, '$ref');
      if (typeof ref !== 'string') return at;
      const target = this.lookup(at.loc, ref);
      if (!target) return { value: undefined, loc: at.loc };
      at = target;
    }
    this.report(
      'ref-circular',
      `the reference '${String(own(node.value, '$ref'))}' leads back to itself`,
      node.loc,
    );
    return { value: undefined, loc: node.loc };
  }

  /** The node a reference names, seen from the file it stands in; `undefined` (and one problem) when there is none. */
  lookup(from: Loc, ref: string): Node | undefined {
    const target = this.find(from.file, ref);
    if (target) return target;
    const key = `${from.file}\u0000${ref}`;
    if (!this.missing.has(key)) {
      this.missing.add(key);
      this.report('ref-not-found', `the reference '${ref}' points nowhere`, from);
    }
    return undefined;
  }

  /**
   * What a reference means inside a schema that has an `$id` of its own: `#` is that schema then, not the document.
   * `undefined` where no such schema is around, or where it holds nothing of that name.
   */
  within(from: Loc, ref: string): Node | undefined {
    if (!ref.startsWith('#') || DOCUMENT_PART.test(ref)) return undefined;
    let at: Node = { value: this.document.files.get(from.file), loc: new Loc(from.file, '') };
    let resource: Node | undefined;
    for (const token of parsePointer(from.pointer)) {
      at = this.child(at, token);
      const id = own(at.value, '$id');
      if (typeof id === 'string' && !id.startsWith('#')) resource = at;
    }
    return resource && this.part(resource, ref.slice(1));
  }

  /** Like {@link lookup}, without a word about what is not there. */
  find(file: string, ref: string): Node | undefined {
    if (ref.startsWith('\u0000')) return this.defined.get(ref);
    let targets = this.targets.get(file);
    if (!targets) {
      targets = new Map();
      this.targets.set(file, targets);
    }
    if (targets.has(ref)) return targets.get(ref);
    const target = this.resolve(file, ref);
    targets.set(ref, target);
    return target;
  }

  /** Gives a schema a name that references can lead to, whichever file they stand in. */
  define(name: string, target: Node): void {
    this.defined.set(name, target);
  }

  /** What a name leads to where a reference may also be a bare name among the components of the entry document. */
  named(from: Loc, name: string): Node | undefined {
    if (/[#/.]/.test(name)) return this.find(from.file, name);
    return this.find(this.root.loc.file, appendPointer('#/components/schemas', name));
  }

  private resolve(file: string, ref: string): Node | undefined {
    const cut = ref.indexOf('#');
    const filePart = cut < 0 ? ref : ref.slice(0, cut);
    const fragment = cut < 0 ? '' : ref.slice(cut + 1);
    const uri = resolveUri(file, filePart);
    const found = this.document.files.has(uri) ? uri : this.fileById(filePart);
    if (found === undefined) return this.anchored(file, filePart);
    const root: Node = { value: this.document.files.get(found), loc: new Loc(found, '') };
    const decoded = decode(fragment);
    return decoded === '' || decoded.startsWith('/')
      ? this.part(root, fragment)
      : this.anchored(found, decoded);
  }

  /** What a fragment without an anchor names. */
  private part(root: Node, fragment: string): Node | undefined {
    if (fragment === '') return root;
    const decoded = decode(fragment);
    if (!decoded.startsWith('/')) return undefined;
    return (
      this.walk(root, parsePointer(decoded)) ??
      (decoded === fragment ? undefined : this.walk(root, parsePointer(fragment)))
    );
  }

  private walk(root: Node, tokens: string[]): Node | undefined {
    let at = root;
    for (const token of tokens) {
      at = this.child(at, token);
      if (at.value === undefined) return undefined;
    }
    return at;
  }

  private fileById(filePart: string): string | undefined {
    for (const [uri, root] of this.document.files) {
      if (filePart !== '' && (own(root, '$id') === filePart || own(root, '$self') === filePart)) return uri;
    }
    return undefined;
  }

  private anchored(file: string, name: string): Node | undefined {
    let found = this.anchors.get(file);
    if (!found) {
      found = this.scan(file);
      this.anchors.set(file, found);
    }
    return found.get(name);
  }

  private scan(file: string): Map<string, Node> {
    const found = new Map<string, Node>();
    const queue: Node[] = [{ value: this.document.files.get(file), loc: new Loc(file, '') }];
    const seen = new Set<unknown>();
    for (let i = 0; i < queue.length && i < MAX_ANCHOR_SCAN; i++) {
      const node = queue[i];
      if (typeof node.value !== 'object' || node.value === null || seen.has(node.value)) continue;
      seen.add(node.value);
      for (const key of ['$anchor', '$dynamicAnchor', '$id']) {
        const name = own(node.value, key);
        if (typeof name === 'string' && !found.has(name)) found.set(name, node);
      }
      queue.push(
        ...(Array.isArray(node.value) ? this.items(node) : this.entries(node).map(entry => entry[1])),
      );
    }
    return found;
  }

  private report(code: string, message: string, loc: Loc): void {
    if (this.problems.length >= 100) return;
    this.problems.push({
      code,
      message,
      file: loc.file,
      pointer: loc.pointer,
      next: 'correct the reference or add the file it names',
      severity: 'warning',
    });
  }
}

function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch (error) {
    // A stray percent sign is part of the name then, as most tools read it.
    if (error instanceof URIError) return text;
    throw error;
  }
}

/** Text of a scalar; nothing of what else a document may hold, which need not even convert to text. */
export function plainText(value: unknown): string {
  return typeof value === 'object' ? '' : String(value);
}
