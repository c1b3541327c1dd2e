import { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import { useExcerpt } from '../api/queries';
import { Panel } from '../components/Panel';
import { ErrorPanel, LoadingRows } from '../components/States';
import { count } from '../lib/words';

/** Some operations of a contract that is too large to be rendered as a whole, with what they refer to. */
export function OperationExcerpt(props: {
  apiRef: string;
  digest: string;
  operations: string[];
  backHref: string;
  render(document: string): ReactNode;
}) {
  const { apiRef, digest, operations, backHref, render } = props;
  const { data, error, isPending, refetch } = useExcerpt(apiRef, digest, operations);
  return (
    <Panel
      title={operations.length === 1 ? operations[0] : count(operations.length, 'operation')}
      aside={<Link href={backHref}>All operations</Link>}
    >
      {error && <ErrorPanel what="The contract of this operation" error={error} onRetry={() => refetch()} />}
      {isPending && <LoadingRows what="the contract of the operation" />}
      {data !== undefined && render(data)}
    </Panel>
  );
}
