import { Deprecation } from '@treaty/plugin-api-governance-common';
import { Flex, Link, Text } from '@backstage/ui';
import { describeSubject } from '../lib/subject';
import { groupByUrgency, UrgencyGroup, URGENCY_WORDS } from '../lib/urgency';
import { KIND_WORDS, STATE_WORDS } from '../lib/words';
import { AffectedTeams } from './AffectedTeams';
import { EntityLink, OwnerLink } from './EntityLink';
import { Pill } from './Pill';
import { SortHeader } from './SortHeader';
import { When } from './When';
import styles from './DeprecationTable.module.css';

/** Orders the server knows for deprecations. */
export const DEPRECATION_SORTS = [
  'sunset',
  '-sunset',
  'deprecatedOn',
  '-deprecatedOn',
  'api',
  '-api',
  'owner',
  '-owner',
  'consumers',
  '-consumers',
] as const;
export type DeprecationSort = (typeof DEPRECATION_SORTS)[number];

interface Props {
  items: Deprecation[];
  now: Date;
  sort: DeprecationSort;
  onSort: (sort: DeprecationSort) => void;
  /** Address of the page of one deprecation. */
  hrefOf: (deprecation: Deprecation) => string;
  isStale?: boolean;
  /** False on the page of one API, where the column would say the same in every row. */
  showApi?: boolean;
}

/**
 * Deprecations by date. A native table, because rows stand under group headings (`<th scope="rowgroup">`) and the table of
 * Backstage UI has none. Sorted by anything but the date, there are no groups.
 */
export function DeprecationTable(props: Props) {
  const { items, now, sort, onSort, hrefOf, isStale, showApi = true } = props;
  const byDate = sort === 'sunset' || sort === '-sunset';
  const groups: Array<Partial<UrgencyGroup<Deprecation>> & { items: Deprecation[] }> = byDate
    ? groupByUrgency(items, now)
    : [{ items }];
  const header = { sort, sorts: DEPRECATION_SORTS, onSort };
  return (
    <div className={styles.scroll} role="region" aria-label="Table of deprecations">
      <table className={isStale ? `${styles.table} ${styles.stale}` : styles.table} aria-busy={isStale}>
        <thead>
          <tr>
            <SortHeader column="sunset" label="Sunset" className={styles.when} {...header} />
            <th scope="col" className={styles.what}>
              What
            </th>
            {showApi && <SortHeader column="api" label="API and owner" className={styles.api} {...header} />}
            <th scope="col" className={styles.state}>
              State
            </th>
            <SortHeader column="consumers" label="Teams it would hit" {...header} />
          </tr>
        </thead>
        {groups.map(({ urgency, items: members }) => (
          <tbody key={urgency ?? 'all'}>
            {urgency && <GroupHeading urgency={urgency} size={members.length} columns={showApi ? 5 : 4} />}
            {members.map(item => (
              <Row key={item.id} item={item} now={now} href={hrefOf(item)} showApi={showApi} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function GroupHeading(props: { urgency: keyof typeof URGENCY_WORDS; size: number; columns: number }) {
  const { title, explanation } = URGENCY_WORDS[props.urgency];
  return (
    <tr>
      <th scope="rowgroup" colSpan={props.columns} className={styles.group}>
        <span className={styles.groupTitle}>{title}</span>
        <span className={styles.groupNote}>
          {props.size} on this page. {explanation}
        </span>
      </th>
    </tr>
  );
}

function Row({ item, now, href, showApi }: { item: Deprecation; now: Date; href: string; showApi: boolean }) {
  const { what, where } = describeSubject(item);
  const state = STATE_WORDS[item.state];
  return (
    <tr>
      <td>
        {item.malformed ? <Malformed reason={item.malformed} /> : <When sunset={item.sunset} now={now} />}
      </td>
      <td>
        <Link href={href} standalone className={item.kind === 'api' ? undefined : styles.code}>
          {what}
        </Link>
        <div className={styles.second}>{[KIND_WORDS[item.kind], where].filter(Boolean).join(' · ')}</div>
        {item.replacedBy && <div className={styles.second}>Use instead: {item.replacedBy}</div>}
      </td>
      {showApi && (
        <td>
          <Flex direction="column" gap="0.5">
            <EntityLink entityRef={item.api} title={item.apiTitle} />
            <span className={styles.second}>
              Owner: <OwnerLink owner={item.owner} small />
            </span>
          </Flex>
        </td>
      )}
      <td>
        <Pill tone={state.tone} title={state.explanation}>
          {state.label}
        </Pill>
      </td>
      <td>
        <AffectedTeams consumers={item.consumers} consumerCount={item.consumerCount} />
      </td>
    </tr>
  );
}

function Malformed({ reason }: { reason: string }) {
  return (
    <Flex direction="column" gap="0.5">
      <Text weight="bold" color="danger">
        Unreadable date
      </Text>
      <Text variant="body-small" color="secondary">
        {reason}
      </Text>
    </Flex>
  );
}
