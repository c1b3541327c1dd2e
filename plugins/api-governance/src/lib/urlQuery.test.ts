import { firstPage, formatListQuery, isFiltered, ListQuery, parseListQuery, splitSort } from './urlQuery';

type Filter = 'team' | 'state';
type Sort = 'sunset' | '-sunset' | 'api';
const spec = {
  filters: ['team', 'state'],
  sorts: ['sunset', '-sunset', 'api'],
  defaultSort: 'sunset',
} as const;
const empty: ListQuery<Filter, Sort> = {
  search: '',
  filters: { team: [], state: [] },
  sort: 'sunset',
  start: 0,
};

describe('laws of the address of a list', () => {
  const queries: ListQuery<Filter, Sort>[] = [
    empty,
    { ...empty, search: 'a & b = c' },
    { ...empty, filters: { team: ['group:default/team-mobile', 'group:b2b/x'], state: ['zombie'] } },
    { ...empty, sort: '-sunset', cursor: 'abc==', start: 50 },
  ];

  it('reads back what it wrote', () => {
    for (const query of queries) expect(parseListQuery(formatListQuery(query, spec), spec)).toEqual(query);
  });

  it('writes nothing for the list as it first shows', () => {
    expect(formatListQuery(empty, spec).toString()).toBe('');
  });

  it('opens with any old bookmark', () => {
    const read = (address: string) => parseListQuery<Filter, Sort>(new URLSearchParams(address), spec);
    expect(read('sort=nonsense&start=-4&gone=1')).toEqual(empty);
    expect(read('team=&team=a&team=a').filters.team).toEqual(['a']);
    expect(read('start=50')).toEqual(empty);
    expect(read('cursor=x&start=NaN')).toEqual({ ...empty, cursor: 'x' });
  });

  it('never takes a cursor to another question', () => {
    expect(firstPage(queries[3])).toEqual({ ...empty, sort: '-sunset' });
  });

  it('knows when something narrows the list', () => {
    expect(queries.map(isFiltered)).toEqual([false, true, true, false]);
  });
});

it('splits a sort into its column and direction', () => {
  expect(splitSort('sunset')).toEqual({ column: 'sunset', direction: 'ascending' });
  expect(splitSort('-sunset')).toEqual({ column: 'sunset', direction: 'descending' });
});
