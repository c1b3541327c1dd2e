import { ApiSummary } from '@treaty/plugin-api-governance-common';
import { Cell, ColumnConfig, Flex, SortDescriptor, Table, Text } from '@backstage/ui';
import { RiErrorWarningLine } from '@remixicon/react';
import { splitSort } from '../lib/urlQuery';
import { count, lifecycleTone } from '../lib/words';
import { EntityLink, OwnerLink } from './EntityLink';
import { Pill } from './Pill';
import { When } from './When';
import styles from './ApiTable.module.css';

/** Orders the server knows for APIs. */
export const API_SORTS = [
  'title',
  '-title',
  'owner',
  '-owner',
  'system',
  '-system',
  'lifecycle',
  '-lifecycle',
  'sunset',
  '-sunset',
  'consumers',
  '-consumers',
  'released',
  '-released',
  'problems',
  '-problems',
] as const;
export type ApiSort = (typeof API_SORTS)[number];

type ApiRow = ApiSummary & { id: string };

function columns(now: Date): ColumnConfig<ApiRow>[] {
  return [
    {
      id: 'title',
      label: 'API',
      isSortable: true,
      isRowHeader: true,
      defaultWidth: '3fr',
      minWidth: 150,
      cell: api => (
        <Cell>
          <Flex direction="column" gap="0.5">
            <Flex align="center" gap="2">
              <EntityLink entityRef={api.ref} title={api.title} strong />
              <Problems api={api} />
            </Flex>
            <span className={styles.second}>{[api.name, api.type].join(' · ')}</span>
          </Flex>
        </Cell>
      ),
    },
    {
      id: 'version',
      label: 'Version',
      defaultWidth: '0.9fr',
      minWidth: 92,
      cell: api => (
        <Cell>
          <Text>{api.version ?? '–'}</Text>
        </Cell>
      ),
    },
    {
      id: 'lifecycle',
      label: 'Lifecycle',
      isSortable: true,
      defaultWidth: '1.2fr',
      minWidth: 118,
      cell: api => (
        <Cell>
          {api.lifecycle ? (
            <Pill tone={lifecycleTone(api.lifecycle)}>{api.lifecycle}</Pill>
          ) : (
            <Text color="secondary">–</Text>
          )}
        </Cell>
      ),
    },
    {
      id: 'owner',
      label: 'Owner',
      isSortable: true,
      defaultWidth: '1.6fr',
      minWidth: 118,
      cell: api => (
        <Cell>
          <OwnerLink owner={api.owner} />
        </Cell>
      ),
    },
    {
      id: 'system',
      label: 'System',
      isSortable: true,
      defaultWidth: '1.8fr',
      minWidth: 126,
      cell: api => (
        <Cell>{api.system ? <EntityLink entityRef={api.system} /> : <Text color="secondary">–</Text>}</Cell>
      ),
    },
    {
      id: 'sunset',
      label: 'Sunset',
      isSortable: true,
      defaultWidth: '1.4fr',
      minWidth: 104,
      cell: api => (
        <Cell>
          {api.deprecation ? (
            <When sunset={api.deprecation.sunset} now={now} />
          ) : (
            <Text color="secondary">–</Text>
          )}
        </Cell>
      ),
    },
    {
      id: 'consumers',
      label: 'Consumers',
      isSortable: true,
      defaultWidth: '1.1fr',
      minWidth: 146,
      cell: api => (
        <Cell>
          <Text>{api.consumerCount.toLocaleString('en-GB')}</Text>
        </Cell>
      ),
    },
  ];
}

function Problems({ api }: { api: ApiSummary }) {
  if (api.problemState === 'ok') return null;
  const label = `${count(api.problemCount, 'problem')} reading this API`;
  return (
    <span className={api.problemState === 'error' ? styles.error : styles.warning} title={label}>
      <RiErrorWarningLine size={16} role="img" aria-label={label} />
    </span>
  );
}

/** The list of APIs: who owns each, where it is in its life, until when it works, how many depend on it. */
export function ApiTable(props: {
  items: ApiSummary[];
  now: Date;
  sort: ApiSort;
  onSort: (sort: ApiSort) => void;
  isStale?: boolean;
}) {
  const { items, now, sort, onSort, isStale } = props;
  const { column, direction } = splitSort(sort);
  const onSortChange = (descriptor: SortDescriptor) => {
    const wanted =
      descriptor.direction === 'descending' ? `-${descriptor.column}` : String(descriptor.column);
    const next = API_SORTS.find(candidate => candidate === wanted);
    if (next) onSort(next);
  };
  return (
    <Table<ApiRow>
      columnConfig={columns(now)}
      data={items.map(item => ({ ...item, id: item.ref }))}
      isStale={isStale}
      className={styles.table}
      pagination={{ type: 'none' }}
      sort={{ descriptor: { column, direction }, onSortChange }}
    />
  );
}
