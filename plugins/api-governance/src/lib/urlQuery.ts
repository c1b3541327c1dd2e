/**
 * The state of a list as it stands in the address bar: every list has a permalink, and "back" means the page before.
 * Lists of values are repeated parameters; what equals its default is left out, so that addresses stay short.
 */
export interface ListQuery<Filter extends string, Sort extends string> {
  search: string;
  filters: Record<Filter, string[]>;
  sort: Sort;
  /** Where the page is; absent on the first page. */
  cursor?: string;
  /** Number of items before this page, for the label under the table only. */
  start: number;
}

/** What a list allows in its address. */
export interface ListQuerySpec<Filter extends string, Sort extends string> {
  filters: readonly Filter[];
  sorts: readonly Sort[];
  defaultSort: Sort;
}

/** Reads an address. Unknown parameters and values out of range are ignored: an old bookmark still opens the list. */
export function parseListQuery<Filter extends string, Sort extends string>(
  params: URLSearchParams,
  spec: ListQuerySpec<Filter, Sort>,
): ListQuery<Filter, Sort> {
  const sort = spec.sorts.find(candidate => candidate === params.get('sort')) ?? spec.defaultSort;
  const cursor = params.get('cursor') || undefined;
  const start = Number(params.get('start') ?? 0);
  const filters = Object.fromEntries(
    spec.filters.map(name => [name, [...new Set(params.getAll(name).filter(value => value !== ''))]]),
  ) as Record<Filter, string[]>;
  return {
    search: params.get('search') ?? '',
    filters,
    sort,
    ...(cursor ? { cursor } : {}),
    start: cursor && Number.isSafeInteger(start) && start > 0 ? start : 0,
  };
}

/** Writes an address; `parseListQuery` of it gives the query back. */
export function formatListQuery<Filter extends string, Sort extends string>(
  query: ListQuery<Filter, Sort>,
  spec: ListQuerySpec<Filter, Sort>,
): URLSearchParams {
  const params = new URLSearchParams();
  if (query.search !== '') params.set('search', query.search);
  for (const name of spec.filters) for (const value of query.filters[name]) params.append(name, value);
  if (query.sort !== spec.defaultSort) params.set('sort', query.sort);
  if (query.cursor) {
    params.set('cursor', query.cursor);
    if (query.start > 0) params.set('start', String(query.start));
  }
  return params;
}

/** Another question has another first page: the cursor of the old one would be refused. */
export function firstPage<Filter extends string, Sort extends string>(
  query: ListQuery<Filter, Sort>,
): ListQuery<Filter, Sort> {
  const { cursor: _, ...rest } = query;
  return { ...rest, start: 0 };
}

/** True when anything narrows the list. */
export function isFiltered<Filter extends string, Sort extends string>(
  query: ListQuery<Filter, Sort>,
): boolean {
  return query.search !== '' || Object.values<string[]>(query.filters).some(values => values.length > 0);
}

/** `title` and `-title` as the pair a table header shows. */
export function splitSort(sort: string): { column: string; direction: 'ascending' | 'descending' } {
  return sort.startsWith('-')
    ? { column: sort.slice(1), direction: 'descending' }
    : { column: sort, direction: 'ascending' };
}
