import { Button } from '@backstage/ui';
import { Deprecation, ListDeprecationsQuery } from '@treaty/plugin-api-governance-common';
import { useNow } from '../api/GovernanceContext';
import { useDeprecations } from '../api/queries';
import { ListQueryState } from '../api/useListQuery';
import { DeprecationSort, DeprecationTable } from '../components/DeprecationTable';
import { ListFooter } from '../components/ListFooter';
import { EmptyPanel, ErrorPanel, LoadingRows } from '../components/States';
import { isFiltered } from '../lib/urlQuery';
import { DeprecationFilter, DEPRECATIONS_PER_PAGE } from './deprecationList';

interface Props {
  list: ListQueryState<DeprecationFilter, DeprecationSort>;
  query: ListDeprecationsQuery;
  hrefOf: (deprecation: Deprecation) => string;
  showApi?: boolean;
  /** Said when nothing is deprecated at all. */
  nothing: string;
}

/** The rows of a list of deprecations in each of their states: loading, failed, none, some. */
export function DeprecationRows({ list, query, hrefOf, showApi, nothing }: Props) {
  const now = useNow();
  const { data, error, isPending, isPlaceholderData, refetch } = useDeprecations(query);
  if (error) return <ErrorPanel what="The deprecations" error={error} onRetry={() => refetch()} />;
  if (isPending) return <LoadingRows what="deprecations" />;
  if (data.items.length === 0) {
    return isFiltered(list.query) ? (
      <EmptyPanel
        title="No deprecation matches"
        action={
          <Button variant="secondary" size="small" onPress={list.clear}>
            Clear filters
          </Button>
        }
      >
        Nothing that is going away fits this search and these filters.
      </EmptyPanel>
    ) : (
      <EmptyPanel title="Nothing is going away">{nothing}</EmptyPanel>
    );
  }
  return (
    <>
      <DeprecationTable
        items={data.items}
        now={now}
        sort={list.query.sort}
        onSort={list.setSort}
        hrefOf={hrefOf}
        isStale={isPlaceholderData}
        showApi={showApi}
      />
      <ListFooter
        page={data.page}
        shown={data.items.length}
        start={list.query.start}
        pageSize={DEPRECATIONS_PER_PAGE}
        noun="deprecations"
        onTurn={list.goTo}
      />
    </>
  );
}
