import { ApiGovernanceError } from '@treaty/plugin-api-governance-common';
import { Link, Text } from '@backstage/ui';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { useNow } from '../api/GovernanceContext';
import { useApiDetail, useConsumers } from '../api/queries';
import { ConsumerSummary } from '../components/ConsumerSummary';
import { DeprecationBanner } from '../components/DeprecationBanner';
import { FamilyList } from '../components/FamilyList';
import { Panel } from '../components/Panel';
import { ProblemList } from '../components/ProblemList';
import { EmptyPanel, ErrorPanel, LoadingRows } from '../components/States';
import { count } from '../lib/words';
import { useApiEntityRef } from './useApiEntityRef';

/** Consumers on the overview; the tab has all of them. */
const CONSUMERS_SHOWN = 5;

/** True when the API is in the catalog but no walk has come by yet. */
function notWalkedYet(error: Error): boolean {
  return error instanceof ApiGovernanceError && error.status === 404;
}

/** Says how long a deprecated line works. Nothing to say is nothing shown. */
export function DeprecationBannerCard() {
  const { data } = useApiDetail(useApiEntityRef());
  const now = useNow();
  if (!data?.deprecation || data.deprecation.state === 'removed') return null;
  return (
    <DeprecationBanner
      title={data.title}
      deprecation={data.deprecation}
      consumerCount={data.consumerCount}
      now={now}
    />
  );
}

/** What the last walk over the catalog could not read of this API. */
export function ProblemsCard() {
  const { data } = useApiDetail(useApiEntityRef());
  if (!data || data.problems.length === 0) return null;
  return (
    <Panel title={`${count(data.problems.length, 'problem')} reading this API`}>
      <ProblemList problems={data.problems} />
    </Panel>
  );
}

/** The versions of the API that live side by side. */
export function FamilyCard() {
  const ref = useApiEntityRef();
  const { data, error, isPending, refetch } = useApiDetail(ref);
  const now = useNow();
  if (error && notWalkedYet(error)) {
    return (
      <Panel title="Versions side by side">
        <EmptyPanel title="Not read yet">
          The next walk over the catalog reads this API; it takes a few minutes.
        </EmptyPanel>
      </Panel>
    );
  }
  return (
    <Panel title="Versions side by side">
      {error && <ErrorPanel what="The versions" error={error} onRetry={() => refetch()} />}
      {isPending && <LoadingRows what="versions" rows={2} />}
      {data && <FamilyList members={data.familyMembers} now={now} />}
    </Panel>
  );
}

/** The first consumers, with the way to all of them. */
export function ConsumersCard() {
  const ref = useApiEntityRef();
  const { data, error, isPending, refetch } = useConsumers(ref, { limit: CONSUMERS_SHOWN });
  const href = `${useEntityRefLink()(ref)}/consumers`;
  if (error && notWalkedYet(error)) return null;
  return (
    <Panel
      title="Consumers"
      aside={
        data &&
        data.items.length > 0 && <Link href={href}>All {count(data.page.totalItems, 'consumer')}</Link>
      }
    >
      {error && <ErrorPanel what="The consumers" error={error} onRetry={() => refetch()} />}
      {isPending && <LoadingRows what="consumers" rows={3} />}
      {data && data.items.length === 0 && (
        <Text color="secondary">
          No component of the catalog says that it consumes this API. Callers nobody has declared do not show.
        </Text>
      )}
      {data && data.items.length > 0 && <ConsumerSummary consumers={data.items} />}
    </Panel>
  );
}
