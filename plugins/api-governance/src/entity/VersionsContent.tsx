import { useListQuery } from '../api/useListQuery';
import { useReleases } from '../api/queries';
import { ListFooter } from '../components/ListFooter';
import { Panel } from '../components/Panel';
import { ReleaseTable } from '../components/ReleaseTable';
import { EmptyPanel, ErrorPanel, LoadingRows } from '../components/States';
import { FamilyCard } from './cards';
import { useApiEntityRef } from './useApiEntityRef';
import styles from '../pages/Page.module.css';

const PER_PAGE = 25;
const LIST = { filters: [], sorts: ['newest'], defaultSort: 'newest' } as const;

/** The majors side by side and every release of this one. */
export function VersionsContent() {
  const ref = useApiEntityRef();
  const list = useListQuery<never, 'newest'>(LIST);
  const { data, error, isPending, refetch } = useReleases(ref, {
    cursor: list.query.cursor,
    limit: PER_PAGE,
  });
  return (
    <div className={styles.content}>
      <FamilyCard />
      <Panel title="Releases">
        {error && <ErrorPanel what="The releases" error={error} onRetry={() => refetch()} />}
        {isPending && <LoadingRows what="releases" rows={3} />}
        {data && data.items.length === 0 && (
          <EmptyPanel title="No release yet">The document of this API has not been read so far.</EmptyPanel>
        )}
        {data && data.items.length > 0 && (
          <>
            <ReleaseTable releases={data.items} />
            <ListFooter
              page={data.page}
              shown={data.items.length}
              start={list.query.start}
              pageSize={PER_PAGE}
              noun="releases"
              onTurn={list.goTo}
            />
          </>
        )}
      </Panel>
    </div>
  );
}
