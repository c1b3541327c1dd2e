import { Container, Header } from '@backstage/ui';
import { useApis, useDeprecations, useFacets, useReadAll } from '../api/queries';
import { useListQuery } from '../api/useListQuery';
import { ExportButton } from '../components/ExportButton';
import { FilterBar, FilterSelect, ListSearch } from '../components/FilterBar';
import { StateCounts } from '../components/StateCounts';
import { toCsv } from '../lib/csv';
import { refOptions, wordOptions } from '../lib/filterOptions';
import { isFiltered } from '../lib/urlQuery';
import { KIND_WORDS, STATE_WORDS } from '../lib/words';
import { DEPRECATION_CSV, DEPRECATION_LIST, toDeprecationsQuery } from './deprecationList';
import { DeprecationRows } from './DeprecationRows';
import styles from './Page.module.css';

/** Largest page the server gives; more APIs than that are found through the search. */
const API_OPTIONS = 200;

/** What is going away, when, and which teams it concerns: the first page of the governance area. */
export function DeprecationsPage() {
  const list = useListQuery(DEPRECATION_LIST);
  const readAll = useReadAll();
  const facets = useFacets();
  const apis = useApis({ sort: 'title', limit: API_OPTIONS });
  const query = toDeprecationsQuery(list.query);
  // The numbers stay while one of them is pressed, so they are asked for without the state.
  const counts = useDeprecations({ ...query, state: undefined, cursor: undefined, limit: 1 });
  const filter = (name: 'team' | 'owner' | 'api' | 'kind' | 'state') => ({
    selected: list.query.filters[name],
    onChange: (values: string[]) => list.setFilter(name, values),
  });
  return (
    <main>
      <Header
        title="What is going away, and when"
        description="Each deprecation with the day until which it works and the teams that have to move."
        customActions={
          <ExportButton
            fileName="deprecations.csv"
            read={async () => toCsv(DEPRECATION_CSV, await readAll.deprecations(query))}
          />
        }
      />
      <Container>
        <div className={styles.content}>
          <StateCounts
            byState={counts.data?.counts.byState}
            selected={list.query.filters.state}
            onSelect={states => list.setFilter('state', states)}
          />
          <FilterBar filtered={isFiltered(list.query)} onClear={list.clear}>
            <ListSearch
              label="Search"
              placeholder="Operation, field, API or reason"
              value={list.query.search}
              onChange={list.setSearch}
            />
            <FilterSelect
              label="Team it would hit"
              options={refOptions(facets.data?.teams)}
              searchable
              {...filter('team')}
            />
            <FilterSelect
              label="API"
              options={(apis.data?.items ?? []).map(api => ({ id: api.ref, label: api.title }))}
              searchable
              {...filter('api')}
            />
            <FilterSelect
              label="Owner"
              options={refOptions(facets.data?.owners)}
              searchable
              {...filter('owner')}
            />
            <FilterSelect label="State" options={wordOptions(STATE_WORDS)} {...filter('state')} />
            <FilterSelect label="Kind" options={wordOptions(KIND_WORDS)} {...filter('kind')} />
          </FilterBar>
          <section className={styles.panel} aria-label="Deprecations by date">
            <DeprecationRows
              list={list}
              query={query}
              hrefOf={item => item.id}
              nothing="No API in the catalog marks anything as deprecated. It shows here as soon as one does."
            />
          </section>
        </div>
      </Container>
    </main>
  );
}
