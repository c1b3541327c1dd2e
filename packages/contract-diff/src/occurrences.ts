import { Subject, subjectKey } from '@treaty/contract-findings';

/** Values in the order of a text that is made once for each of them. */
export function sortedBy<T>(values: readonly T[], textOf: (value: T) => string): T[] {
  return values
    .map(value => ({ value, text: textOf(value) }))
    .sort((a, b) => Number(a.text > b.text) - Number(a.text < b.text))
    .map(({ value }) => value);
}

/** Every subject once, in the order of subjects. */
export function sortedSubjects(subjects: readonly Subject[]): Subject[] {
  if (subjects.length < 2) return [...subjects];
  const sorted = subjects
    .map(subject => ({ subject, key: subjectKey(subject) }))
    .sort((a, b) => Number(a.key > b.key) - Number(a.key < b.key));
  return sorted.filter(({ key }, i) => key !== sorted[i + 1]?.key).map(({ subject }) => subject);
}
