import { Consumer, UsedOperation } from '@treaty/plugin-api-governance-common';
import { Text } from '@backstage/ui';
import { groupConsumersByTeam } from '../lib/consumers';
import { formatDate } from '../lib/dates';
import { EntityLink, OwnerLink } from './EntityLink';
import { EvidenceList } from './EvidenceList';
import { Pill } from './Pill';
import styles from './Details.module.css';

/** Who consumes the API, which operations of it, and how that is known: team by team. */
export function ConsumerTable({ consumers }: { consumers: Consumer[] }) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.narrow}>
              Team
            </th>
            <th scope="col" className={styles.medium}>
              Consumer
            </th>
            <th scope="col" className={styles.wide}>
              Operations it uses
            </th>
            <th scope="col">Evidence</th>
          </tr>
        </thead>
        {groupConsumersByTeam(consumers).map(({ team, consumers: members }) => (
          <tbody key={team ?? ''}>
            {members.map((consumer, i) => (
              <tr key={consumer.ref}>
                {i === 0 && (
                  <th scope="rowgroup" rowSpan={members.length}>
                    <OwnerLink owner={team} />
                  </th>
                )}
                <td>
                  <EntityLink entityRef={consumer.ref} title={consumer.title} />
                  <div className={styles.second}>
                    {[consumer.type, consumer.environments.join(', ')].filter(Boolean).join(' · ')}
                  </div>
                </td>
                <td>
                  <Operations consumer={consumer} />
                </td>
                <td>
                  <EvidenceList evidence={consumer.evidence} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Operations({ consumer }: { consumer: Consumer }) {
  if (consumer.operations.length === 0) {
    return (
      <Text color="secondary">
        No evidence: the catalog says that it consumes the API, nothing says which operations.
      </Text>
    );
  }
  return (
    <ul className={styles.list}>
      {consumer.operations.map(operation => (
        <li key={operation.operation}>
          <span className={styles.code}>{operation.operation}</span>{' '}
          {operation.deprecated && (
            <Pill tone="warning">
              {operation.sunset ? `goes away ${formatDate(operation.sunset)}` : 'deprecated'}
            </Pill>
          )}
          {facets(operation) && <div className={styles.second}>{facets(operation)}</div>}
        </li>
      ))}
      <li className={styles.second}>
        {consumer.complete ? 'Says that it uses nothing else.' : 'May use more than this.'}
      </li>
    </ul>
  );
}

function facets({ reads, sends, match }: UsedOperation): string {
  return [
    reads.length > 0 && `reads ${reads.join(', ')}`,
    sends.length > 0 && `sends ${sends.join(', ')}`,
    match === 'ambiguous' && 'the evidence fits several operations',
  ]
    .filter(Boolean)
    .join('; ');
}
