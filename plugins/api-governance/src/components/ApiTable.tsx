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

/** Columns that have to go, in this order, on a table that is narrower than this; their facts move below the name. */
const NEEDED_WIDTH = { system: 880, version: 880, lifecycle: 640, owner: 640, consumers: 500 };
type Movable = keyof typeof NEEDED_WIDTH;

/** Which columns have no room. A width that is not known yet has room for all. */
function hiddenAt(width = Infinity): Set<string> {
  return new Set(Object.entries(NEEDED_WIDTH).flatMap(([id, needed]) => (width < needed ? [id] : [])));
}

function columns(now: Date, width?: number): ColumnConfig<ApiRow>[] {
  const hidden = hiddenAt(width);
  const all: ColumnConfig<ApiRow>[] = [
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
            <Below api={api} hidden={hidden} />
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
  return all.filter(column => !hidden.has(column.id));
}

/** What stands below the name of an API: its name in the catalog, and whatever has no column. */
function Below({ api, hidden }: { api: ApiSummary; hidden: ReadonlySet<string> }) {
  const moved = (id: Movable, value: string | undefined) => (hidden.has(id) && value ? [value] : []);
  const first = [api.name, api.type, ...moved('version', api.version), ...moved('lifecycle', api.lifecycle)];
  const consumers = moved('consumers', count(api.consumerCount, 'consumer'));
  const links = hidden.has('owner') || (hidden.has('system') && api.system);
  return (
    <>
      <span className={styles.second}>{[...first, ...consumers].join(' · ')}</span>
      {links && (
        <Flex gap="3" className={styles.links}>
          {hidden.has('owner') && <OwnerLink owner={api.owner} small />}
          {hidden.has('system') && api.system && <EntityLink entityRef={api.system} small />}
        </Flex>
      )}
    </>
  );
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
  /** Room for the table, in pixels. */
  width?: number;
  isStale?: boolean;
}) {
  const { items, now, sort, onSort, width, isStale } = props;
  const { column, direction } = splitSort(sort);
  const onSortChange = (descriptor: SortDescriptor) => {
    const wanted =
      descriptor.direction === 'descending' ? `-${descriptor.column}` : String(descriptor.column);
    const next = API_SORTS.find(candidate => candidate === wanted);
    if (next) onSort(next);
  };
  return (
    <Table<ApiRow>
      columnConfig={columns(now, width)}
      data={items.map(item => ({ ...item, id: item.ref }))}
      isStale={isStale}
      className={styles.table}
      pagination={{ type: 'none' }}
      sort={{ descriptor: { column, direction }, onSortChange }}
    />
  );
}
