/** A key that an object spells twice; offsets of the opening quotes. */
export interface DuplicateKey {
  key: string;
  first: number;
  again: number;
}

/** Every repeated key of a well-formed JSON text, in reading order, at most `limit`. */
export function findDuplicateKeys(text: string, limit: number): DuplicateKey[] {
  const out: DuplicateKey[] = [];
  const stack: Array<Map<string, number> | undefined> = [];
  let expectKey = false;
  for (let i = 0; i < text.length && out.length < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 34) {
      const start = i;
      i++;
      while (text.charCodeAt(i) !== 34) i += text.charCodeAt(i) === 92 ? 2 : 1;
      const seen = stack[stack.length - 1];
      if (expectKey && seen) {
        const key = JSON.parse(text.slice(start, i + 1)) as string;
        const first = seen.get(key);
        if (first === undefined) seen.set(key, start);
        else out.push({ key, first, again: start });
        expectKey = false;
      }
    } else if (code === 123 || code === 91) {
      stack.push(code === 123 ? new Map() : undefined);
      expectKey = code === 123;
    } else if (code === 125 || code === 93) {
      stack.pop();
      expectKey = false;
    } else if (code === 44) {
      expectKey = stack[stack.length - 1] !== undefined;
    }
  }
  return out;
}
