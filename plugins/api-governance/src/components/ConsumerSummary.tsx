import { Consumer } from '@treaty/plugin-api-governance-common';
import { groupConsumersByTeam } from '../lib/consumers';
import { formatDate } from '../lib/dates';
import { count } from '../lib/words';
import { EntityLink, OwnerLink } from './EntityLink';
import { Pill } from './Pill';
import styles from './Details.module.css';

/** A line per consumer, for a card: who, how much of the API, and how fresh the knowledge is. */
export function ConsumerSummary({ consumers }: { consumers: Consumer[] }) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Consumer</th>
            <th scope="col">Team</th>
            <th scope="col">Uses</th>
            <th scope="col">Evidence</th>
          </tr>
        </thead>
        <tbody>
          {groupConsumersByTeam(consumers).flatMap(({ team, consumers: members }) =>
            members.map(consumer => (
              <tr key={consumer.ref}>
                <th scope="row">
                  <EntityLink entityRef={consumer.ref} title={consumer.title} />
                </th>
                <td>
                  <OwnerLink owner={team} />
                </td>
                <td>
                  {consumer.operations.length === 0
                    ? 'Unknown'
                    : count(consumer.operations.length, 'operation')}
                </td>
                <td>
                  {consumer.operations.length === 0 ? (
                    <Pill tone="neutral">No evidence</Pill>
                  ) : (
                    (consumer.lastSeen && formatDate(consumer.lastSeen)) || 'no date'
                  )}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}
