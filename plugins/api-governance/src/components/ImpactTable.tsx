import { AffectedConsumer } from '@treaty/plugin-api-governance-common';
import { groupByTeam } from '../lib/teams';
import { VERDICT_WORDS } from '../lib/words';
import { EntityLink, OwnerLink } from './EntityLink';
import { EvidenceList } from './EvidenceList';
import { Pill } from './Pill';
import styles from './Details.module.css';

/** Who is hit and why that is known: a row per consumer, the worst verdict first, teams kept together. */
export function ImpactTable({ consumers }: { consumers: AffectedConsumer[] }) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.medium}>
              Team
            </th>
            <th scope="col" className={styles.medium}>
              Consumer
            </th>
            <th scope="col" className={styles.narrow}>
              Verdict
            </th>
            <th scope="col">Evidence</th>
          </tr>
        </thead>
        <tbody>
          {groupByTeam(consumers).flatMap(({ team, consumers: members }) =>
            members.map((consumer, i) => (
              <tr key={consumer.ref}>
                {i === 0 && (
                  <th scope="rowgroup" rowSpan={members.length}>
                    <OwnerLink owner={team} />
                  </th>
                )}
                <td>
                  <EntityLink entityRef={consumer.ref} title={consumer.title} />
                </td>
                <td>
                  <Pill
                    tone={VERDICT_WORDS[consumer.verdict].tone}
                    title={VERDICT_WORDS[consumer.verdict].explanation}
                  >
                    {VERDICT_WORDS[consumer.verdict].label}
                  </Pill>
                </td>
                <td>
                  <EvidenceList evidence={consumer.evidence ?? []} />
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}
