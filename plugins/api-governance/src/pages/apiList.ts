import { ApiSummary, ListApisQuery, ProblemState } from '@treaty/plugin-api-governance-common';
import { API_SORTS, ApiSort } from '../components/ApiTable';
import { CsvColumn } from '../lib/csv';
import { ListQuery, ListQuerySpec } from '../lib/urlQuery';

export type ApiFilter = 'owner' | 'system' | 'lifecycle' | 'type' | 'problems';

/** What the address of the list can hold. */
export const API_LIST: ListQuerySpec<ApiFilter, ApiSort> = {
  filters: ['owner', 'system', 'lifecycle', 'type', 'problems'],
  sorts: API_SORTS,
  defaultSort: 'title',
};

/** APIs on a page. */
export const APIS_PER_PAGE = 25;

/** Words of the problem filter. */
export const PROBLEM_WORDS: Record<ProblemState, string> = {
  error: 'Cannot be read',
  warning: 'Read in part',
  ok: 'No problem',
};

/** The question to the server that an address asks. */
export function toApisQuery(query: ListQuery<ApiFilter, ApiSort>): ListApisQuery {
  const { filters } = query;
  const list = <T>(values: T[]): T[] | undefined => (values.length > 0 ? values : undefined);
  return {
    search: query.search || undefined,
    owner: list(filters.owner),
    system: list(filters.system),
    lifecycle: list(filters.lifecycle),
    type: list(filters.type),
    problemState: list(
      filters.problems.filter(
        (value): value is ProblemState => value === 'ok' || value === 'warning' || value === 'error',
      ),
    ),
    sort: query.sort,
    cursor: query.cursor,
    limit: APIS_PER_PAGE,
  };
}

/** Columns of the export. */
export const API_CSV: CsvColumn<ApiSummary>[] = [
  { title: 'API', value: a => a.ref },
  { title: 'Title', value: a => a.title },
  { title: 'Type', value: a => a.type },
  { title: 'Version', value: a => a.version },
  { title: 'Lifecycle', value: a => a.lifecycle },
  { title: 'Owner', value: a => a.owner },
  { title: 'System', value: a => a.system },
  { title: 'Sunset', value: a => a.deprecation?.sunset?.slice(0, 10) },
  { title: 'Successor', value: a => a.deprecation?.successor },
  { title: 'Consumers', value: a => a.consumerCount },
  { title: 'Operations', value: a => a.operationCount },
  { title: 'Deprecations', value: a => a.deprecationCount },
  { title: 'Problems', value: a => a.problemCount },
];
