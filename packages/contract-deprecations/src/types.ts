import { Subject } from '@treaty/contract-findings';

/** What carries a deprecation. `schema` is a whole message body; `api` the document itself. */
export type DeprecationKind =
  'api' | 'operation' | 'parameter' | 'header' | 'schema' | 'property' | 'enum-value';

/** What a contract says about the end of one thing. */
export interface DeprecationMark {
  /** False when only a date is announced and the mark `deprecated: true` is still missing. */
  deprecated: boolean;
  /** RFC 3339 date or date-time as written; the earliest when several vocabularies give one. */
  sunset?: string;
  /** RFC 3339 date or date-time as written, from vocabularies that have it. */
  deprecatedOn?: string;
  replacedBy?: string;
  reason?: string;
  /** Dates that cannot be read, each with its key and why: `x-sunset 'soon': expected …`. Joined by `; `. */
  malformed?: string;
}

/** One cause in a contract: the place that carries the mark. */
export interface DeprecationEntry extends DeprecationMark {
  /** The first of {@link occurrences}; the one shown. */
  subject: Subject;
  /** Every message the mark reaches, through `$ref`s and compositions; sorted by `subjectKey`, without repetitions. */
  occurrences: Subject[];
  /** True when there are more occurrences than were followed. */
  more?: boolean;
  kind: DeprecationKind;
  /** Of an enum value: the value, as JSON. */
  value?: string;
  /** Where the mark stands: JSON Pointer inside `file`. */
  pointer: string;
  file: string;
  /** `x-stability-level` of the thing, where it is given. */
  stability?: string;
}
