import { Problem, digest } from '@treaty/contract-findings';
import { isObject } from '../model/place';
import { ENGINE_VERSIONS } from '../ruleset/versions';
import { ExampleMemo } from '../types';

/** Results are only worth keeping for the validators that gave them. */
const STAMP = digest(JSON.stringify(ENGINE_VERSIONS)).slice(0, 16);

/** An empty memory. One may serve any number of documents, one after the other or interleaved. */
export function newExampleMemo(): ExampleMemo {
  return { entries: new Map(), used: new Set() };
}

/**
 * The memory as text for a file of the host's choice. Holds only what was used since it was made or read, so that it
 * does not grow for ever; deterministic.
 */
export function exportExampleMemo(memo: ExampleMemo): string {
  const entries = [...memo.used]
    .sort()
    .map(key => [key, memo.entries.get(key)])
    .filter(entry => entry[1] !== undefined);
  return JSON.stringify({ treatyExampleMemo: 1, stamp: STAMP, entries });
}

/** Reads what {@link exportExampleMemo} wrote. A memory of other versions is no error, only of no use. */
export function importExampleMemo(text: string, file: string): { memo: ExampleMemo; problems: Problem[] } {
  const memo = newExampleMemo();
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { memo, problems: [unusable(file, error instanceof Error ? error.message : String(error))] };
  }
  if (!isObject(data) || data.treatyExampleMemo !== 1 || !Array.isArray(data.entries)) {
    return { memo, problems: [unusable(file, 'it is not a memory of example results')] };
  }
  if (data.stamp !== STAMP) return { memo, problems: [] };
  for (const entry of data.entries as unknown[]) {
    if (Array.isArray(entry) && typeof entry[0] === 'string' && typeof entry[1] === 'string')
      memo.entries.set(entry[0], entry[1]);
  }
  return { memo, problems: [] };
}

function unusable(file: string, reason: string): Problem {
  return {
    code: 'lint-cache-unusable',
    message: `the lint cache cannot be used: ${reason}`,
    file,
    next: 'delete the file; it is written anew, and this run only took longer',
    severity: 'warning',
  };
}
