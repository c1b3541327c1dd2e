import { ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Alert, Button } from '@backstage/ui';
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
import { LARGE_DOCUMENT_BYTES } from '../lib/largeDocuments';
import { saveText } from '../lib/saveText';
import { count, formatBytes } from '../lib/words';
import { OperationExcerpt } from './OperationExcerpt';
import { useApiEntityRef } from './useApiEntityRef';
import page from '../pages/Page.module.css';

const PER_PAGE = 50;
const LIST = { filters: [], sorts: ['document'], defaultSort: 'document' } as const;

/** Name of the operations that are shown in the address, so that one can be linked to. */
const OPERATION = 'operation';

interface Props {
  /** The viewer of the whole document. */
  children: ReactNode;
  renderExcerpt(document: string): ReactNode;
}

/** Size of the document in the entity, where the backend cannot be asked. Characters are close enough to bytes here. */
function embeddedSize(definition: unknown): number {
  return typeof definition === 'string' ? definition.length : 0;
}

/**
 * Shows a contract. An ordinary document goes to the full viewer (`children`); of a large one there is a paged index of
 * its operations, and those a person chooses are rendered without the rest.
 */
export function ContractContent({ children, renderExcerpt }: Props) {
  const ref = useApiEntityRef();
  const { entity } = useEntity();
  const { data, error, isPending } = useApiDetail(ref);
  const embedded = embeddedSize(entity.spec?.definition);
  if (embedded > 0 && embedded <= LARGE_DOCUMENT_BYTES) return <>{children}</>;
  if (isPending) return <LoadingRows what="the contract" />;
  const unknown = error instanceof ApiGovernanceError && error.status === 404;
  if (error && !unknown) return <ErrorPanel what="The contract" error={error} />;
  const release = data?.latestRelease;
  const bytes = release?.bytes ?? embedded;
  if (bytes <= LARGE_DOCUMENT_BYTES) return <>{children}</>;
  return (
    <div className={page.content}>
      <Alert
        status="info"
        icon
        title={`This document has ${formatBytes(bytes)}`}
        description={
          release
            ? 'Rendered as a whole it would freeze the browser. Choose an operation to see all of it.'
            : 'It has not been read yet; its operations show here after the next walk over the catalog.'
        }
        customActions={release && <DownloadButton apiRef={ref} release={release} />}
      />
      {release && <LargeContract apiRef={ref} release={release} renderExcerpt={renderExcerpt} />}
    </div>
  );
}

function LargeContract(props: { apiRef: string; release: Release; renderExcerpt: Props['renderExcerpt'] }) {
  const { apiRef, release, renderExcerpt } = props;
  const [params] = useSearchParams();
  const chosen = params.getAll(OPERATION);
  if (chosen.length === 0) return <OperationIndex apiRef={apiRef} release={release} />;
  return (
    <OperationExcerpt
      apiRef={apiRef}
      digest={release.digest}
      operations={chosen}
      backHref={addressWith(params, [])}
      render={renderExcerpt}
    />
  );
}

/** The address of the list as it is, with these operations opened. */
function addressWith(params: URLSearchParams, operations: string[]): string {
  const next = new URLSearchParams(params);
  next.delete(OPERATION);
  for (const operation of operations) next.append(OPERATION, operation);
  return `?${next}`;
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
function OperationIndex({ apiRef, release }: { apiRef: string; release: Release }) {
  const now = useNow();
  const [params] = useSearchParams();
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
          {search
            ? 'No operation of this contract fits the search.'
            : 'It declares none, or is written in a language whose operations are not read. Download it to see it.'}
        </EmptyPanel>
      )}
      {data && data.items.length > 0 && (
        <>
          <OperationTable
            operations={data.items}
            now={now}
            hrefOf={one => addressWith(params, [one.operation])}
          />
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
