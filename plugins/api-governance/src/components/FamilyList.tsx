import { FamilyMember } from '@treaty/plugin-api-governance-common';
import { Text } from '@backstage/ui';
import { sayDate } from '../lib/dates';
import { lifecycleTone } from '../lib/words';
import { EntityLink } from './EntityLink';
import { Pill } from './Pill';
import styles from './FamilyList.module.css';

/** All majors of an API that live side by side, so that nobody integrates with the one that is going away. */
export function FamilyList({ members, now }: { members: FamilyMember[]; now: Date }) {
  return (
    <ul className={styles.members}>
      {members.map(member => (
        <li
          key={member.ref}
          className={member.current ? `${styles.member} ${styles.current}` : styles.member}
          aria-current={member.current ? 'page' : undefined}
        >
          <div className={styles.line}>
            {member.current ? (
              <Text weight="bold">{member.title}</Text>
            ) : (
              <EntityLink entityRef={member.ref} title={member.title} />
            )}
            {member.lifecycle && <Pill tone={lifecycleTone(member.lifecycle)}>{member.lifecycle}</Pill>}
          </div>
          <span className={styles.note}>
            {[
              member.major && `Major ${member.major}`,
              member.version && `version ${member.version}`,
              member.current && 'this page',
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {member.deprecation?.sunset && (
            <span className={styles.note}>Goes away {sayDate(member.deprecation.sunset, now)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
