import { isObject } from '../model/reader';

/** Nesting beyond which a schema is given a key of its own, equal to nothing: sound, and safe from stack overflow. */
export const MAX_DEPTH = 400;

/** Gives equal texts equal numbers. Exact, unlike a digest: two structures share a number only when they are equal. */
export class Interner {
  private readonly ids = new Map<string, number>();
  private fresh = 0;

  id(text: string): number {
    let id = this.ids.get(text);
    if (id === undefined) {
      id = this.ids.size;
      this.ids.set(text, id);
    }
    return id;
  }

  /** A number nothing else has. */
  unique(): number {
    return this.id(`\u0000unique ${this.fresh++}`);
  }
}

/** Deterministic JSON text: keys sorted, depth bounded. Equal texts for equal values. */
export function canonical(value: unknown, depth = 0): string {
  if (depth > MAX_DEPTH) return '"…"';
  if (Array.isArray(value)) return `[${value.map(item => canonical(item, depth + 1)).join(',')}]`;
  if (isObject(value)) {
    const members = Object.keys(value).sort();
    return `{${members.map(key => `${JSON.stringify(key)}:${canonical(value[key], depth + 1)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
