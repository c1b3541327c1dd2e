import { Deprecation, ListDeprecationsQuery } from '@treaty/plugin-api-governance-common';
import { DEPRECATION_SORTS, DeprecationSort } from '../components/DeprecationTable';
import { CsvColumn } from '../lib/csv';
import { ListQuery, ListQuerySpec } from '../lib/urlQuery';
import { DeprecationKind, DeprecationState, KIND_WORDS, STATE_WORDS, VERDICT_WORDS } from '../lib/words';

export type DeprecationFilter = 'team' | 'owner' | 'api' | 'kind' | 'state';

/** What the address of the list can hold. */
export const DEPRECATION_LIST: ListQuerySpec<DeprecationFilter, DeprecationSort> = {
  filters: ['team', 'owner', 'api', 'kind', 'state'],
  sorts: DEPRECATION_SORTS,
  defaultSort: 'sunset',
};

/** Deprecations on a page. */
export const DEPRECATIONS_PER_PAGE = 50;

function known<Name extends string>(values: string[], words: Record<Name, unknown>): Name[] {
  return values.filter((value): value is Name => Object.prototype.hasOwnProperty.call(words, value));
}

/** The question to the server that an address asks; values it does not know are left out. */
export function toDeprecationsQuery(
  query: ListQuery<DeprecationFilter, DeprecationSort>,
): ListDeprecationsQuery {
  const { filters } = query;
  const list = <T>(values: T[]): T[] | undefined => (values.length > 0 ? values : undefined);
  return {
    search: query.search || undefined,
    team: list(filters.team),
    owner: list(filters.owner),
    api: list(filters.api),
    kind: list<DeprecationKind>(known(filters.kind, KIND_WORDS)),
    state: list<DeprecationState>(known(filters.state, STATE_WORDS)),
    sort: query.sort,
    cursor: query.cursor,
    limit: DEPRECATIONS_PER_PAGE,
  };
}

/** Columns of the export. */
export const DEPRECATION_CSV: CsvColumn<Deprecation>[] = [
  { title: 'Sunset', value: d => d.sunset?.slice(0, 10) },
  { title: 'Days left', value: d => d.daysLeft },
  { title: 'State', value: d => STATE_WORDS[d.state].label },
  { title: 'Kind', value: d => KIND_WORDS[d.kind] },
  { title: 'What', value: d => d.label },
  { title: 'API', value: d => d.api },
  { title: 'API title', value: d => d.apiTitle },
  { title: 'Owner', value: d => d.owner },
  { title: 'Deprecated on', value: d => d.deprecatedOn?.slice(0, 10) },
  { title: 'Replaced by', value: d => d.replacedBy },
  { title: 'Consumers', value: d => d.consumerCount },
  { title: 'Teams', value: d => d.teams.join(' ') },
  {
    title: 'Verdicts',
    value: d => d.consumers.map(c => `${c.ref}: ${VERDICT_WORDS[c.verdict].label}`).join('; '),
  },
];
