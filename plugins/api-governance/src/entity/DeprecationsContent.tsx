import { useListQuery } from '../api/useListQuery';
import { Panel } from '../components/Panel';
import { DEPRECATION_LIST, toDeprecationsQuery } from '../pages/deprecationList';
import { DeprecationRows } from '../pages/DeprecationRows';
import { FilterBar, FilterSelect, ListSearch } from '../components/FilterBar';
import { wordOptions } from '../lib/filterOptions';
import { isFiltered } from '../lib/urlQuery';
import { KIND_WORDS, STATE_WORDS } from '../lib/words';
import { useApiEntityRef } from './useApiEntityRef';
import styles from '../pages/Page.module.css';

/** What of this API is going away, and for whom. */
export function DeprecationsContent({ deprecationsHref }: { deprecationsHref: string }) {
  const ref = useApiEntityRef();
  const list = useListQuery(DEPRECATION_LIST);
  const query = { ...toDeprecationsQuery(list.query), api: [ref] };
  return (
    <Panel title="Deprecations">
      <div className={styles.content}>
        <FilterBar filtered={isFiltered(list.query)} onClear={list.clear}>
          <ListSearch
            label="Search"
            placeholder="Operation, field or reason"
            value={list.query.search}
            onChange={list.setSearch}
          />
          <FilterSelect
            label="State"
            options={wordOptions(STATE_WORDS)}
            selected={list.query.filters.state}
            onChange={values => list.setFilter('state', values)}
          />
          <FilterSelect
            label="Kind"
            options={wordOptions(KIND_WORDS)}
            selected={list.query.filters.kind}
            onChange={values => list.setFilter('kind', values)}
          />
        </FilterBar>
        <DeprecationRows
          list={list}
          query={query}
          hrefOf={item => `${deprecationsHref}/${item.id}`}
          showApi={false}
          nothing="Neither this API as a whole nor a part of it is deprecated."
        />
      </div>
    </Panel>
  );
}
