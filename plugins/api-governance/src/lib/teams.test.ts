import { groupConsumersByTeam } from './consumers';
import { groupByTeam } from './teams';

const consumer = (ref: string, verdict: 'breaks' | 'may-break' | 'no-evidence', owner?: string) => ({
  ref,
  verdict,
  owner,
});
const consumers = [
  consumer('component:default/a', 'no-evidence', 'group:default/one'),
  consumer('component:default/b', 'breaks', 'group:default/two'),
  consumer('component:default/c', 'may-break'),
  consumer('component:default/d', 'may-break', 'group:default/two'),
];

describe('groupByTeam', () => {
  it('begins with the team that is hit worst', () => {
    expect(groupByTeam(consumers).map(t => [t.team, t.worst])).toEqual([
      ['group:default/two', 'breaks'],
      [undefined, 'may-break'],
      ['group:default/one', 'no-evidence'],
    ]);
  });

  it('keeps every consumer once and does not depend on the order it got', () => {
    const refs = groupByTeam(consumers).flatMap(t => t.consumers.map(c => c.ref));
    expect([...refs].sort()).toEqual(consumers.map(c => c.ref));
    expect(groupByTeam([...consumers].reverse())).toEqual(groupByTeam(consumers));
  });

  it('does not touch its input', () => {
    const before = JSON.stringify(consumers);
    groupByTeam(consumers);
    expect(JSON.stringify(consumers)).toBe(before);
  });
});

it('lists consumers without an owner last', () => {
  expect(groupConsumersByTeam(consumers).map(t => t.team)).toEqual([
    'group:default/one',
    'group:default/two',
    undefined,
  ]);
});
