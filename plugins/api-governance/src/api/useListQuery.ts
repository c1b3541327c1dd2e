import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { firstPage, formatListQuery, ListQuery, ListQuerySpec, parseListQuery } from '../lib/urlQuery';

/** The state of a list in the address bar and the ways to change it. */
export interface ListQueryState<Filter extends string, Sort extends string> {
  query: ListQuery<Filter, Sort>;
  setSearch(search: string): void;
  setFilter(name: Filter, values: string[]): void;
  setSort(sort: Sort): void;
  /** Goes to the page a cursor of the server names; `start` is the number of items before it. */
  goTo(cursor: string | undefined, start: number): void;
  clear(): void;
}

/**
 * Keeps a list's state in the address, under names of its own, and leaves every other parameter alone. A change of the
 * question replaces the history entry; another page adds one, so that "back" turns the page back.
 */
export function useListQuery<Filter extends string, Sort extends string>(
  spec: ListQuerySpec<Filter, Sort>,
): ListQueryState<Filter, Sort> {
  const [params, setParams] = useSearchParams();
  const query = useMemo(() => parseListQuery(params, spec), [params, spec]);
  const write = useCallback(
    (change: (query: ListQuery<Filter, Sort>) => ListQuery<Filter, Sort>, replace: boolean) =>
      setParams(
        current => {
          const next = new URLSearchParams(current);
          for (const name of ['search', 'sort', 'cursor', 'start', ...spec.filters]) next.delete(name);
          formatListQuery(change(parseListQuery(current, spec)), spec).forEach((value, name) =>
            next.append(name, value),
          );
          return next;
        },
        { replace },
      ),
    [setParams, spec],
  );
  return useMemo(
    () => ({
      query,
      setSearch: search => write(q => firstPage({ ...q, search }), true),
      setFilter: (name, values) =>
        write(q => firstPage({ ...q, filters: { ...q.filters, [name]: values } }), true),
      setSort: sort => write(q => firstPage({ ...q, sort }), true),
      goTo: (cursor, start) =>
        write(q => (cursor ? { ...firstPage(q), cursor, start } : firstPage(q)), false),
      clear: () => write(q => ({ ...parseListQuery(new URLSearchParams(), spec), sort: q.sort }), true),
    }),
    [query, write, spec],
  );
}
