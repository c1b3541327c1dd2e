import { ReactNode, useState } from 'react';
import { Alert, Button, Flex } from '@backstage/ui';
import { ApiGovernanceError, Release } from '@treaty/plugin-api-governance-common';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useNow } from '../api/GovernanceContext';
import { useApiDetail, useOperations, useReadDocument } from '../api/queries';
import { useListQuery } from '../api/useListQuery';
import { FilterBar, ListSearch } from '../components/FilterBar';
import { ListFooter } from '../components/ListFooter';
import { OperationTable } from '../components/OperationTable';
import { Panel } from '../components/Panel';
import { EmptyPanel, ErrorPanel, LoadingRows } from '../components/States';
import { saveText } from '../lib/saveText';
import { count, formatBytes } from '../lib/words';
import { useApiEntityRef } from './useApiEntityRef';
import page from '../pages/Page.module.css';

/** Above this size a viewer that renders the whole document at once makes the browser unusable. */
export const LARGE_DOCUMENT_BYTES = 1_000_000;

const PER_PAGE = 50;
const LIST = { filters: [], sorts: ['document'], defaultSort: 'document' } as const;

/** Size of the document in the entity, where the backend cannot be asked. Characters are close enough to bytes here. */
function embeddedSize(definition: unknown): number {
  return typeof definition === 'string' ? definition.length : 0;
}

/**
 * Shows a contract. An ordinary document goes to the full viewer (`children`); a large one shows as a paged index of its
 * operations, and the viewer only when a person asks for it.
 */
export function ContractContent({ children }: { children: ReactNode }) {
  const ref = useApiEntityRef();
  const { entity } = useEntity();
  const [full, setFull] = useState(false);
  const { data, error, isPending } = useApiDetail(ref);
  const embedded = embeddedSize(entity.spec?.definition);
  if (full) return <>{children}</>;
  if (embedded > 0 && embedded <= LARGE_DOCUMENT_BYTES) return <>{children}</>;
  if (isPending) return <LoadingRows what="the contract" />;
  const unknown = error instanceof ApiGovernanceError && error.status === 404;
  if (error && !unknown) return <ErrorPanel what="The contract" error={error} />;
  const release = data?.latestRelease;
  const bytes = release?.bytes ?? embedded;
  if (bytes <= LARGE_DOCUMENT_BYTES) return <>{children}</>;
  return <LargeContract apiRef={ref} release={release} bytes={bytes} onFull={() => setFull(true)} />;
}

function LargeContract(props: { apiRef: string; release?: Release; bytes: number; onFull: () => void }) {
  const { apiRef, release, bytes, onFull } = props;
  return (
    <div className={page.content}>
      <Alert
        status="info"
        icon
        title={`This document has ${formatBytes(bytes)}`}
        description="The full viewer renders all of it at once and can freeze the browser for minutes, so the operations are listed here."
        customActions={
          <Flex gap="2">
            {release && <DownloadButton apiRef={apiRef} release={release} />}
            <Button size="small" variant="secondary" onPress={onFull}>
              Load the full viewer
            </Button>
          </Flex>
        }
      />
      {release && <OperationIndex apiRef={apiRef} release={release} />}
    </div>
  );
}

function DownloadButton({ apiRef, release }: { apiRef: string; release: Release }) {
  const read = useReadDocument();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const download = async () => {
    setPending(true);
    setFailure(undefined);
    try {
      const text = await read(apiRef, release.digest);
      const json = /^\s*[{[]/.test(text);
      const name = apiRef.slice(apiRef.indexOf('/') + 1);
      saveText(`${name}.${json ? 'json' : 'yaml'}`, json ? 'application/json' : 'application/yaml', text);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      setPending(false);
    }
  };
  return (
    <Button size="small" variant="primary" isPending={pending} onPress={download}>
      {failure ? `Failed (${failure}); try again` : 'Download'}
    </Button>
  );
}

/** The operations of a release, searched and paged by the server. */
export function OperationIndex({ apiRef, release }: { apiRef: string; release: Release }) {
  const now = useNow();
  const list = useListQuery<never, 'document'>(LIST);
  const { search, cursor, start } = list.query;
  const query = { search: search || undefined, cursor, limit: PER_PAGE };
  const { data, error, isPending, refetch } = useOperations(apiRef, release.digest, query);
  return (
    <Panel title={count(release.operationCount, 'operation')}>
      <FilterBar filtered={search !== ''} onClear={list.clear}>
        <ListSearch
          label="Search"
          placeholder="Path, operation id or summary"
          value={search}
          onChange={list.setSearch}
        />
      </FilterBar>
      {error && <ErrorPanel what="The operations" error={error} onRetry={() => refetch()} />}
      {isPending && <LoadingRows what="operations" />}
      {data && data.items.length === 0 && (
        <EmptyPanel title={search ? 'No operation matches' : 'No operation'}>
          {search ? 'No operation of this contract fits the search.' : 'The document declares no operation.'}
        </EmptyPanel>
      )}
      {data && data.items.length > 0 && (
        <>
          <OperationTable operations={data.items} now={now} />
          <ListFooter
            page={data.page}
            shown={data.items.length}
            start={start}
            pageSize={PER_PAGE}
            noun="operations"
            onTurn={list.goTo}
          />
        </>
      )}
    </Panel>
  );
}
