import { parsePointer } from '@treaty/contract-findings';
import { isObject, Json, Loc, Node, own, Reader } from './reader';

/** Schemas that are written down anew for one way that leads to them; hostile documents stop here. */
const MAX_INSTANCES = 5_000;
/** Nesting beyond which nothing is written down anew. */
const MAX_DEPTH = 400;

/** What each `$dynamicAnchor` means on one way: the outermost schema resource that has it decides. */
type Scope = ReadonlyMap<string, Node>;

interface Task {
  into: Json;
  node: Node;
  scope: Scope;
}

/** True when some file of the document has a dynamic reference; most have none, and then nothing here is needed. */
export function hasDynamicReference(files: Iterable<unknown>): boolean {
  const stack = [...files];
  const seen = new Set<object>();
  while (stack.length > 0) {
    const value = stack.pop();
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (typeof own(value, '$dynamicRef') === 'string') return true;
    for (const inner of Object.values(value))
      if (typeof inner === 'object' && inner !== null) stack.push(inner);
  }
  return false;
}

/**
 * `$dynamicRef` (JSON Schema 2020-12 core, 8.2.3.2): what it means depends on the way that led there. A schema that can
 * reach one is written down anew for every way that makes a difference, with plain references in place of dynamic ones;
 * everything keeps its place in the document. A resource is a schema with an `$id`; in an OpenAPI document, where many
 * leave it out, also each component and each schema that stands in a message.
 */
export class DynamicScopes {
  private readonly ids = new Map<object, number>();
  private readonly anchors = new Map<object, Scope>();
  private readonly reaching = new Map<object, boolean>();
  private readonly instances = new Map<string, string>();
  private readonly entries = new Map<object, Node>();
  private readonly tasks: Task[] = [];

  constructor(private readonly reader: Reader) {}

  /** The schema that begins here, without dynamic references as far as they can be resolved. */
  at(node: Node): Node {
    if (!isObject(node.value) || !this.reaches(node)) return node;
    const known = this.entries.get(node.value);
    if (known) return known;
    const into: Json = {};
    const entry: Node = { value: into, loc: node.loc };
    this.entries.set(node.value, entry);
    this.tasks.push({ into, node, scope: this.entered(new Map(), this.resourceOf(node)) });
    for (let task = this.tasks.pop(); task; task = this.tasks.pop()) this.fill(task);
    return entry;
  }

  private fill({ into, node, scope }: Task): void {
    Object.assign(into, this.copy(node.value, node.loc, scope, 0));
  }

  private copy(value: unknown, loc: Loc, scope: Scope, depth: number): unknown {
    if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value;
    if (Array.isArray(value)) return value.map((item, i) => this.copy(item, loc.child(i), scope, depth + 1));
    const object = value as Json;
    const here = typeof object.$id === 'string' ? this.entered(scope, { value, loc }) : scope;
    const out: Json = {};
    for (const [name, inner] of Object.entries(object)) {
      if (name === '$dynamicRef' || name === '$ref') continue;
      Object.defineProperty(out, name, {
        value: this.copy(inner, loc.child(name), here, depth + 1),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    const { $ref: ref, $dynamicRef: dynamic } = object;
    if (typeof ref === 'string') {
      const target = this.target(ref, loc);
      out.$ref = target && this.reaches(target) ? this.reference(target, ref, here) : ref;
    }
    if (typeof dynamic !== 'string') return out;
    const meant = this.reference(this.meaning(dynamic, loc, here), dynamic, here);
    if (out.$ref === undefined) out.$ref = meant;
    else out.allOf = [...(Array.isArray(out.allOf) ? out.allOf : []), { $ref: meant }];
    return out;
  }

  /** The name under which the schema is found as it reads on this way. */
  private reference(target: Node | undefined, ref: string, scope: Scope): string {
    if (!target || !isObject(target.value)) return ref;
    const around = this.entered(scope, this.resourceOf(target));
    const plain = !this.reaches(target);
    const ways = plain ? '' : [...around].map(([name, node]) => `${name} ${this.idOf(node.value)}`).sort();
    const key = JSON.stringify([this.idOf(target.value), ways]);
    const known = this.instances.get(key);
    if (known !== undefined) return known;
    if (this.instances.size >= MAX_INSTANCES) return ref;
    // No reference of a document looks like this; it ends like the place, so that models keep their names.
    const name = `\u0000${this.instances.size}${target.loc.pointer}`;
    this.instances.set(key, name);
    if (plain) {
      this.reader.define(name, target);
      return name;
    }
    const into: Json = {};
    this.reader.define(name, { value: into, loc: target.loc });
    this.tasks.push({ into, node: target, scope: around });
    return name;
  }

  private target(ref: string, loc: Loc): Node | undefined {
    return this.reader.within(loc, ref) ?? this.reader.find(loc.file, ref);
  }

  /** What a dynamic reference means in a scope: the outermost anchor of that name, where the one nearby is dynamic too. */
  private meaning(ref: string, loc: Loc, scope: Scope): Node | undefined {
    const name = ref.slice(ref.indexOf('#') + 1);
    const resource = this.resourceOf({ value: undefined, loc });
    const nearby = ref.startsWith('#') ? this.anchorsOf(resource).get(name) : undefined;
    const found = nearby ?? this.target(ref, loc);
    const isDynamic = found === undefined || own(found.value, '$dynamicAnchor') === name;
    return (isDynamic ? scope.get(name) : undefined) ?? found;
  }

  /** The scope inside a resource: what was outside goes first. */
  private entered(scope: Scope, resource: Node): Scope {
    const more = [...this.anchorsOf(resource)].filter(([name]) => !scope.has(name));
    return more.length === 0 ? scope : new Map([...scope, ...more]);
  }

  /** The nearest schema around a place that is a resource; the place itself where there is none. */
  private resourceOf(node: Node): Node {
    const { file, pointer } = node.loc;
    const tokens = parsePointer(pointer);
    let at: Node = { value: this.reader.document.files.get(file), loc: new Loc(file, '') };
    const isBag = own(at.value, 'openapi') === undefined && own(at.value, 'components') === undefined;
    let resource: Node | undefined = isBag ? at : undefined;
    tokens.forEach((token, i) => {
      at = this.reader.child(at, token);
      const component = i === 2 && tokens[0] === 'components' && tokens[1] === 'schemas';
      const id = own(at.value, '$id');
      if (component || (typeof id === 'string' && !id.startsWith('#'))) resource = at;
    });
    return resource ?? node;
  }

  /** Dynamic anchors of a resource, those of resources inside it left out. */
  private anchorsOf(resource: Node): Scope {
    if (!isObject(resource.value)) return new Map();
    const known = this.anchors.get(resource.value);
    if (known) return known;
    const found = new Map<string, Node>();
    const queue: Node[] = [resource];
    for (let i = 0; i < queue.length; i++) {
      const node = queue[i];
      const name = own(node.value, '$dynamicAnchor');
      if (typeof name === 'string' && !found.has(name)) found.set(name, node);
      const inner = Array.isArray(node.value)
        ? this.reader.items(node)
        : this.reader.entries(node).map(([, n]) => n);
      queue.push(
        ...inner.filter(({ value }) => typeof value === 'object' && typeof own(value, '$id') !== 'string'),
      );
    }
    this.anchors.set(resource.value, found);
    return found;
  }

  /** Whether a dynamic reference can be met from here on. */
  private reaches(start: Node): boolean {
    if (!isObject(start.value)) return false;
    const known = this.reaching.get(start.value);
    if (known !== undefined) return known;
    const seen = new Set<object>([start.value]);
    const queue: Node[] = [start];
    let found = false;
    for (let i = 0; i < queue.length && !found; i++) {
      const node = queue[i];
      const [ref, dynamic] = [own(node.value, '$ref'), own(node.value, '$dynamicRef')];
      found = typeof dynamic === 'string' || this.reaching.get(node.value as object) === true;
      const target = typeof ref === 'string' ? this.target(ref, node.loc) : undefined;
      const inner = Array.isArray(node.value)
        ? this.reader.items(node)
        : this.reader.entries(node).map(([, n]) => n);
      for (const next of target ? [...inner, target] : inner) {
        if (typeof next.value !== 'object' || next.value === null || seen.has(next.value)) continue;
        seen.add(next.value);
        queue.push(next);
      }
    }
    if (found) this.reaching.set(start.value, true);
    else for (const value of seen) this.reaching.set(value, false);
    return found;
  }

  private idOf(value: unknown): number {
    const known = this.ids.get(value as object);
    if (known !== undefined) return known;
    this.ids.set(value as object, this.ids.size);
    return this.ids.size - 1;
  }
}
