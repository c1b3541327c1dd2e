const DAY = 24 * 60 * 60 * 1000;

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const monthFormat = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' });

function parse(iso: string): Date {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) throw new RangeError(`not an RFC 3339 date or date-time: '${iso}'`);
  return at;
}

/** The day as people write it, `1 March 2027`, in UTC; with the time of day when that is not midnight. */
export function formatDay(iso: string): string {
  const at = parse(iso);
  const time = at.toISOString().slice(11, 16);
  return time === '00:00' ? dayFormat.format(at) : `${dayFormat.format(at)}, ${time} UTC`;
}

/** The day without a time of day, for moments like "first seen" where the hour says nothing. */
export function formatDate(iso: string): string {
  return dayFormat.format(parse(iso));
}

/** `March 2027`. */
export function formatMonth(iso: string): string {
  return monthFormat.format(parse(iso));
}

/** Calendar days (UTC) from `now` to `iso`; negative when it has passed. The same all day long, unlike a difference of hours. */
export function daysUntil(iso: string, now: Date): number {
  const day = (at: Date) => Math.floor(at.getTime() / DAY);
  return day(parse(iso)) - day(now);
}

/** `in 97 days`, `tomorrow`, `today`, `yesterday`, `12 days ago`. */
export function sayDays(days: number): string {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  const count = Math.abs(days).toLocaleString('en-GB');
  return days > 0 ? `in ${count} days` : `${count} days ago`;
}

/** `in 97 days (1 March 2027)`. */
export function sayDate(iso: string, now: Date): string {
  return `${sayDays(daysUntil(iso, now))} (${formatDay(iso)})`;
}

/** True from the very instant of the sunset on. */
export function hasPassed(iso: string, now: Date): boolean {
  return now.getTime() >= parse(iso).getTime();
}
