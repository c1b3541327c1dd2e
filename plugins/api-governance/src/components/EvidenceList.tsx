import { EvidenceItem } from '@treaty/plugin-api-governance-common';
import { Text } from '@backstage/ui';
import { formatDate } from '../lib/dates';
import { SOURCE_WORDS } from '../lib/words';
import styles from './Details.module.css';

/** Each piece of evidence in a form a person can check: what it says, where it stands, how old it is. */
export function EvidenceList({ evidence }: { evidence: EvidenceItem[] }) {
  if (evidence.length === 0) return <Text color="secondary">Nothing is known</Text>;
  return (
    <ul className={styles.list}>
      {evidence.map(item => (
        <li key={`${item.source} ${item.sourceRef} ${item.statement}`}>
          {item.statement}
          <div className={styles.second}>
            {[
              SOURCE_WORDS[item.source],
              item.sourceRef,
              item.lastSeen && `seen ${formatDate(item.lastSeen)}`,
              item.stale && 'stale',
            ]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </li>
      ))}
    </ul>
  );
}
