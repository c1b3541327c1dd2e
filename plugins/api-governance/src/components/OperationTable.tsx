import { Link } from '@backstage/ui';
import { Operation } from '@treaty/plugin-api-governance-common';
import { sayDate } from '../lib/dates';
import { Pill } from './Pill';
import styles from './Details.module.css';

/** Operations of a contract as an index: what there is, what goes away, who is known to use it. */
export function OperationTable(props: {
  operations: Operation[];
  now: Date;
  hrefOf(operation: Operation): string;
}) {
  const { operations, now, hrefOf } = props;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.wide}>
              Operation
            </th>
            <th scope="col">Summary</th>
            <th scope="col" className={styles.narrow}>
              Tags
            </th>
            <th scope="col" className={styles.narrow}>
              Consumers
            </th>
          </tr>
        </thead>
        <tbody>
          {operations.map(operation => (
            <tr key={operation.operation}>
              <th scope="row" className={styles.code}>
                <Link href={hrefOf(operation)}>{operation.operation}</Link>
                {operation.deprecated && (
                  <div>
                    <Pill tone="warning">
                      {operation.sunset ? `goes away ${sayDate(operation.sunset, now)}` : 'deprecated'}
                    </Pill>
                  </div>
                )}
              </th>
              <td>
                {operation.summary ?? '–'}
                {operation.operationId && <div className={styles.second}>{operation.operationId}</div>}
              </td>
              <td>{operation.tags.join(', ') || '–'}</td>
              <td>{operation.consumerCount}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
