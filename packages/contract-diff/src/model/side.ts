import { appendPointer } from '@treaty/contract-findings';
import { SchemaHasher } from '../normalize/hash';
import { Interner } from '../normalize/interner';
import { Raw, Ref, Side } from '../normalize/norm';
import { Schemas } from '../normalize/schemas';
import { DynamicScopes, hasDynamicReference } from './dynamic';
import { isObject, Json, Loc, Node, own, plainText, Reader } from './reader';

/** One document of a comparison: its reader, its dialect, its schemas by identity. */
export class DocumentSide implements Side {
  readonly legacy: boolean;
  /** `2.0`, `3.0`, `3.1`, `3.2`. */
  readonly dialect: string;
  private readonly hasher: SchemaHasher;
  private readonly raws = new Map<object, Raw>();
  /** Set where the document has dynamic references. */
  readonly dynamic: DynamicScopes | undefined;
  private readonly copies = new Map<object, Node>();

  constructor(
    readonly name: 'old' | 'new',
    readonly reader: Reader,
    private readonly space: Schemas,
  ) {
    const root = reader.root.value;
    const swagger = own(root, 'swagger');
    const version = plainText(swagger ?? own(root, 'openapi') ?? '');
    this.dialect = swagger !== undefined ? '2.0' : (/^3\.\d+/.exec(version)?.[0] ?? '3.1');
    this.legacy = this.dialect === '2.0' || this.dialect === '3.0';
    const { files } = reader.document;
    if (!this.legacy && hasDynamicReference(files.values())) this.dynamic = new DynamicScopes(reader);
    this.hasher = new SchemaHasher(space.interner, reader, this.legacy);
  }

  get interner(): Interner {
    return this.space.interner;
  }

  raw(value: unknown, loc: Loc): Raw {
    const found = typeof value === 'object' && value !== null ? this.raws.get(value) : undefined;
    if (found) return found;
    const raw: Raw = { key: this.hasher.key({ value, loc }), value, loc, side: this };
    if (typeof value === 'object' && value !== null) this.raws.set(value, raw);
    return raw;
  }

  target(raw: Raw, ref: string): Raw | undefined {
    const inside = this.legacy ? undefined : this.reader.within(raw.loc, ref);
    const target = inside ?? this.reader.lookup(raw.loc, ref);
    return target && this.raw(target.value, target.loc);
  }

  component(name: string): Raw | undefined {
    const target = this.reader.lookup(this.reader.root.loc, appendPointer('#/components/schemas', name));
    return target && this.raw(target.value, target.loc);
  }

  /** A changed copy of an object, the same one whenever it is asked for: schemas are told apart by identity. */
  copyOf(node: Node, change: (value: Json) => Json): Node {
    if (!isObject(node.value)) return node;
    const known = this.copies.get(node.value);
    if (known) return known;
    const copy: Node = { value: change(node.value), loc: node.loc };
    this.copies.set(node.value, copy);
    return copy;
  }

  /** The schema at a node; a missing one admits anything. */
  schema(node: Node): Ref {
    if (node.value === undefined) return this.space.any;
    const { value, loc } = this.dynamic?.at(node) ?? node;
    return this.space.ref(this.raw(value, loc));
  }
}
