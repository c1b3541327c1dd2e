import { Problem } from '@treaty/contract-findings';
import { findDuplicateKeys } from './json-duplicates';
import { findJsonError } from './json-errors';
import { SourceLimits } from './limits';
import { clip } from './near';
import { positionOf, positionsOf } from './positions';
import { hasKey, mistakesFor, readJson } from './read-json';

const QUOTE = 34;
const BACKSLASH = 92;

/** True when a text starts as JSON does; such a text may still be a YAML flow collection. */
export function looksLikeJson(text: string): boolean {
  return /^\s*[{[]/.test(text);
}

/**
 * Parses JSON as JSON: fast, with the place of the first error, with every duplicate key.
 * `value` is absent exactly when a problem is an error other than `duplicate-key`.
 */
export function parseJson(
  text: string,
  uri: string,
  limits: SourceLimits,
): { value?: unknown; problems: Problem[] } {
  const survey = surveyJson(text, limits.maxDepth);
  const tooDeep = survey.tooDeepAt !== undefined;
  if (tooDeep || survey.tokens > limits.maxJsonTokens) {
    return {
      problems: [
        {
          code: tooDeep ? 'limit-depth' : 'limit-nodes',
          message: tooDeep
            ? `objects and arrays are nested more than ${limits.maxDepth} deep`
            : `the file has more than ${limits.maxJsonTokens.toLocaleString('en')} values`,
          file: uri,
          ...positionOf(text, survey.tooDeepAt ?? 0),
          next: tooDeep
            ? 'Flatten the document; join deep parts by $ref.'
            : 'Split the document into files joined by $ref.',
          severity: 'error',
        },
      ],
    };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const found = findJsonError(text) ?? { offset: 0, reason: error.message, next: 'Correct the JSON.' };
    return {
      problems: [
        {
          code: 'json-syntax',
          message: found.reason,
          file: uri,
          ...positionOf(text, found.offset),
          next: found.next,
          severity: 'error',
        },
      ],
    };
  }
  const { escapedKeys } = survey;
  if (escapedKeys.size > 0 && hasKey(value, mistakesFor(escapedKeys))) value = readJson(text);
  // JSON.parse keeps the last of two equal keys, silently. Counting is ten times cheaper than comparing, and enough to
  // know whether there is anything to look for.
  if (countKeys(value) === survey.keys) return { value, problems: [] };
  const duplicates = findDuplicateKeys(text, limits.maxProblems);
  const places = positionsOf(
    text,
    duplicates.flatMap(duplicate => [duplicate.first, duplicate.again]),
  );
  return {
    value,
    problems: duplicates.map((duplicate, index) => ({
      code: 'duplicate-key',
      message: `key '${clip(duplicate.key)}' appears twice in this object (first on line ${places[2 * index].line})`,
      file: uri,
      ...places[2 * index + 1],
      next: 'Remove or rename one of the two; readers disagree about which one counts.',
      severity: 'error',
    })),
  };
}

/** What one pass over a text finds. Meaningless for what is not JSON. */
interface Survey {
  keys: number;
  tokens: number;
  tooDeepAt?: number;
  /** Keys that are written with a backslash, as they are written. */
  escapedKeys: Set<string>;
}

/** One linear pass that no input can make slow, and that never fails. */
function surveyJson(text: string, maxDepth: number): Survey {
  const { length } = text;
  const escapedKeys = new Set<string>();
  /** The text that was read last, when there is a backslash in it. */
  let start = 0;
  let end = 0;
  let depth = 0;
  let keys = 0;
  let tokens = 0;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code <= 32) continue;
    if (code === QUOTE) {
      start = i++;
      end = 0;
      for (let inside = text.charCodeAt(i); inside !== QUOTE && i < length; inside = text.charCodeAt(i)) {
        if (inside === BACKSLASH) end = i++;
        i++;
      }
      if (end > 0) end = i + 1;
    } else if (code === 58) {
      // :
      keys++;
      if (end > 0) escapedKeys.add(text.slice(start, end));
      end = 0;
    } else if (code === 44)
      tokens++; // ,
    else if (code === 123 || code === 91) {
      tokens++;
      if (++depth > maxDepth) return { keys, tokens, tooDeepAt: i, escapedKeys };
    } else if (code === 125 || code === 93) depth--;
  }
  return { keys, tokens: tokens + keys, escapedKeys };
}

function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object') count += countKeys(item);
    return count;
  }
  const record = value as Record<string, unknown>;
  for (const key in record) {
    if (!Object.hasOwn(record, key)) continue;
    count++;
    const child = record[key];
    if (typeof child === 'object') count += countKeys(child);
  }
  return count;
}
