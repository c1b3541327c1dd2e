import { isObject, Json, Loc, Node, own, Reader } from '../model/reader';
import { branchNames } from './discriminator';
import { canonical, Interner, MAX_DEPTH } from './interner';
import { KeywordKind, KEYWORDS, saysNothing } from './keywords';

interface Vertex {
  index: number;
  low: number;
  node: Node;
  edges: Set<object>;
}

/** Keywords that refer to schemas without `$ref`. */
const REFERRING: ReadonlySet<string> = new Set(['discriminator', '$dynamicRef', '$recursiveRef']);

/**
 * Structural keys of schemas, sound with cycles. References are transparent: a schema and a reference to it have one
 * key. Reference targets are grouped into strongly connected components (Tarjan); a group is keyed bottom-up with the
 * references inside it kept symbolic, so a key never depends on where the walk began.
 */
export class SchemaHasher {
  private readonly keys = new Map<object, number>();
  private readonly vertices = new Map<object, Vertex>();
  private readonly stack: object[] = [];
  private readonly onStack = new Set<object>();
  /** Set while a group is keyed: its members' symbolic names. */
  private symbols: Map<object, string> | undefined;
  private symbolic = new Map<object, number>();
  /** Where the walk is: a place, and the steps from there. Most places are never asked for, so none is built in passing. */
  private base: Loc;
  private steps: Array<string | number> = [];

  constructor(
    private readonly interner: Interner,
    private readonly reader: Reader,
    /** OpenAPI 2.0 and 3.0: what stands beside `$ref` is ignored, `nullable` counts. */
    private readonly legacy: boolean,
  ) {
    this.base = reader.root.loc;
  }

  key({ value, loc }: Node): number {
    return this.from(loc, () => this.keyOf(value, 0));
  }

  /** Walks from another place and comes back. */
  private from<T>(loc: Loc, walk: () => T): T {
    const { base, steps } = this;
    [this.base, this.steps] = [loc, []];
    const found = walk();
    [this.base, this.steps] = [base, steps];
    return found;
  }

  private get here(): Loc {
    return this.steps.reduce<Loc>((loc, step) => loc.child(step), this.base);
  }

  private keyOf(value: unknown, depth: number): number {
    if (value === false) return this.interner.id('never');
    if (!isObject(value)) return this.interner.id('any');
    if (depth > MAX_DEPTH) return this.interner.unique();
    const memo = this.symbols ? this.symbolic : this.keys;
    const known = this.keys.get(value) ?? memo.get(value);
    if (known !== undefined) return known;
    const key = this.compute(value, depth);
    memo.set(value, key);
    return key;
  }

  private compute(value: Json, depth: number): number {
    const parts: string[] = [];
    const ref = own(value, '$ref');
    if (typeof ref === 'string') {
      const target = this.refKey(ref, depth);
      if (this.legacy) return target;
      parts.push(`$ref:${target}`);
    }
    // One value has two spellings, `const` and `enum`; it is read as `enum`.
    const constant = value.const !== undefined && value.enum === undefined;
    for (const keyword of keywordsOf(value, constant)) {
      const kind = KEYWORDS.get(keyword);
      const inner = constant && keyword === 'enum' ? value.const : value[keyword];
      if (!kind || saysNothing(keyword, inner)) continue;
      if (!this.legacy && (keyword === 'nullable' || keyword === 'x-nullable')) continue;
      // `nullable` beside a type is that type in a list with null.
      if (this.legacy && value.nullable === true && typeof value.type === 'string') {
        if (keyword === 'nullable') continue;
        if (keyword === 'type') {
          parts.push(`type:${[canonical(inner), '"null"'].sort().join(',')}`);
          continue;
        }
      }
      // The names of the branches are on the wire then.
      if (keyword === 'discriminator') parts.push(`names:${branchNames(value).join(',')}`);
      for (const [name, target] of REFERRING.has(keyword) ? this.implied(keyword, inner) : [])
        parts.push(`${keyword} ${JSON.stringify(name)}:${this.targetKey(target, depth)}`);
      if (constant && keyword === 'enum') {
        parts.push(`enum:${canonical(inner)}`);
        continue;
      }
      this.steps.push(keyword);
      parts.push(`${keyword}:${this.keywordKey(kind, inner, depth + 1)}`);
      this.steps.pop();
    }
    if (parts.length === 0) return this.interner.id('any');
    if (parts.length === 1 && parts[0].startsWith('$ref:')) return Number(parts[0].slice(5));
    return this.interner.id(parts.join(';'));
  }

  private keywordKey(kind: KeywordKind, value: unknown, depth: number): string {
    switch (kind) {
      case 'schema':
        // Old drafts allow a list under `items`.
        return Array.isArray(value) ? this.keysOf(value, depth).join(',') : String(this.keyOf(value, depth));
      case 'map':
        return isObject(value) ? this.namedKeys(value, depth).join(',') : '';
      case 'bag':
        return this.keysOf(value, depth).sort().join(',');
      case 'list':
        return this.keysOf(value, depth).join(',');
      case 'set':
        return (Array.isArray(value) ? value : [value])
          .map(item => canonical(item))
          .sort()
          .join(',');
      default:
        return canonical(value);
    }
  }

  private keysOf(list: unknown, depth: number): number[] {
    const keys: number[] = [];
    if (!Array.isArray(list)) return keys;
    for (let i = 0; i < list.length; i++) {
      this.steps.push(i);
      keys.push(this.keyOf(list[i], depth));
      this.steps.pop();
    }
    return keys;
  }

  private namedKeys(map: Json, depth: number): string[] {
    const keys: string[] = [];
    for (const name of Object.keys(map).sort()) {
      this.steps.push(name);
      keys.push(`${JSON.stringify(name)}=${this.keyOf(map[name], depth)}`);
      this.steps.pop();
    }
    return keys;
  }

  private refKey(ref: string, depth: number): number {
    const target = this.targetOf(ref);
    return target ? this.targetKey(target, depth) : this.interner.id('any');
  }

  private targetOf(ref: string): Node | undefined {
    const inside = this.legacy || !ref.startsWith('#') ? undefined : this.reader.within(this.here, ref);
    return inside ?? this.reader.find(this.base.file, ref) ?? this.reader.lookup(this.here, ref);
  }

  /** What a keyword refers to without `$ref`: a dynamic reference, the schemas that a discriminator's mapping names. */
  private implied(keyword: string, value: unknown): Array<[string, Node]> {
    const found: Array<[string, Node]> = [];
    const add = (name: string, target: unknown): void => {
      const node = typeof target === 'string' ? this.reader.named(this.base, target) : undefined;
      if (node) found.push([name, node]);
    };
    if (keyword === '$dynamicRef' || keyword === '$recursiveRef') add('', value);
    const mapping = keyword === 'discriminator' ? own(value, 'mapping') : undefined;
    if (isObject(mapping)) for (const name of Object.keys(mapping).sort()) add(name, mapping[name]);
    return found;
  }

  private targetKey(target: Node, depth: number): number {
    if (!isObject(target.value)) return this.key(target);
    const symbol = this.symbols?.get(target.value);
    if (symbol !== undefined) return this.interner.id(`\u0000symbol ${symbol}`);
    const known = this.keys.get(target.value);
    if (known !== undefined) return known;
    if (depth > MAX_DEPTH) return this.interner.unique();
    const outer = this.symbols;
    const outerMemo = this.symbolic;
    this.symbols = undefined;
    this.connect(target);
    this.symbols = outer;
    this.symbolic = outerMemo;
    return this.keys.get(target.value) ?? this.interner.unique();
  }

  /** Tarjan's algorithm over reference targets, with an explicit stack: chains of references may be long. */
  private connect(start: Node): void {
    const work: Array<{ vertex: Vertex; todo: Node[] }> = [this.open(start)];
    while (work.length > 0) {
      const frame = work[work.length - 1];
      const next = frame.todo.pop();
      if (next) {
        const seen = this.vertices.get(next.value as object);
        if (!seen) work.push(this.open(next));
        else if (this.onStack.has(next.value as object))
          frame.vertex.low = Math.min(frame.vertex.low, seen.index);
        continue;
      }
      work.pop();
      const parent = work[work.length - 1];
      if (parent) parent.vertex.low = Math.min(parent.vertex.low, frame.vertex.low);
      if (frame.vertex.low === frame.vertex.index) this.close(frame.vertex);
    }
  }

  private open(node: Node): { vertex: Vertex; todo: Node[] } {
    const found: Node[] = [];
    this.from(node.loc, () => this.collect(node.value, found, 0));
    const index = this.vertices.size;
    const vertex = { index, low: index, node, edges: new Set(found.map(target => target.value as object)) };
    this.vertices.set(node.value as object, vertex);
    this.stack.push(node.value as object);
    this.onStack.add(node.value as object);
    return { vertex, todo: found.filter(target => !this.keys.has(target.value as object)) };
  }

  private close(head: Vertex): void {
    const group: Vertex[] = [];
    for (;;) {
      const member = this.stack.pop() as object;
      this.onStack.delete(member);
      group.push(this.vertices.get(member) as Vertex);
      if (member === head.node.value) break;
    }
    if (group.length === 1 && !head.edges.has(head.node.value as object)) {
      this.key(head.node);
      return;
    }
    const named = group.map(vertex => ({ vertex, name: this.symbolOf(vertex.node.loc) }));
    named.sort((a, b) => (a.name < b.name ? -1 : 1));
    this.symbols = new Map(named.map(({ vertex, name }) => [vertex.node.value as object, name]));
    this.symbolic = new Map();
    const text = named.map(({ vertex, name }) => `${name}=${this.key(vertex.node)}`).join(';');
    this.symbols = undefined;
    const groupKey = this.interner.id(`group ${text}`);
    for (const { vertex, name } of named) {
      this.keys.set(vertex.node.value as object, this.interner.id(`member ${groupKey} ${name}`));
    }
  }

  private symbolOf(loc: Loc): string {
    return loc.file === this.reader.document.uri ? loc.pointer : `${loc.file}#${loc.pointer}`;
  }

  /** Reference targets of one component, without entering them. */
  private collect(value: unknown, into: Node[], depth: number): void {
    if (!isObject(value) || depth > MAX_DEPTH) return;
    const ref = own(value, '$ref');
    if (typeof ref === 'string') {
      const target = this.targetOf(ref);
      if (target && isObject(target.value)) into.push(target);
      if (this.legacy) return;
    }
    for (const keyword of Object.keys(value)) {
      const kind = KEYWORDS.get(keyword);
      const inner = value[keyword];
      if (kind === 'data') {
        for (const [, target] of this.implied(keyword, inner)) if (isObject(target.value)) into.push(target);
      }
      if (!kind || kind === 'data' || kind === 'set' || typeof inner !== 'object') continue;
      this.steps.push(keyword);
      if (kind === 'schema' && !Array.isArray(inner)) this.collect(inner, into, depth + 1);
      else if (Array.isArray(inner) ? kind !== 'map' : kind === 'map')
        this.collectAll(inner, into, depth + 1);
      this.steps.pop();
    }
  }

  private collectAll(holder: object | null, into: Node[], depth: number): void {
    for (const [name, child] of Object.entries(holder ?? {})) {
      this.steps.push(name);
      this.collect(child, into, depth);
      this.steps.pop();
    }
  }
}

/** Keywords in an order that does not hang on how they are written. */
function keywordsOf(value: Json, constant: boolean): string[] {
  const keywords = Object.keys(value);
  if (constant) keywords[keywords.indexOf('const')] = 'enum';
  return keywords.sort();
}
