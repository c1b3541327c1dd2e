import { Couple, Couples } from './alike';
import { erase } from './operation';
import { isObject, Reader } from './reader';
import { DocumentSide } from './side';

/** Names of path items and webhooks that need not be looked into. */
export interface Unchanged {
  paths: ReadonlySet<string>;
  webhooks: ReadonlySet<string>;
}

/** Templates that differ only in the names of parameters would be taken for one another: those are always compared. */
function uniqueTemplates(before: Reader, after: Reader): (template: string) => boolean {
  const counts = [before, after].map(reader => {
    const count = new Map<string, number>();
    const { value } = reader.child(reader.root, 'paths');
    for (const template of isObject(value) ? Object.keys(value) : [])
      count.set(erase(template), (count.get(erase(template)) ?? 0) + 1);
    return count;
  });
  return template => template.startsWith('/') && counts.every(count => count.get(erase(template)) === 1);
}

function isTwofold(side: DocumentSide, name: string): boolean {
  const { reader } = side;
  return reader.child(reader.root, 'x-webhooks', name).value !== undefined;
}

/**
 * Path items and webhooks that are the same in both documents, word for word, together with everything they reach. Sound
 * with cycles: everything that is written alike counts as the same until something it refers to is found not to be, and
 * what is found is passed on to whoever refers to it. What is written differently may still mean the same; that is for
 * the comparison to say. Nothing is skipped where something differs that is read into every operation: the dialect,
 * servers, security, media types. Names of security schemes and of a discriminator's mapping count as references.
 */
export function unchanged(before: DocumentSide, after: DocumentSide): Unchanged {
  const none = { paths: new Set<string>(), webhooks: new Set<string>() };
  // What a dynamic reference means is not told by the words around it.
  if (before.dialect !== after.dialect || before.dynamic || after.dynamic) return none;
  const couples = new Couples(before, after);
  if (!couples.defaultsAlike()) return none;
  const paths = couples.under('paths', uniqueTemplates(before.reader, after.reader));
  const webhooks = couples.under('webhooks', name => !isTwofold(before, name) && !isTwofold(after, name));
  couples.passOn();
  const same = (found: Array<[string, Couple]>): Set<string> =>
    new Set(found.filter(([, couple]) => couple.alike).map(([name]) => name));
  return { paths: same(paths), webhooks: same(webhooks) };
}
