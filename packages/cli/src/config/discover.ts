import { closeSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';

/** What a description begins with, in YAML and in JSON. */
const HEAD = /^\s*["']?(openapi|swagger)["']?\s*:\s*["']?(2\.0|3\.\d)/m;
/** A description says what it is near its beginning. */
const HEAD_BYTES = 4096;
const NOT_PUBLISHED = /(^|\/)(fixtures?|tests?|__tests__|testdata|examples?|samples?|vendor|dist|build)\//i;

/** Documents that look like API descriptions, and those of them that are likely examples or test data. */
export function discoverDocuments(
  root: string,
  files: readonly string[],
): { documents: string[]; examples: string[] } {
  const found = files.filter(file => /\.(ya?ml|json)$/i.test(file) && HEAD.test(head(path.join(root, file))));
  return {
    documents: found.filter(file => !NOT_PUBLISHED.test(file)),
    examples: found.filter(file => NOT_PUBLISHED.test(file)),
  };
}

function head(file: string): string {
  // A pipe would be waited for.
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return '';
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(HEAD_BYTES);
    return buffer.toString('utf8', 0, readSync(descriptor, buffer, 0, HEAD_BYTES, 0));
  } finally {
    closeSync(descriptor);
  }
}
