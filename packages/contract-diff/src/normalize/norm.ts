import { Loc } from '../model/reader';
import { ALL } from './types';

/** Which way a message travels decides which properties exist (`readOnly`, `writeOnly`). */
export type Mode = 'request' | 'response';

/** A schema that has not been looked into yet: one or several raw schemas that must all hold. */
export interface Ref {
  /** Equal exactly for structurally equal schemas, within and across both documents. */
  readonly key: number;
  readonly raws: readonly Raw[];
}

/** One schema as it stands in a document. */
export interface Raw {
  readonly key: number;
  readonly value: unknown;
  readonly loc: Loc;
  /** The document it belongs to; normalisation asks it for references and dialect. */
  readonly side: Side;
}

/** What normalisation needs to know of a document. */
export interface Side {
  readonly name: 'old' | 'new';
  /** OpenAPI 2.0 or 3.0. */
  readonly legacy: boolean;
  target(raw: Raw, ref: string): Raw | undefined;
  /** The schema of that name among the components of the entry document, which is where bare names are looked up. */
  component(name: string): Raw | undefined;
  raw(value: unknown, loc: Loc): Raw;
}

/** One end of a range. */
export interface Bound {
  value: number;
  exclusive: boolean;
}

/** What one schema object says about properties; several hold at once after `allOf`. */
export interface ObjectFacet {
  properties: ReadonlyMap<string, Ref>;
  patterns: ReadonlyArray<readonly [string, Ref]>;
  /** `undefined`: nothing said, unknown names are open but not invited. */
  additional: Ref | undefined;
}

/** What one schema object says about elements. */
export interface ArrayFacet {
  prefix: readonly Ref[];
  items: Ref | undefined;
}

export interface Contains {
  key: number;
  schema: Ref;
  min: number;
  max: number;
}

/** A disjunction that binds only values whose type is in `mask`. */
export interface Union {
  key: number;
  kind: 'anyOf' | 'oneOf';
  mask: number;
  branches: readonly Ref[];
  discriminator?: Discriminator;
}

export interface Discriminator {
  property: string;
  /** Discriminator value by the key of the branch it selects. */
  values: ReadonlyMap<number, readonly string[]>;
}

/** What one value of the discriminating property selects. */
export interface Tag {
  /** Name of the component it selects. */
  name: string;
  ref: Ref;
  /** The value is the component's name because no mapping says otherwise. */
  implied: boolean;
}

/** `discriminator`, with every value that selects something. */
export interface Tags {
  property: string;
  values: ReadonlyMap<string, Tag>;
  /** What every other value selects, and none (`defaultMapping` of OpenAPI 3.2). */
  fallback?: Tag;
}

/** `if`/`then`/`else`. */
export interface Condition {
  key: number;
  test: Ref;
  then: Ref | undefined;
  otherwise: Ref | undefined;
}

/** A keyword the prover only knows to be equal to itself; the evaluator may still decide it. */
export interface Opaque {
  key: number;
  keyword: string;
  /** For `unevaluatedProperties`: what is said beside it, and what is left must be this. */
  inside?: Norm;
  schema?: Ref;
}

/** What is said about a schema beside which values it admits. */
export interface Notes {
  deprecated: boolean;
  sunset?: unknown;
  replacedBy?: string;
  default?: { value: unknown };
  extensibleEnum: boolean;
  deprecatedValues?: unknown;
  title?: string;
  xml?: string;
  /** The key of `contentSchema`: equal exactly for equal schemas. */
  content?: number;
  tags?: Tags;
}

/**
 * The one form every spelling comes to: a conjunction of facets, each bound to one JSON type, plus disjunctions,
 * negations and conditions. Facets of types that are not allowed mean nothing.
 */
export interface Norm {
  /** Equal keys mean equal meaning within one mode. */
  key: number;
  types: number;
  /** Admitted values by canonical text, for the types in `valueTypes`; null is never among them. */
  values: ReadonlyMap<string, unknown> | undefined;
  valueTypes: number;
  min: Bound | undefined;
  max: Bound | undefined;
  multiples: readonly number[];
  minLength: number;
  maxLength: number;
  patterns: readonly string[];
  formats: readonly string[];
  encodings: readonly string[];
  minItems: number;
  maxItems: number;
  unique: boolean;
  arrays: readonly ArrayFacet[];
  contains: readonly Contains[];
  minProperties: number;
  maxProperties: number;
  required: ReadonlySet<string>;
  objects: readonly ObjectFacet[];
  names: readonly Ref[];
  dependentRequired: ReadonlyMap<string, ReadonlySet<string>>;
  dependentSchemas: ReadonlyMap<string, Ref>;
  unions: readonly Union[];
  nots: readonly Ref[];
  conditions: readonly Condition[];
  opaque: readonly Opaque[];
  notes: Notes;
  /** The raw schemas it was made from, for showing places. */
  raws: readonly Raw[];
}

const NO_NOTES: Notes = { deprecated: false, extensibleEnum: false };

/** The schema that admits everything and says nothing. */
export const ANYTHING: Norm = {
  key: -1,
  types: ALL,
  values: undefined,
  valueTypes: 0,
  min: undefined,
  max: undefined,
  multiples: [],
  minLength: 0,
  maxLength: Infinity,
  patterns: [],
  formats: [],
  encodings: [],
  minItems: 0,
  maxItems: Infinity,
  unique: false,
  arrays: [],
  contains: [],
  minProperties: 0,
  maxProperties: Infinity,
  required: new Set(),
  objects: [],
  names: [],
  dependentRequired: new Map(),
  dependentSchemas: new Map(),
  unions: [],
  nots: [],
  conditions: [],
  opaque: [],
  notes: NO_NOTES,
  raws: [],
};

/** Unions that bind values of the given types. */
export function unionsFor(norm: Norm, mask: number): Union[] {
  return norm.unions.filter(union => (union.mask & mask & norm.types) !== 0);
}
