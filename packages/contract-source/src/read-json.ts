import { setOwn } from './set-own';

/**
 * The value of a text that `JSON.parse` accepts, read without it. Slower by an order of magnitude, so only for texts whose
 * keys the language's own parser has taken for others: see {@link mistakesFor}.
 */
export function readJson(text: string): unknown {
  let at = 0;

  const value = (): unknown => {
    const code = next();
    if (code === 123) return members();
    if (code === 91) return elements();
    if (code === 34) return quoted();
    const start = at;
    while (at < text.length && !' \t\n\r,]}'.includes(text[at])) at++;
    return JSON.parse(text.slice(start, at));
  };

  /** The code of what comes after the white space; it is not passed over. */
  const next = (): number => {
    for (;;) {
      const code = text.charCodeAt(at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return code;
      at++;
    }
  };

  const quoted = (): string => {
    const start = at++;
    let escaped = false;
    for (let code = text.charCodeAt(at); code !== 34; code = text.charCodeAt(at)) {
      if (code === 92) escaped = true;
      at += code === 92 ? 2 : 1;
    }
    at++;
    return escaped ? (JSON.parse(text.slice(start, at)) as string) : text.slice(start + 1, at - 1);
  };

  const members = (): unknown => {
    const out: Record<string, unknown> = {};
    at++;
    while (next() !== 125) {
      const key = quoted();
      next();
      at++; // :
      setOwn(out, key, value());
      if (next() === 44) at++;
      next();
    }
    at++;
    return out;
  };

  const elements = (): unknown => {
    const out: unknown[] = [];
    at++;
    while (next() !== 93) {
      out.push(value());
      if (next() === 44) at++;
    }
    at++;
    return out;
  };

  return value();
}

/**
 * What `JSON.parse` may have made of these keys; they are given as they are written, quotes included. V8 13 compares a key
 * that it expects, since an object that was parsed before had it, with as many characters of the written key as that has
 * once it is read: `\"` begins with `\`, so it is taken for the key `\`. That object may have been in another text.
 */
export function mistakesFor(written: ReadonlySet<string>): Set<string> {
  const mistakes = new Set<string>();
  for (const raw of written) mistakes.add(raw.slice(1, 1 + (JSON.parse(raw) as string).length));
  return mistakes;
}

/** Whether some object in a value has one of these keys. */
export function hasKey(value: unknown, keys: ReadonlySet<string>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(item => hasKey(item, keys));
  return Object.keys(value).some(
    key => keys.has(key) || hasKey((value as Record<string, unknown>)[key], keys),
  );
}
