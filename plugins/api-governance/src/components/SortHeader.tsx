import { RiArrowDownLine, RiArrowUpLine } from '@remixicon/react';
import { splitSort } from '../lib/urlQuery';
import styles from './DeprecationTable.module.css';

/** The heading of a column that can be sorted by; pressing it again turns the order round. */
export function SortHeader<Sort extends string>(props: {
  column: string;
  label: string;
  sort: Sort;
  sorts: readonly Sort[];
  onSort: (sort: Sort) => void;
  className?: string;
}) {
  const { column, label, sort, sorts, onSort, className } = props;
  const current = splitSort(sort);
  const active = current.column === column;
  const turned = active && current.direction === 'ascending' ? `-${column}` : column;
  const next = sorts.find(candidate => candidate === turned);
  const Arrow = current.direction === 'ascending' ? RiArrowUpLine : RiArrowDownLine;
  return (
    <th scope="col" className={className} aria-sort={active ? current.direction : 'none'}>
      <button type="button" className={styles.sort} onClick={() => next && onSort(next)}>
        {label}
        {active && <Arrow size={14} aria-hidden />}
      </button>
    </th>
  );
}
