import { IngestionProblem } from '@treaty/plugin-api-governance-common';
import { Pill } from './Pill';
import styles from './ProblemList.module.css';

function placeOf({ file, line, column, pointer }: IngestionProblem): string {
  const place = [file, line, line === undefined ? undefined : column]
    .filter(part => part !== undefined)
    .join(':');
  return [place, pointer].filter(Boolean).join('  ');
}

/** What could not be read: where, why and what to do, so that the owner can mend it without asking anybody. */
export function ProblemList({ problems }: { problems: IngestionProblem[] }) {
  return (
    <ul className={styles.list}>
      {problems.map(problem => (
        <li key={`${problem.code} ${placeOf(problem)} ${problem.message}`} className={styles.item}>
          <Pill tone={problem.severity === 'error' ? 'danger' : 'warning'}>
            {problem.severity === 'error' ? 'Error' : 'Warning'}
          </Pill>
          <div>
            <div>{problem.message}</div>
            {placeOf(problem) && <div className={styles.place}>{placeOf(problem)}</div>}
            <div className={styles.next}>What to do: {problem.next}</div>
          </div>
        </li>
      ))}
    </ul>
  );
}
