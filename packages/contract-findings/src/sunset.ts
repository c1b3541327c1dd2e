/** Result of reading a sunset or deprecation date from a contract. */
export type SunsetDate =
  | { kind: 'date'; /** The instant, UTC. */ at: Date; text: string }
  | { kind: 'none'; text: string }
  | { kind: 'malformed'; text: string; reason: string };

const FULL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;

/**
 * Reads an `x-sunset` value: an RFC 3339 full-date or date-time. A full-date is that day 00:00:00 UTC, one instant
 * everywhere. The year 9999 means "no date yet". Anything else is `malformed` with a reason; never throws.
 */
export function parseSunset(value: unknown): SunsetDate {
  if (value instanceof Date) {
    const valid = !Number.isNaN(value.getTime());
    return valid ? parseSunset(value.toISOString()) : { kind: 'malformed', text: '', reason: 'not a date' };
  }
  if (typeof value !== 'string') {
    // Not String(value) nor JSON: both run or trip over what an object holds.
    const text = typeof value === 'object' ? Object.prototype.toString.call(value) : String(value);
    return { kind: 'malformed', text, reason: 'expected a string such as 2027-06-30' };
  }
  const text = value;
  const bad = (reason: string): SunsetDate => ({ kind: 'malformed', text, reason });
  const parts = FULL_DATE.exec(text) ?? DATE_TIME.exec(text);
  if (!parts)
    return bad('expected an RFC 3339 date such as 2027-06-30 or date-time such as 2027-06-30T12:00:00Z');
  const [year, month, day] = parts.slice(1, 4).map(Number);
  const calendar = new Date(0);
  // Not Date.UTC, which takes the years 0 to 99 for those of the 20th century.
  calendar.setUTCFullYear(year, month - 1, day);
  if (calendar.getUTCMonth() !== month - 1 || calendar.getUTCDate() !== day)
    return bad(`${parts[1]}-${parts[2]}-${parts[3]} is not in the calendar`);
  if (year === 9999) return { kind: 'none', text };
  const at = new Date(text.toUpperCase());
  // JavaScript reads 24:00:00 as the next midnight; RFC 3339 has no such hour.
  return Number.isNaN(at.getTime()) || parts[4] === '24'
    ? bad('the time of day does not exist')
    : { kind: 'date', at, text };
}

/** True when `now` is at or after the sunset. A malformed or absent date has not passed. */
export function sunsetPassed(sunset: SunsetDate, now: Date): boolean {
  return sunset.kind === 'date' && now.getTime() >= sunset.at.getTime();
}
