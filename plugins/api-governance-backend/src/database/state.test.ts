import { emptyDatabase } from '../__testUtils__/database';
import { daysLeft, deprecationState, stateSql } from './state';

jest.setTimeout(120_000);

const NOW = new Date('2026-11-24T12:00:00Z');
const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe('state of a deprecation', () => {
  const cases: Array<[string, { deprecatedOn?: Date; sunset?: Date; removedAt?: Date }]> = [
    ['announced', { deprecatedOn: day('2027-01-01'), sunset: day('2027-06-01') }],
    ['deprecated', { deprecatedOn: day('2026-01-01'), sunset: day('2027-06-01') }],
    ['deprecated', { deprecatedOn: day('2026-01-01') }],
    ['announced', { sunset: day('2027-06-01') }],
    ['sunset-due', { deprecatedOn: day('2026-01-01'), sunset: day('2026-12-24') }],
    ['zombie', { deprecatedOn: day('2026-01-01'), sunset: day('2026-11-24') }],
    ['zombie', { deprecatedOn: day('2026-01-01'), sunset: NOW }],
    ['removed', { deprecatedOn: day('2026-01-01'), sunset: day('2026-01-02'), removedAt: day('2026-11-01') }],
  ];

  it.each(cases)('is %s', (expected, dates) => {
    expect(deprecationState(dates, NOW)).toBe(expected);
  });

  it('is the same in SQL', async () => {
    const knex = await emptyDatabase();
    for (const [expected, dates] of cases) {
      const { sql, bindings } = stateSql('d', NOW);
      const at = (date: Date | undefined) =>
        date ? `'${date.toISOString()}'::timestamptz` : 'null::timestamptz';
      const row = `select ${at(dates.deprecatedOn)} as deprecated_on, ${at(dates.sunset)} as sunset, ${at(dates.removedAt)} as removed_at`;
      const found = await knex.raw(`select ${sql} as state from (${row}) d`, bindings);
      expect(found.rows[0].state).toBe(expected);
    }
  });

  it('counts whole days', () => {
    expect(daysLeft(day('2026-11-26'), NOW)).toBe(1);
    expect(daysLeft(day('2026-11-24'), NOW)).toBe(-1);
    expect(daysLeft(undefined, NOW)).toBeUndefined();
  });
});
