import { daysUntil, formatDay, hasPassed, sayDate, sayDays } from './dates';

const DAY = 24 * 60 * 60 * 1000;
const now = new Date('2026-11-24T08:00:00Z');

describe('dates as people say them', () => {
  it('says how long from now and the day itself', () => {
    expect(sayDate('2027-03-01T00:00:00.000Z', now)).toBe('in 97 days (1 March 2027)');
    expect(sayDate('2026-11-12', now)).toBe('12 days ago (12 November 2026)');
    expect(sayDate('2036-11-24', now)).toBe('in 3,653 days (24 November 2036)');
  });

  it.each([
    [0, 'today'],
    [1, 'tomorrow'],
    [-1, 'yesterday'],
    [2, 'in 2 days'],
    [-2, '2 days ago'],
  ])('says %d as %s', (days, words) => expect(sayDays(days)).toBe(words));

  it('names the time of day only where there is one', () => {
    expect(formatDay('2027-03-01')).toBe('1 March 2027');
    expect(formatDay('2027-03-01T12:30:00Z')).toBe('1 March 2027, 12:30 UTC');
    expect(formatDay('2027-03-01T01:00:00+01:00')).toBe('1 March 2027');
  });

  it('refuses what is no date instead of showing "Invalid Date"', () => {
    expect(() => formatDay('soon')).toThrow("not an RFC 3339 date or date-time: 'soon'");
  });
});

describe('laws of days', () => {
  const sunset = '2027-03-01T00:00:00Z';
  const moments = Array.from(
    { length: 400 },
    (_, i) => new Date(Date.parse('2026-08-01T00:00:00Z') + i * 0.77 * DAY),
  );

  it('never gets more while time passes, and loses one a day', () => {
    for (const [i, moment] of moments.slice(1).entries()) {
      expect(daysUntil(sunset, moment)).toBeLessThanOrEqual(daysUntil(sunset, moments[i]));
      expect(daysUntil(sunset, new Date(moment.getTime() + DAY))).toBe(daysUntil(sunset, moment) - 1);
    }
  });

  it('is the same all day long', () => {
    for (let hour = 0; hour < 24; hour++) {
      expect(daysUntil(sunset, new Date(Date.UTC(2026, 10, 24, hour, 59, 59)))).toBe(97);
    }
  });

  it('has passed exactly when the instant has come', () => {
    expect(hasPassed(sunset, new Date('2027-02-28T23:59:59.999Z'))).toBe(false);
    expect(hasPassed(sunset, new Date('2027-03-01T00:00:00.000Z'))).toBe(true);
  });

  it('never says a passed day is still to come', () => {
    const passed = moments.filter(moment => hasPassed(sunset, moment));
    expect(passed.length).toBeGreaterThan(0);
    for (const moment of passed) {
      expect(sayDays(daysUntil(sunset, moment))).not.toMatch(/^in |tomorrow/);
    }
  });
});
