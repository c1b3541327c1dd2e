import { PointerTrie } from './pointer-trie';

const NOT_JSON = -1;

/**
 * Fills offsets of a trie from a JSON text in one linear scan that looks into wanted objects only and stops when all
 * is found. Returns false for what is not JSON after all.
 */
export function locateInJson(text: string, root: PointerTrie, size: number): boolean {
  let missing = size;

  /** Offset after the value at `at`; `node` is what is wanted of it. Recursion is as deep as the wanted pointers. */
  const value = (at: number, node: PointerTrie): number => {
    const code = text.charCodeAt(at);
    if (!node.children || (code !== 123 && code !== 91)) return skipValue(text, at);
    const isObject = code === 123;
    const close = isObject ? 125 : 93;
    let i = skipSpace(text, at + 1);
    for (let index = 0; i < text.length; index++) {
      if (text.charCodeAt(i) === close) return i + 1;
      let child: PointerTrie | undefined;
      const start = i;
      if (isObject) {
        if (text.charCodeAt(i) !== 34) return NOT_JSON;
        i = skipString(text, i);
        child = node.children.get(keyOf(text.slice(start, i)));
        i = skipSpace(text, i);
        if (text.charCodeAt(i) !== 58) return NOT_JSON;
        i = skipSpace(text, i + 1);
      } else child = node.children.get(String(index));
      if (child) {
        if (child.offset === undefined) missing--;
        child.offset = start;
        i = value(i, child);
      } else i = skipValue(text, i);
      if (i === NOT_JSON) return NOT_JSON;
      if (missing === 0) return text.length;
      i = skipSpace(text, i);
      if (text.charCodeAt(i) === 44) i = skipSpace(text, i + 1);
      else if (text.charCodeAt(i) !== close) return NOT_JSON;
    }
    return NOT_JSON;
  };

  const start = skipSpace(text, 0);
  root.offset = start;
  missing--;
  return missing === 0 || value(start, root) !== NOT_JSON;
}

function keyOf(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    return JSON.parse(quoted) as string;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // A YAML escape such as "\x41"; the JSON reading of this text will fail at the next unquoted token or not matter.
    return quoted;
  }
}

function skipSpace(text: string, at: number): number {
  let i = at;
  for (; ; i++) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return i;
  }
}

/** Offset after the string that opens at `at`. Keys and short texts make a plain loop faster than a native search. */
function skipString(text: string, at: number): number {
  const { length } = text;
  let i = at + 1;
  for (let code = text.charCodeAt(i); code !== 34 && i < length; code = text.charCodeAt(i))
    i += code === 92 ? 2 : 1;
  return i + 1;
}

/** Offset after any value. Quotes and comments that JSON does not have mean that this is YAML. */
function skipValue(text: string, at: number): number {
  const { length } = text;
  let depth = 0;
  for (let i = at; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code <= 32) continue;
    if (code === 34) {
      i = skipString(text, i) - 1;
      if (depth === 0) return i + 1;
    } else if (code === 123 || code === 91) depth++;
    else if (code === 125 || code === 93) {
      if (depth === 0) return i;
      if (--depth === 0) return i + 1;
    } else if (code === 44) {
      if (depth === 0) return i;
    } else if (code === 39 || code === 35) return NOT_JSON;
  }
  return depth === 0 ? length : NOT_JSON;
}
