import { AffectedConsumer } from '@treaty/plugin-api-governance-common';
import { Text } from '@backstage/ui';
import { nameRef } from '../lib/entityRefs';
import { groupByTeam } from '../lib/teams';
import { count, VERDICT_WORDS } from '../lib/words';
import { OwnerLink } from './EntityLink';
import { Pill } from './Pill';
import styles from './AffectedTeams.module.css';

/** Teams shown in a row before the rest is only counted. */
const SHOWN = 3;

/** The teams a removal would hit, the worst hit first, each with its consumers. */
export function AffectedTeams(props: {
  consumers: AffectedConsumer[];
  consumerCount: number;
  all?: boolean;
}) {
  const { consumers, consumerCount, all } = props;
  if (consumerCount === 0) return <Text color="secondary">No consumer known</Text>;
  const teams = groupByTeam(consumers);
  const shown = all ? teams : teams.slice(0, SHOWN);
  const hidden = consumerCount - shown.reduce((sum, team) => sum + team.consumers.length, 0);
  return (
    <ul className={styles.teams}>
      {shown.map(({ team, worst, consumers: members }) => (
        <li key={team ?? ''} className={styles.team}>
          <span>
            <Pill tone={VERDICT_WORDS[worst].tone} title={VERDICT_WORDS[worst].explanation}>
              {VERDICT_WORDS[worst].label}
            </Pill>
          </span>
          <span>
            <OwnerLink owner={team} />
            <span className={styles.consumers}>
              {' · '}
              {members
                .map(c => {
                  const name = c.title ?? nameRef(c.ref).name;
                  return c.verdict === worst
                    ? name
                    : `${name} (${VERDICT_WORDS[c.verdict].label.toLowerCase()})`;
                })
                .join(', ')}
            </span>
          </span>
        </li>
      ))}
      {hidden > 0 && (
        <li>
          <Text variant="body-small" color="secondary">
            and {count(hidden, 'more consumer')}
          </Text>
        </li>
      )}
    </ul>
  );
}
