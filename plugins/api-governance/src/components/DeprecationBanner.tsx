import { ReactNode } from 'react';
import { Alert, ButtonLink, Flex } from '@backstage/ui';
import { useEntityPresentation, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { LineDeprecation } from '@treaty/plugin-api-governance-common';
import { daysUntil, formatDate, formatDay, hasPassed, sayDays } from '../lib/dates';
import { count } from '../lib/words';

/** The sentence that says how much time is left. */
function headline(title: string, sunset: string | undefined, now: Date): string {
  if (!sunset) return `${title} is deprecated; no sunset date is set`;
  const days = daysUntil(sunset, now);
  if (hasPassed(sunset, now))
    return `${title} should be gone since ${formatDay(sunset)} (${sayDays(days)}) and is still served`;
  return `${title} goes away ${sayDays(days)}, on ${formatDay(sunset)}`;
}

/** Above everything else on the page of a deprecated line: how long it works, where to go, how to get there. */
export function DeprecationBanner(props: {
  title: string;
  deprecation: LineDeprecation;
  consumerCount: number;
  now: Date;
}) {
  const { title, deprecation, consumerCount, now } = props;
  const { sunset, deprecatedOn, successor, guide } = deprecation;
  const urgent = sunset !== undefined && daysUntil(sunset, now) <= 30;
  const since = deprecatedOn ? `Deprecated since ${formatDate(deprecatedOn)}. ` : '';
  const actions: ReactNode[] = [];
  if (successor) actions.push(<SuccessorLink key="successor" successor={successor} />);
  if (guide) {
    actions.push(
      <ButtonLink
        key="guide"
        href={guide}
        size="small"
        variant="secondary"
        target="_blank"
        rel="noopener noreferrer"
      >
        Migration guide
      </ButtonLink>,
    );
  }
  return (
    <Alert
      status={urgent ? 'danger' : 'warning'}
      icon
      title={headline(title, sunset, now)}
      description={`${since}${consumerCount === 0 ? 'No consumer is known.' : `${count(consumerCount, 'consumer')} in the catalog.`}`}
      customActions={actions.length > 0 ? <Flex gap="2">{actions}</Flex> : undefined}
    />
  );
}

function SuccessorLink({ successor }: { successor: string }) {
  const href = useEntityRefLink()(successor);
  const { primaryTitle } = useEntityPresentation(successor);
  return (
    <ButtonLink href={href} size="small" variant="primary">
      Go to {primaryTitle}
    </ButtonLink>
  );
}
