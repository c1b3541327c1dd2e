import { LoadedDocument } from '@treaty/contract-source';
import { BUILD } from '../version';
import { hash } from './cache';

const SUNSET_WITH_TIME = /x-sunset["']?\s*:\s*["']?\d{4}-\d\d-\d\d[Tt ]/;

/** A document's texts under their names: all that is known of it. */
export type Texts = Pick<LoadedDocument, 'uri' | 'texts'>;

/**
 * The name under which a result is kept: everything that decides it.
 *
 * @param kind - what it is a result of
 * @param parts - settings that decide it, and texts that belong to no document
 */
export function resultKey(kind: string, parts: readonly string[], documents: readonly Texts[] = []): string {
  const texts = documents.flatMap(({ uri, texts: files }) => [
    uri,
    String(files.size),
    ...[...files].sort(([a], [b]) => (a < b ? -1 : 1)).flat(),
  ]);
  return hash(kind, BUILD, String(parts.length), ...parts, ...texts);
}

/** Findings change at midnight, UTC; or within the day, where a sunset of a contract has a time. */
export function dayOf(documents: readonly Texts[], now: Date): string {
  const instant = now.toISOString();
  const timed = documents.some(({ texts }) => [...texts.values()].some(text => SUNSET_WITH_TIME.test(text)));
  return timed ? instant : instant.slice(0, 10);
}
