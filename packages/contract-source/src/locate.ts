import { SourceLocation } from '@treaty/contract-findings';
import { looksLikeJson } from './json';
import { resolveLimits } from './limits';
import { locateInJson } from './locate-json';
import { locateInYaml } from './locate-yaml';
import { buildTrie, nearestOffset } from './pointer-trie';
import { positionsOf, TextPosition } from './positions';
import { LoadedDocument } from './types';
import { readEvents } from './yaml';

/**
 * The same locations with `line` and `column` (1-based): of the key for an entry of a mapping, of the item for a
 * sequence; of the nearest existing parent where the pointer leads nowhere. A location in a file that the document does
 * not have comes back unchanged. Parsing keeps no positions, so this scans the texts again, once per file and only
 * into what is asked for: ask for everything at once.
 */
export function locate(
  document: Pick<LoadedDocument, 'texts'>,
  locations: readonly SourceLocation[],
): SourceLocation[] {
  const out = locations.slice();
  const byFile = new Map<string, number[]>();
  locations.forEach(({ file }, index) => {
    const list = byFile.get(file);
    if (list) list.push(index);
    else byFile.set(file, [index]);
  });
  for (const [file, indexes] of byFile) {
    const text = document.texts.get(file);
    if (text === undefined) continue;
    const places = locatePointers(
      text,
      indexes.map(index => locations[index].pointer),
    );
    indexes.forEach((index, k) => {
      out[index] = { ...locations[index], ...places[k] };
    });
  }
  return out;
}

/** {@link locate} for one text; `document` chooses one of several YAML documents in it, counted from 0. */
export function locatePointers(text: string, pointers: readonly string[], document = 0): TextPosition[] {
  const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  let trie = buildTrie(pointers);
  if (!looksLikeJson(source) || !locateInJson(source, trie.root, trie.size)) {
    trie = buildTrie(pointers);
    // Text that does not parse has no places; its problem was reported when it was loaded, and everything is at 1:1.
    const { events } = readEvents(source, '', resolveLimits());
    locateInYaml(source, events, trie.root, document);
  }
  return positionsOf(source, trie.leaves.map(nearestOffset));
}
