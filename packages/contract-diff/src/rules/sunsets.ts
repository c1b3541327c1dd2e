import { parseSunset } from '@treaty/contract-findings';
import { Ending } from '../model/types';

/** How an announced end changed for the worse, in words; `undefined` when it did not. */
export function sunsetChange(before: Ending, after: Ending): string | undefined {
  if (after.sunset !== undefined && parseSunset(after.sunset).kind === 'malformed') {
    const same = JSON.stringify(before.sunset) === JSON.stringify(after.sunset);
    return same ? undefined : `is malformed: '${parseSunset(after.sunset).text}'`;
  }
  if (!before.deprecated || before.sunset === undefined) return undefined;
  const old = parseSunset(before.sunset);
  if (old.kind !== 'date') return undefined;
  const now = after.sunset === undefined ? undefined : parseSunset(after.sunset);
  if (after.deprecated && now === undefined) return `(${old.text}) was dropped`;
  return now?.kind === 'date' && now.at.getTime() < old.at.getTime()
    ? `moved earlier, from ${old.text} to ${now.text}`
    : undefined;
}
