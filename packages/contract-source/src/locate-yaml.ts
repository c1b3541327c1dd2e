import { AliasEvent, Event, EVENT_ID, getScalarValue, SCALAR_STYLE, ScalarEvent } from 'js-yaml';
import { PointerTrie } from './pointer-trie';
import { scalarOffset } from './yaml-construct';
import { scalarValue } from './yaml-scalars';

/**
 * Fills offsets of a trie from YAML parser events. Aliases and merge keys are followed to where the text stands, so a
 * pointer into `*base` lands in `&base`. `documentIndex` chooses one document of a stream, empty ones not counted.
 */
export function locateInYaml(
  text: string,
  events: readonly Event[],
  root: PointerTrie,
  documentIndex = 0,
): void {
  const anchors = new Map<string, number>();

  /** Index of the event after the node at `index`; remembers anchors on the way. */
  function skip(index: number): number {
    let depth = 0;
    let i = index;
    do {
      const event = events[i++];
      if (event.type === EVENT_ID.POP) depth--;
      else if (event.type !== EVENT_ID.ALIAS && event.type !== EVENT_ID.DOCUMENT && event.anchorStart >= 0) {
        anchors.set(text.slice(event.anchorStart, event.anchorEnd), i - 1);
      }
      if (
        event.type === EVENT_ID.MAPPING ||
        event.type === EVENT_ID.SEQUENCE ||
        event.type === EVENT_ID.DOCUMENT
      )
        depth++;
    } while (depth > 0 && i < events.length);
    return i;
  }

  function visit(index: number, node: PointerTrie | undefined): number {
    const event = events[index];
    if (!node?.children) return skip(index);
    if (event.type === EVENT_ID.ALIAS) {
      const target = anchors.get(text.slice(event.anchorStart, event.anchorEnd));
      // An anchor stands before its alias, and a recursive alias was refused when the text was parsed.
      if (target !== undefined && target < index) visit(target, node);
      return index + 1;
    }
    if (event.type !== EVENT_ID.MAPPING && event.type !== EVENT_ID.SEQUENCE) return skip(index);
    if (event.anchorStart >= 0) anchors.set(text.slice(event.anchorStart, event.anchorEnd), index);
    let i = index + 1;
    if (event.type === EVENT_ID.SEQUENCE) {
      for (let item = 0; events[i].type !== EVENT_ID.POP; item++) {
        const child = node.children.get(String(item));
        if (child) child.offset = offsetOf(events[i]) ?? event.start;
        i = visit(i, child);
      }
      return i + 1;
    }
    const merges: number[] = [];
    const written = new Set<PointerTrie>();
    while (events[i].type !== EVENT_ID.POP) {
      const key = events[i];
      const name = keyText(key);
      const child = name === undefined ? undefined : node.children.get(name);
      i = skip(i);
      if (name === '<<' && key.type === EVENT_ID.SCALAR && key.style === SCALAR_STYLE.PLAIN) merges.push(i);
      if (child) {
        child.offset = offsetOf(key) ?? event.start;
        written.add(child);
      }
      i = visit(i, child);
    }
    for (const merge of merges) mergeInto(merge, node, written);
    return i + 1;
  }

  /** What a merged mapping gives to the keys that are not written out; earlier sources win (YAML merge key draft). */
  function mergeInto(index: number, node: PointerTrie, written: Set<PointerTrie>): void {
    const sources = events[index].type === EVENT_ID.SEQUENCE ? itemsOf(index) : [index];
    for (const source of sources) {
      const open = [...(node.children ?? [])].filter(([, child]) => !written.has(child));
      const rest: PointerTrie = { children: new Map(open) };
      if (open.length > 0) visit(source, rest);
      for (const [, child] of open) if (child.offset !== undefined) written.add(child);
    }
  }

  function itemsOf(index: number): number[] {
    const out: number[] = [];
    let i = index + 1;
    while (events[i].type !== EVENT_ID.POP) {
      out.push(i);
      i = skip(i);
    }
    return out;
  }

  function keyText(key: Event): string | undefined {
    if (key.type === EVENT_ID.SCALAR) return getScalarValue(text, key);
    if (key.type !== EVENT_ID.ALIAS) return undefined;
    const target = events[anchors.get(text.slice(key.anchorStart, key.anchorEnd)) ?? -1];
    return target?.type === EVENT_ID.SCALAR ? getScalarValue(text, target as ScalarEvent) : undefined;
  }

  let i = 0;
  for (let document = -1; i < events.length; i = skip(i)) {
    const content = events[i + 1];
    if (
      content.type === EVENT_ID.SCALAR &&
      scalarValue(getScalarValue(text, content), content, '').value === null
    )
      continue;
    if (++document < documentIndex) continue;
    root.offset = offsetOf(content) ?? 0;
    visit(i + 1, root);
    return;
  }
}

function offsetOf(event: Event): number | undefined {
  if (event.type === EVENT_ID.SCALAR) return scalarOffset(event);
  if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) return event.start;
  return event.type === EVENT_ID.ALIAS ? (event as AliasEvent).anchorStart - 1 : undefined;
}
