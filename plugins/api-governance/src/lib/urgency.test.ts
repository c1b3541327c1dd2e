import { groupByUrgency, urgencyOf } from './urgency';

const now = new Date('2026-11-24T08:00:00Z');
const item = (sunset?: string, state = 'deprecated') => ({ state, sunset });

describe('urgencyOf', () => {
  it.each([
    ['2026-11-24T07:59:59Z', 'passed'],
    ['2026-11-24T08:00:00Z', 'passed'],
    ['2026-11-24T08:00:01Z', 'within-30'],
    ['2026-12-24T00:00:00Z', 'within-30'],
    ['2026-12-25T00:00:00Z', 'within-90'],
    ['2027-02-22T00:00:00Z', 'within-90'],
    ['2027-02-23T00:00:00Z', 'later'],
    [undefined, 'no-date'],
  ])('puts %s into %s', (sunset, urgency) => expect(urgencyOf(item(sunset), now)).toBe(urgency));

  it('does not call something late that is gone', () => {
    expect(urgencyOf(item('2020-01-01', 'removed'), now)).toBe('removed');
  });
});

describe('laws of groupByUrgency', () => {
  const items = [
    item('2026-11-12'),
    item('2026-12-10'),
    item('2026-12-11'),
    item('2027-03-01'),
    item(),
    item('2020-01-01', 'removed'),
  ];

  it('loses nothing, invents nothing and keeps the order of a sorted list', () => {
    const flat = groupByUrgency(items, now).flatMap(group => group.items);
    expect(flat).toEqual(items);
  });

  it('puts each item under its own heading, and each heading once', () => {
    const groups = groupByUrgency([...items, ...items], now);
    expect(new Set(groups.map(g => g.urgency)).size).toBe(groups.length);
    for (const group of groups)
      for (const member of group.items) expect(urgencyOf(member, now)).toBe(group.urgency);
  });

  it('turns round with the list', () => {
    const sorted = items.slice(0, 4);
    const down = groupByUrgency([...sorted].reverse(), now).map(g => g.urgency);
    expect(down).toEqual(
      groupByUrgency(sorted, now)
        .map(g => g.urgency)
        .reverse(),
    );
  });

  it('makes no group of nothing', () => expect(groupByUrgency([], now)).toEqual([]));
});
