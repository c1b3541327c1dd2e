import { isObject, Json, Node, own, Reader } from './reader';
import { sourcesOf, wireOf } from './security';
import { DocumentSide } from './side';

/** Nesting beyond which two values count as different; deeper documents are refused when they are read. */
const MAX_DEPTH = 1_000;
/** Longest chain of references that is followed. */
const MAX_HOPS = 64;

/** What holds for a whole document and is read into every operation. */
const DEFAULTS = ['servers', 'security', 'host', 'basePath', 'schemes', 'consumes', 'produces'];

/** Two values at corresponding places, compared once. */
export interface Couple {
  old: Node;
  now: Node;
  /** Both say the same, references taken as they are written. */
  alike: boolean;
  /** Couples that refer to this one. */
  referrers: Couple[];
}

/** What stands at the end of a chain of references. */
function endOf(reader: Reader, start: Node): Node | undefined {
  let at: Node | undefined = start;
  for (let hops = 0; at && hops < MAX_HOPS; hops++) {
    const next = own(at.value, '$ref');
    if (typeof next !== 'string') return at;
    at = reader.find(at.loc.file, next);
  }
  return undefined;
}

/** Where a reference leads; `undefined` also for chains that never end, whose problem the comparison reports. */
function target(reader: Reader, from: Node, ref: string): Node | undefined {
  const found = reader.find(from.loc.file, ref);
  return found && endOf(reader, found) && found;
}

/** Names of security schemes that go over the wire differently, or whose tokens come from elsewhere. */
function changedSchemes(before: DocumentSide, after: DocumentSide): Set<string> {
  const sides = [before, after].map(({ reader, dialect }) => {
    const at = dialect === '2.0' ? ['securityDefinitions'] : ['components', 'securitySchemes'];
    return new Map(
      reader
        .entries(reader.child(reader.root, ...at))
        .map(([name, node]) => [name, meaning(endOf(reader, node)?.value, name)]),
    );
  });
  const names = sides.flatMap(side => [...side.keys()]);
  return new Set(names.filter(name => sides[0].get(name) !== sides[1].get(name)));
}

/** What a scheme puts on the wire and where its tokens come from. */
function meaning(scheme: unknown, name: string): string {
  const sources = sourcesOf(scheme, name).map(({ flow, urls, scopes }) => [flow, ...urls, ...(scopes ?? [])]);
  return JSON.stringify([wireOf(scheme, name)[0], sources]);
}

/** Finds out which parts of two documents are the same, word for word, with everything they refer to. */
export class Couples {
  private readonly byOld = new Map<unknown, Couple>();
  private readonly byReference = new Map<string, Couple | undefined>();
  private readonly todo: Couple[] = [];
  private readonly different: Couple[] = [];
  /** Security schemes that mean something else in the other document. */
  private readonly schemes: ReadonlySet<string>;

  constructor(
    private readonly before: DocumentSide,
    private readonly after: DocumentSide,
  ) {
    this.schemes = changedSchemes(before, after);
  }

  defaultsAlike(): boolean {
    const [old, now] = [this.before.reader.root, this.after.reader.root];
    const root: Couple = { old, now, alike: true, referrers: [] };
    return DEFAULTS.every(name => {
      const [a, b] = [own(old.value, name), own(now.value, name)];
      if (name === 'security' && this.opaqueSecurity(a)) return false;
      return this.alike(a, b, root, 0);
    });
  }

  /** Members of both documents' `holder` that may be the same. */
  under(holder: string, wanted: (name: string) => boolean): Array<[string, Couple]> {
    const [olds, news] = [this.before, this.after].map(({ reader }) => reader.child(reader.root, holder));
    if (!isObject(olds.value) || !isObject(news.value)) return [];
    const found: Array<[string, Couple]> = [];
    for (const name of Object.keys(olds.value)) {
      if (!wanted(name) || own(news.value, name) === undefined) continue;
      const couple = this.couple(this.before.reader.child(olds, name), this.after.reader.child(news, name));
      if (couple) found.push([name, couple]);
    }
    return found;
  }

  /** Compares everything that was reached and passes differences on to whoever refers to them. */
  passOn(): void {
    for (let next = this.todo.pop(); next; next = this.todo.pop()) {
      if (!this.alike(next.old.value, next.now.value, next, 0)) this.differs(next);
    }
    for (let next = this.different.pop(); next; next = this.different.pop()) {
      for (const referrer of next.referrers) if (referrer.alike) this.differs(referrer);
    }
  }

  private differs(couple: Couple): void {
    couple.alike = false;
    this.different.push(couple);
  }

  /** `undefined` when the old value stands for two different new ones. */
  private couple(old: Node, now: Node): Couple | undefined {
    if (typeof old.value !== 'object' || old.value === null) return undefined;
    const known = this.byOld.get(old.value);
    if (known) return known.now.value === now.value ? known : undefined;
    const couple: Couple = { old, now, alike: true, referrers: [] };
    this.byOld.set(old.value, couple);
    this.todo.push(couple);
    return couple;
  }

  private alike(a: unknown, b: unknown, from: Couple, depth: number): boolean {
    if (a === b && (typeof a !== 'object' || a === null)) return true;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || depth > MAX_DEPTH)
      return false;
    if (Array.isArray(a)) {
      if (!Array.isArray(b) || a.length !== b.length) return false;
      for (let i = 0; i < a.length; i++) if (!this.alike(a[i], b[i], from, depth + 1)) return false;
      return true;
    }
    return !Array.isArray(b) && this.objectsAlike(a as Json, b as Json, from, depth);
  }

  private objectsAlike(a: Json, b: Json, from: Couple, depth: number): boolean {
    const names = Object.keys(a);
    if (names.length !== Object.keys(b).length) return false;
    for (const name of names) {
      if (!Object.prototype.hasOwnProperty.call(b, name)) return false;
      const value = a[name];
      if (!this.alike(value, b[name], from, depth + 1)) return false;
      switch (name) {
        case '$ref':
        case '$dynamicRef':
        case '$recursiveRef':
          if (typeof value === 'string' && !this.sameTarget(value, from)) return false;
          break;
        case 'discriminator':
          if (!this.sameMapping(own(value, 'mapping'), from)) return false;
          break;
        case 'security':
          if (this.opaqueSecurity(value)) return false;
          break;
        default:
      }
    }
    return true;
  }

  /** Security that names a scheme which is another one now, or by its address: then nothing is known without looking. */
  private opaqueSecurity(requirements: unknown): boolean {
    return (
      Array.isArray(requirements) &&
      requirements.some(
        item =>
          isObject(item) && Object.keys(item).some(name => this.schemes.has(name) || /[#/.]/.test(name)),
      )
    );
  }

  private sameMapping(mapping: unknown, from: Couple): boolean {
    if (!isObject(mapping)) return true;
    return Object.values(mapping).every(name => {
      if (typeof name !== 'string') return true;
      const old = this.before.reader.named(from.old.loc, name);
      return this.join(old, this.after.reader.named(from.now.loc, name), from, true);
    });
  }

  /** Whether a reference leads to something in both documents; whether that is the same is found out later. */
  private sameTarget(ref: string, from: Couple): boolean {
    const { file } = from.old.loc;
    const isRoot =
      file === this.before.reader.root.loc.file && from.now.loc.file === this.after.reader.root.loc.file;
    const known = isRoot ? this.byReference.get(ref) : undefined;
    if (known) {
      known.referrers.push(from);
      return true;
    }
    const [old, now] = [target(this.before.reader, from.old, ref), target(this.after.reader, from.now, ref)];
    if (!this.join(old, now, from, false)) return false;
    if (isRoot && old) this.byReference.set(ref, this.byOld.get(old.value));
    return true;
  }

  private join(old: Node | undefined, now: Node | undefined, from: Couple, optional: boolean): boolean {
    if (!old || !now) return optional && !old && !now;
    if (typeof old.value !== 'object' || old.value === null) return old.value === now.value;
    const couple = this.couple(old, now);
    if (!couple) return false;
    couple.referrers.push(from);
    return true;
  }
}
