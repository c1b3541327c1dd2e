import { parseSunset } from '@treaty/contract-findings';
import { isObject, own } from './reader';
import { DeprecationMark } from './types';

/** Collects dates of several vocabularies: the earliest of each kind, and what could not be read. */
class Dates {
  any = false;
  private readonly found: { sunset?: { at: Date; text: string }; deprecatedOn?: { at: Date; text: string } } =
    {};
  private readonly malformed: string[] = [];

  read(kind: 'sunset' | 'deprecatedOn', key: string, value: unknown): void {
    if (value === undefined || value === null) return;
    const date = parseSunset(value);
    this.any = true;
    if (date.kind === 'malformed') this.malformed.push(`${key} '${date.text}': ${date.reason}`);
    if (date.kind !== 'date') return;
    const known = this.found[kind];
    if (!known || date.at.getTime() < known.at.getTime()) this.found[kind] = date;
  }

  result(): Pick<DeprecationMark, 'sunset' | 'deprecatedOn' | 'malformed'> {
    return {
      ...(this.found.sunset && { sunset: this.found.sunset.text }),
      ...(this.found.deprecatedOn && { deprecatedOn: this.found.deprecatedOn.text }),
      ...(this.malformed.length > 0 && { malformed: this.malformed.join('; ') }),
    };
  }
}

/**
 * What a thing says about its end, in the vocabularies in use: `deprecated` with `x-sunset`, `x-replaced-by` and
 * `x-deprecation-reason`; `x-github.{deprecationDate,removalDate}`; `x-ms-deprecation.{date,removalDate,description}`.
 * `undefined` when it says nothing. The year 9999 means "no date yet" and gives none.
 */
export function readMark(value: unknown): DeprecationMark | undefined {
  if (!isObject(value)) return undefined;
  const microsoft = own(value, 'x-ms-deprecation');
  const github = own(value, 'x-github');
  const dates = new Dates();
  dates.read('sunset', 'x-sunset', own(value, 'x-sunset'));
  dates.read('sunset', 'x-github.removalDate', own(github, 'removalDate'));
  dates.read('deprecatedOn', 'x-github.deprecationDate', own(github, 'deprecationDate'));
  dates.read('sunset', 'x-ms-deprecation.removalDate', own(microsoft, 'removalDate'));
  dates.read('deprecatedOn', 'x-ms-deprecation.date', own(microsoft, 'date'));
  const deprecated = own(value, 'deprecated') === true || isObject(microsoft);
  if (!deprecated && !dates.any) return undefined;
  return {
    deprecated,
    ...dates.result(),
    ...texts({
      replacedBy: own(value, 'x-replaced-by'),
      reason: own(value, 'x-deprecation-reason') ?? own(microsoft, 'description'),
    }),
  };
}

/**
 * Marks of single enum values: `x-deprecated-enum-values` as a list of values, a list of `{value, sunset, reason,
 * replacedBy}` (each key also with its `x-` spelling), or a map from value to date or to such an object. An entry
 * without a date takes the schema's.
 */
export function readEnumMarks(
  schema: unknown,
): Array<{ value: unknown; token: string; mark: DeprecationMark }> {
  const listed = own(schema, 'x-deprecated-enum-values');
  const fallback = own(schema, 'x-sunset');
  if (Array.isArray(listed)) {
    return listed.map((entry: unknown, index) => {
      const described = isObject(entry) ? (own(entry, 'value') ?? own(entry, 'name')) : undefined;
      const value = described === undefined ? entry : described;
      return { value, token: String(index), mark: enumMark(described === undefined ? {} : entry, fallback) };
    });
  }
  if (!isObject(listed)) return [];
  return Object.entries(listed).map(([value, entry]) => ({
    value,
    token: value,
    mark: enumMark(typeof entry === 'string' ? { sunset: entry } : entry, fallback),
  }));
}

function enumMark(entry: unknown, fallback: unknown): DeprecationMark {
  const first = (...keys: string[]) => keys.map(key => own(entry, key)).find(value => value !== undefined);
  const dates = new Dates();
  const sunset = first('sunset', 'x-sunset', 'removalDate');
  dates.read('sunset', sunset === undefined ? 'x-sunset' : 'sunset', sunset ?? fallback);
  dates.read('deprecatedOn', 'deprecatedOn', first('deprecatedOn', 'date'));
  return {
    deprecated: true,
    ...dates.result(),
    ...texts({
      replacedBy: first('replacedBy', 'x-replaced-by'),
      reason: first('reason', 'x-deprecation-reason', 'description'),
    }),
  };
}

function texts(values: {
  replacedBy: unknown;
  reason: unknown;
}): Pick<DeprecationMark, 'replacedBy' | 'reason'> {
  const text = (value: unknown) =>
    typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  const [replacedBy, reason] = [text(values.replacedBy), text(values.reason)];
  return { ...(replacedBy !== undefined && { replacedBy }), ...(reason !== undefined && { reason }) };
}
