import { setOwn } from './set-own';

class JsonText {
  private at = 0;

  constructor(private readonly text: string) {}

  value(): unknown {
    const code = this.next();
    if (code === 123) return this.members();
    if (code === 91) return this.elements();
    if (code === 34) return this.quoted();
    const start = this.at;
    while (this.at < this.text.length && !' \t\n\r,]}'.includes(this.text[this.at])) this.at++;
    return JSON.parse(this.text.slice(start, this.at));
  }

  /** The code of what comes after the white space; it is not passed over. */
  private next(): number {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return code;
      this.at++;
    }
  }

  private quoted(): string {
    const { text } = this;
    const start = this.at++;
    let escaped = false;
    for (let code = text.charCodeAt(this.at); code !== 34; code = text.charCodeAt(this.at)) {
      if (code === 92) escaped = true;
      this.at += code === 92 ? 2 : 1;
    }
    this.at++;
    return escaped ? (JSON.parse(text.slice(start, this.at)) as string) : text.slice(start + 1, this.at - 1);
  }

  private members(): unknown {
    const out: Record<string, unknown> = {};
    this.at++;
    while (this.next() !== 125) {
      const key = this.quoted();
      this.next();
      this.at++; // :
      setOwn(out, key, this.value());
      if (this.next() === 44) this.at++;
    }
    this.at++;
    return out;
  }

  private elements(): unknown {
    const out: unknown[] = [];
    this.at++;
    while (this.next() !== 93) {
      out.push(this.value());
      if (this.next() === 44) this.at++;
    }
    this.at++;
    return out;
  }
}

/**
 * The value of a text that `JSON.parse` accepts, read without it. Slower by an order of magnitude, so only for texts whose
 * keys the language's own parser has taken for others: see {@link mistakesFor}.
 */
export function readJson(text: string): unknown {
  return new JsonText(text).value();
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
