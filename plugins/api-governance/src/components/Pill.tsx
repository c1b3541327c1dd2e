import { ReactNode } from 'react';
import { Tone } from '../lib/words';
import styles from './Pill.module.css';

/** A word with a tone. The text always says it all; the colour only helps to find it. */
export function Pill(props: { tone: Tone; title?: string; children: ReactNode }) {
  const { tone, title, children } = props;
  return (
    <span className={tone === 'neutral' ? styles.pill : `${styles.pill} ${styles[tone]}`} title={title}>
      {children}
    </span>
  );
}
