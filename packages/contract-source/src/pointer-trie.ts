import { parsePointer } from '@treaty/contract-findings';

/** Wanted pointers as a tree, so that a scan descends only where something is asked for. */
export interface PointerTrie {
  /** Offset of the key (or item); `undefined` until the scan meets it. */
  offset?: number;
  children?: Map<string, PointerTrie>;
  /** What the nearest existing place is looked for along. */
  parent?: PointerTrie;
}

/** Builds the tree; `leaf[i]` belongs to `pointers[i]`. A pointer that is not one (RFC 6901) stands for the root. */
export function buildTrie(pointers: readonly string[]): {
  root: PointerTrie;
  leaves: PointerTrie[];
  size: number;
} {
  const root: PointerTrie = {};
  let size = 1;
  const leaves = pointers.map(pointer => {
    let node = root;
    for (const token of pointer === '' || pointer.startsWith('/') ? parsePointer(pointer) : []) {
      node.children ??= new Map();
      let child = node.children.get(token);
      if (!child) {
        child = { parent: node };
        size++;
        node.children.set(token, child);
      }
      node = child;
    }
    return node;
  });
  return { root, leaves, size };
}

/** The node's own offset, or that of its nearest ancestor that exists in the text. */
export function nearestOffset(node: PointerTrie): number {
  for (let at: PointerTrie | undefined = node; at; at = at.parent)
    if (at.offset !== undefined) return at.offset;
  return 0;
}
