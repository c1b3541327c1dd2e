import { Button, Container, Header, VisuallyHidden } from '@backstage/ui';
import { ListApisQuery } from '@treaty/plugin-api-governance-common';
import { useNow } from '../api/GovernanceContext';
import { useApis, useFacets, useReadAll } from '../api/queries';
import { ListQueryState, useListQuery } from '../api/useListQuery';
import { ApiSort, ApiTable } from '../components/ApiTable';
import { ExportButton } from '../components/ExportButton';
import { FilterBar, FilterSelect, ListSearch } from '../components/FilterBar';
import { ListFooter } from '../components/ListFooter';
import { EmptyPanel, ErrorPanel, LoadingRows } from '../components/States';
import { toCsv } from '../lib/csv';
import { refOptions, valueOptions, wordOptions } from '../lib/filterOptions';
import { isFiltered } from '../lib/urlQuery';
import { useWidth } from '../lib/useWidth';
import { API_CSV, API_LIST, ApiFilter, APIS_PER_PAGE, PROBLEM_WORDS, toApisQuery } from './apiList';
import styles from './Page.module.css';

/** Every API of the catalog, without ever loading a document. */
export function ApisPage() {
  const list = useListQuery(API_LIST);
  const readAll = useReadAll();
  const facets = useFacets();
  const query = toApisQuery(list.query);
  const [panel, width] = useWidth<HTMLElement>();
  const filter = (name: ApiFilter) => ({
    selected: list.query.filters[name],
    onChange: (values: string[]) => list.setFilter(name, values),
  });
  return (
    <main className={styles.top}>
      <VisuallyHidden>
        <h1>API catalog</h1>
      </VisuallyHidden>
      <Header
        title="APIs"
        description="Who owns each API, where it is in its life, until when it works and how many depend on it."
        customActions={
          <ExportButton fileName="apis.csv" read={async () => toCsv(API_CSV, await readAll.apis(query))} />
        }
      />
      <Container>
        <div className={styles.content}>
          <FilterBar filtered={isFiltered(list.query)} onClear={list.clear}>
            <ListSearch
              label="Search"
              placeholder="Name, title or description"
              value={list.query.search}
              onChange={list.setSearch}
            />
            <FilterSelect
              label="Owner"
              options={refOptions(facets.data?.owners)}
              searchable
              {...filter('owner')}
            />
            <FilterSelect
              label="System"
              options={refOptions(facets.data?.systems)}
              searchable
              {...filter('system')}
            />
            <FilterSelect
              label="Lifecycle"
              options={valueOptions(facets.data?.lifecycles)}
              {...filter('lifecycle')}
            />
            <FilterSelect label="Type" options={valueOptions(facets.data?.types)} {...filter('type')} />
            <FilterSelect label="Problems" options={wordOptions(PROBLEM_WORDS)} {...filter('problems')} />
          </FilterBar>
          <section className={styles.panel} aria-label="List of APIs" ref={panel}>
            <ApiRows list={list} query={query} width={width} />
          </section>
        </div>
      </Container>
    </main>
  );
}

function ApiRows(props: { list: ListQueryState<ApiFilter, ApiSort>; query: ListApisQuery; width?: number }) {
  const { list, query, width } = props;
  const now = useNow();
  const { data, error, isPending, isPlaceholderData, refetch } = useApis(query);
  if (error) return <ErrorPanel what="The APIs" error={error} onRetry={() => refetch()} />;
  if (isPending) return <LoadingRows what="APIs" rows={8} />;
  if (data.items.length === 0) {
    return isFiltered(list.query) ? (
      <EmptyPanel
        title="No API matches"
        action={
          <Button variant="secondary" size="small" onPress={list.clear}>
            Clear filters
          </Button>
        }
      >
        No API of the catalog fits this search and these filters.
      </EmptyPanel>
    ) : (
      <EmptyPanel title="No API yet">
        The catalog has no API, or the first walk over it is still under way. Register a catalog-info.yaml of
        kind API and it shows here after the next walk.
      </EmptyPanel>
    );
  }
  return (
    <>
      <ApiTable
        items={data.items}
        now={now}
        sort={list.query.sort}
        onSort={list.setSort}
        width={width}
        isStale={isPlaceholderData}
      />
      <ListFooter
        page={data.page}
        shown={data.items.length}
        start={list.query.start}
        pageSize={APIS_PER_PAGE}
        noun="APIs"
        onTurn={list.goTo}
      />
    </>
  );
}
