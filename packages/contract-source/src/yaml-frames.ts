import { setOwn } from './set-own';

/** A finished node: its value, how many nodes it stands for with aliases followed, and how deep it is. */
export interface Node {
  value: unknown;
  size: number;
  height: number;
}

/** A node that is still being read. */
export type Frame = Node & {
  kind: 'document' | 'sequence' | 'mapping';
  start: number;
  anchor?: string;
  /** Of a mapping: the key that waits for its value. */
  key?: string;
  keyOffset: number;
  /** Of a mapping: how many keys it has. */
  keys: number;
  /** Of a mapping: the waiting key is an unquoted `<<`. */
  keyMerges?: boolean;
  /** Of a mapping: keys that came by `<<` and so may still be written explicitly. */
  merged?: Set<string>;
};

/** What a frame is before anything was read into it. */
export function openFrame(kind: Frame['kind'], start: number, anchor?: string): Frame {
  const inner = kind === 'sequence' ? [] : {};
  const depth = kind === 'document' ? 0 : 1;
  return {
    kind,
    value: kind === 'document' ? null : inner,
    size: depth,
    height: depth,
    anchor,
    start,
    keyOffset: start,
    keys: 0,
  };
}

/** Gives the waiting key of a mapping its value. Returns false when the mapping had written that key before. */
export function addPair(frame: Frame, value: unknown): boolean {
  const key = frame.key as string;
  frame.key = undefined;
  const target = frame.value as Record<string, unknown>;
  if (frame.keyMerges && mergeable(value)) {
    for (const source of Array.isArray(value) ? (value as object[]) : [value as object]) merge(frame, source);
    return true;
  }
  const fresh = !Object.hasOwn(target, key) || frame.merged?.delete(key) === true;
  setOwn(target, key, value);
  frame.keys++;
  return fresh;
}

/** Takes what `<<` brings, unless it is there already. */
function merge(frame: Frame, source: object): void {
  const target = frame.value as Record<string, unknown>;
  frame.merged ??= new Set();
  for (const [name, merged] of Object.entries(source)) {
    if (Object.hasOwn(target, name)) continue;
    setOwn(target, name, merged);
    frame.merged.add(name);
    frame.keys++;
  }
}

function mergeable(value: unknown): boolean {
  const isMapping = (item: unknown) => typeof item === 'object' && item !== null && !Array.isArray(item);
  return Array.isArray(value) ? value.every(isMapping) : isMapping(value);
}
