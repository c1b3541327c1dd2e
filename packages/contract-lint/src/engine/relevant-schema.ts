import { isObject, own } from '../model/place';

/** Places in a value, as a tree of their tokens. */
export class Places {
  private readonly children = new Map<string, Places>();

  /** @param pointers - JSON Pointers, as a validator's errors carry them. */
  static of(pointers: Iterable<string>): Places {
    const root = new Places();
    for (const pointer of pointers) {
      let at = root;
      for (const written of pointer.split('/').slice(1)) {
        const token = written.replace(/~1/g, '/').replace(/~0/g, '~');
        let child = at.children.get(token);
        if (!child) at.children.set(token, (child = new Places()));
        at = child;
      }
    }
    return root;
  }

  get(token: string): Places | undefined {
    return this.children.get(token);
  }

  /** All items of a list as one. */
  anyItem(): Places | undefined {
    if (this.children.size === 0) return undefined;
    const all = new Places();
    for (const child of this.children.values()) all.take(child);
    return all;
  }

  private take(other: Places): void {
    for (const [token, child] of other.children) {
      const mine = this.children.get(token);
      if (mine) mine.take(child);
      else {
        const copy = new Places();
        copy.take(child);
        this.children.set(token, copy);
      }
    }
  }
}

/**
 * The schema without what has no say about the places: a property that no place lies in allows anything. A value that
 * fails at these places fails in the same words, because nothing that failed was taken away and nothing was moved.
 */
export function relevantSchema(schema: unknown, places: Places): unknown {
  if (!isObject(schema)) return schema;
  const copy: Record<string, unknown> = { ...schema };
  const properties = own(schema, 'properties');
  if (isObject(properties)) {
    copy.properties = Object.fromEntries(
      Object.keys(properties).map(name => {
        const inner = places.get(name);
        return [name, inner ? relevantSchema(properties[name], inner) : {}];
      }),
    );
  }
  const items = own(schema, 'items');
  if (isObject(items)) {
    const inner = places.anyItem();
    copy.items = inner ? relevantSchema(items, inner) : {};
  }
  const allOf = own(schema, 'allOf');
  if (Array.isArray(allOf)) copy.allOf = allOf.map(part => relevantSchema(part, places));
  return copy;
}
