import { DeprecationState, STATE_WORDS } from '../lib/words';
import styles from './StateCounts.module.css';

/** States worth a number at the top, the most urgent first. */
const SHOWN: DeprecationState[] = ['zombie', 'sunset-due', 'deprecated', 'announced'];

/** How many deprecations are in which state; pressing a number shows only those. */
export function StateCounts(props: {
  byState?: Partial<Record<string, number>>;
  selected: string[];
  onSelect: (states: string[]) => void;
}) {
  const { byState, selected, onSelect } = props;
  return (
    <ul className={styles.counts} aria-label="Deprecations by state">
      {SHOWN.map(state => {
        const pressed = selected.includes(state);
        return (
          <li key={state}>
            <button
              type="button"
              className={styles.button}
              aria-pressed={pressed}
              title={STATE_WORDS[state].explanation}
              onClick={() => onSelect(pressed ? selected.filter(s => s !== state) : [...selected, state])}
            >
              <span className={styles.number}>{byState ? (byState[state] ?? 0) : '–'}</span>{' '}
              <span className={styles.label}>{STATE_WORDS[state].label}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
