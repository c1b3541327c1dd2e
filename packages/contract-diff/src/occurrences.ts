import { compareSubjects, Subject } from '@treaty/contract-findings';

/** Values in the order of a text that is made once for each of them. */
export function sortedBy<T>(values: readonly T[], textOf: (value: T) => string): T[] {
  return values
    .map(value => ({ value, text: textOf(value) }))
    .sort((a, b) => Number(a.text > b.text) - Number(a.text < b.text))
    .map(({ value }) => value);
}

/** Every subject once, in the order of subjects. */
export function sortedSubjects(subjects: readonly Subject[]): Subject[] {
  const sorted = [...subjects].sort(compareSubjects);
  return sorted.filter((subject, i) => i === 0 || compareSubjects(sorted[i - 1], subject) !== 0);
}
