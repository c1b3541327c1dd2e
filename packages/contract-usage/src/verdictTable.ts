import { Verdict } from '@treaty/contract-findings';

/** What a finding does to a consumer; the rows of the verdict table. */
export const CHANGES = [
  'operation-removed',
  'server-moved',
  'parameter-removed',
  'input-required',
  'request-narrowed',
  'response-removed',
  'response-optional',
  'response-widened',
  'response-enum-added',
  'response-status-removed',
  'media-removed',
  'security-raised',
  'names-only',
  'other',
] as const;
export type Change = (typeof CHANGES)[number];

/**
 * What one source knows about the changed place, for an operation that it knows the consumer uses.
 * `listed`: the place, or something below it. `around`: only something that holds it. `absent`: a closed list without it.
 * `outside`: a closed list without what holds it. `open`: the source cannot tell. The rest belong to single rows.
 */
export type Knowledge =
  | 'uses'
  | 'listed'
  | 'listed-and-rejected'
  | 'around'
  | 'outside'
  | 'absent'
  | 'open'
  | 'returned'
  | 'value-outside'
  | 'values-inside'
  | 'required'
  | 'breaks-on-unknown'
  | 'tolerates-unknown'
  | 'extensible'
  | 'wildcard'
  | 'scheme-only';

export interface Cell {
  verdict: Verdict;
  /** Continues the consumer's name: `web-shop … reads it`. */
  says: string;
}

const cell = (verdict: Verdict, says: string): Cell => ({ verdict, says });
const opaque = (what: string) => cell('may-break', `calls this operation; ${what} unknown`);
const notRead = cell('unaffected', 'does not read it');

/**
 * The verdict table, as data. Three rules ride on top of every cell (see `judge`): stale or ambiguous evidence turns
 * `breaks` into `may-break`, stale evidence never proves `unaffected`, and a closed list of operations without this one is
 * `unaffected`.
 */
export const VERDICT_TABLE: Record<Change, Partial<Record<Knowledge, Cell>>> = {
  'operation-removed': { uses: cell('breaks', 'calls this operation') },
  'server-moved': { uses: cell('breaks', 'calls this API') },
  'parameter-removed': {
    'listed-and-rejected': cell('breaks', 'sends it, and unknown ones are rejected'),
    listed: cell('may-break', 'sends it'),
    absent: cell('unaffected', 'does not send it'),
    open: opaque('what it sends is'),
  },
  'input-required': {
    absent: cell('breaks', 'calls this operation without it'),
    open: opaque('what it sends is'),
    listed: cell('unaffected', 'always sends it'),
    outside: cell('unaffected', 'does not send what it is part of'),
  },
  'request-narrowed': {
    'value-outside': cell('breaks', 'sends a value that is no longer accepted'),
    listed: cell('may-break', 'sends it; the values are unknown'),
    around: cell('may-break', 'sends what it is part of'),
    open: opaque('what it sends is'),
    absent: cell('unaffected', 'does not send it'),
    'values-inside': cell('unaffected', 'sends only values that are still accepted'),
  },
  'response-removed': {
    listed: cell('breaks', 'reads it'),
    around: cell('may-break', 'reads what it is part of'),
    returned: cell('may-break', 'receives it; whether it reads it is unknown'),
    open: opaque('fields read'),
    absent: notRead,
  },
  'response-optional': {
    required: cell('breaks', 'cannot do without it'),
    listed: cell('may-break', 'reads it'),
    around: cell('may-break', 'reads what it is part of'),
    returned: cell('may-break', 'receives it; whether it reads it is unknown'),
    open: opaque('fields read'),
    absent: notRead,
  },
  'response-widened': {
    listed: cell('may-break', 'reads it'),
    around: cell('may-break', 'reads what it is part of'),
    returned: cell('may-break', 'receives it; whether it reads it is unknown'),
    open: opaque('fields read'),
    absent: notRead,
  },
  'response-enum-added': {
    'breaks-on-unknown': cell('breaks', 'reads it and breaks on an unknown value'),
    listed: cell('may-break', 'reads it; what it does with an unknown value is not stated'),
    around: cell('may-break', 'reads what it is part of'),
    returned: cell('may-break', 'receives it; whether it reads it is unknown'),
    open: opaque('fields read'),
    'tolerates-unknown': cell('unaffected', 'tolerates unknown values'),
    extensible: cell('unaffected', 'was told that values may be added'),
    absent: notRead,
  },
  'response-status-removed': {
    listed: cell('breaks', 'relies on this response'),
    open: opaque('responses it relies on are'),
    absent: cell('unaffected', 'does not rely on this response'),
  },
  'media-removed': {
    listed: cell('breaks', 'uses this media type'),
    wildcard: cell('may-break', 'takes any media type'),
    open: opaque('media types are'),
    absent: cell('unaffected', 'uses another media type'),
  },
  'security-raised': {
    absent: cell('breaks', 'calls this operation without it'),
    'scheme-only': cell('may-break', 'uses this scheme; its scopes are unknown'),
    open: opaque('its credentials are'),
    listed: cell('unaffected', 'already sends it'),
  },
  'names-only': { uses: cell('unaffected', 'sends and reads the same messages as before') },
  other: { uses: cell('may-break', 'calls this operation') },
};
