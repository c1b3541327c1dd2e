import { useConsumers } from '../api/queries';
import { ConsumerTable } from '../components/ConsumerTable';
import { FilterBar, ListSearch } from '../components/FilterBar';
import { ListFooter } from '../components/ListFooter';
import { Panel } from '../components/Panel';
import { EmptyPanel, ErrorPanel, LoadingRows } from '../components/States';
import { useListQuery } from '../api/useListQuery';
import { useApiEntityRef } from './useApiEntityRef';

const PER_PAGE = 25;
const LIST = { filters: [], sorts: ['ref'], defaultSort: 'ref' } as const;

/** Who consumes the API: team by team, with the operations and the evidence. */
export function ConsumersContent() {
  const ref = useApiEntityRef();
  const list = useListQuery<never, 'ref'>(LIST);
  const { search, cursor, start } = list.query;
  const { data, error, isPending, refetch } = useConsumers(ref, {
    search: search || undefined,
    cursor,
    limit: PER_PAGE,
  });
  return (
    <Panel title="Consumers">
      <FilterBar filtered={search !== ''} onClear={list.clear}>
        <ListSearch label="Search" placeholder="Consumer or team" value={search} onChange={list.setSearch} />
      </FilterBar>
      {error && <ErrorPanel what="The consumers" error={error} onRetry={() => refetch()} />}
      {isPending && <LoadingRows what="consumers" />}
      {data && data.items.length === 0 && (
        <EmptyPanel title={search ? 'No consumer matches' : 'No consumer known'}>
          {search
            ? 'No consumer of this API fits the search.'
            : 'No component of the catalog says that it consumes this API. Callers nobody has declared do not show.'}
        </EmptyPanel>
      )}
      {data && data.items.length > 0 && (
        <>
          <ConsumerTable consumers={data.items} />
          <ListFooter
            page={data.page}
            shown={data.items.length}
            start={start}
            pageSize={PER_PAGE}
            noun="consumers"
            onTurn={list.goTo}
          />
        </>
      )}
    </Panel>
  );
}
