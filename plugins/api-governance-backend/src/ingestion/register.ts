import { fingerprint, formatSubject, parseSunset, subjectKey } from '@treaty/contract-findings';
import type { LocatedDeprecation } from '../analysis/types';
import type { ApiRecord } from '../database/apiStore';
import type { DeprecationRecord, Occurrence, StatedDates } from '../database/deprecationStore';

/** What the register is brought up to date from. */
export interface RegisterInput {
  api: ApiRecord;
  /** Marks of the newest release. */
  entries: readonly LocatedDeprecation[];
  /** Operations of the newest release, as subjects name them. */
  operations: ReadonlySet<string>;
  version?: string;
  now: Date;
}

/** What has to be written. */
export interface RegisterChange {
  save: DeprecationRecord[];
  /** Marks that were taken back while the thing itself stays. */
  withdraw: string[];
}

/**
 * Brings an API's rows up to date. A row is the same as long as one of its occurrences is, so its identity survives new
 * operations that reach the same property, and its history survives the release in which it disappears.
 */
export function updateRegister(existing: readonly DeprecationRecord[], input: RegisterInput): RegisterChange {
  const { api, now } = input;
  const save = new Map<string, DeprecationRecord>();
  for (const group of [
    ...input.entries.filter(entry => entry.kind !== 'api').map(toGroup),
    ...lineGroup(
      api,
      input.entries.find(entry => entry.kind === 'api'),
    ),
  ]) {
    const keys = new Set(group.occurrences.map(keyOf));
    const before = existing.find(
      row =>
        row.kind === group.kind && !save.has(row.id) && row.occurrences.some(one => keys.has(keyOf(one))),
    );
    const id =
      before?.id ??
      fingerprint([api.ref, group.kind, keyOf(group.occurrences[0]), group.occurrences[0].pointer ?? '']);
    const firstSeen = before?.firstSeen ?? now;
    const stated = earliest(group.dates.map(one => one.deprecatedOn));
    const sunset = earliest(group.dates.map(one => one.sunset));
    save.set(id, {
      id,
      api: api.ref,
      kind: group.kind,
      occurrences: group.occurrences,
      dates: group.dates,
      // A date alone announces; the mark itself is in force since it was first published.
      deprecatedOn: stated ?? (group.deprecated ? firstSeen : undefined),
      sunset,
      malformed: group.malformed,
      replacedBy: group.replacedBy,
      reason: group.reason,
      guide: group.guide,
      sinceVersion: before ? before.sinceVersion : input.version,
      firstSeen,
    });
  }
  const lost = existing.filter(row => !save.has(row.id));
  const withdrawn = lost.filter(
    row => row.kind === 'api' || row.occurrences.some(one => isMarkOnly(row, one, input)),
  );
  for (const row of lost) {
    if (!withdrawn.includes(row) && !row.removedAt) save.set(row.id, { ...row, removedAt: now });
  }
  return { save: [...save.values()], withdraw: withdrawn.map(row => row.id) };
}

type Group = Omit<
  DeprecationRecord,
  'id' | 'api' | 'deprecatedOn' | 'sunset' | 'sinceVersion' | 'firstSeen' | 'removedAt'
> & { deprecated: boolean };

/** One mark in the text is one deprecation, however many messages it reaches. */
function toGroup(entry: LocatedDeprecation): Group {
  const occurrences = entry.occurrences.map((subject): Occurrence => ({
    subject,
    label: entry.value === undefined ? formatSubject(subject) : `${formatSubject(subject)} = ${entry.value}`,
    value: entry.value,
    file: entry.file,
    pointer: entry.pointer,
    line: entry.line,
  }));
  const { kind, deprecated, malformed, replacedBy, reason } = entry;
  const dates: StatedDates[] = [
    { source: 'contract', deprecatedOn: instant(entry.deprecatedOn), sunset: instant(entry.sunset) },
  ];
  return { kind, deprecated, occurrences, dates, malformed, replacedBy, reason };
}

/** The whole line, as the entity says it and as the document may say it of itself; both are shown. */
function lineGroup(api: ApiRecord, entry: LocatedDeprecation | undefined): Group[] {
  const inContract = entry && toGroup(entry);
  if (!api.deprecation) return inContract ? [inContract] : [];
  const { deprecatedOn, sunset, successor, guide } = api.deprecation;
  const inCatalog: StatedDates = {
    source: 'catalog',
    deprecatedOn: deprecatedOn?.toISOString(),
    sunset: sunset?.toISOString(),
  };
  return [
    {
      kind: 'api',
      deprecated: true,
      occurrences: inContract?.occurrences ?? [{ subject: { at: 'document' }, label: 'the whole API' }],
      dates: [inCatalog, ...(inContract?.dates ?? [])],
      malformed: inContract?.malformed,
      replacedBy: successor ?? inContract?.replacedBy,
      reason: inContract?.reason,
      guide,
    },
  ];
}

/** An operation that is still there without its mark was not removed; somebody took the deprecation back. */
function isMarkOnly(row: DeprecationRecord, occurrence: Occurrence, input: RegisterInput): boolean {
  return row.kind === 'operation' && input.operations.has(occurrence.subject.operation ?? '');
}

function keyOf(occurrence: Occurrence): string {
  return `${subjectKey(occurrence.subject)}\u0000${occurrence.value ?? ''}`;
}

/** A date of a contract as an instant; none when it cannot be read or means that there is none. */
function instant(date: string | undefined): string | undefined {
  const read = parseSunset(date);
  return read.kind === 'date' ? read.at.toISOString() : undefined;
}

function earliest(dates: Array<string | undefined>): Date | undefined {
  const known = dates.filter(date => date !== undefined).map(date => new Date(date).getTime());
  return known.length === 0 ? undefined : new Date(Math.min(...known));
}
