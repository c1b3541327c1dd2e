import { DeprecationEntry, listDeprecations, RemovalFacts } from '@treaty/contract-deprecations';
import { loadDocument } from '@treaty/contract-source';
import { gitHost } from '../host/documents';
import { Base } from './base';

/** Published versions that are looked at, newest first. */
const MAX_VERSIONS = 200;

/**
 * Since when something is deprecated, and with which sunsets, by the versions of its document on the published line. Goes
 * back to the first version that does not deprecate it. Knows nothing when the base is no git commit.
 *
 * @param file - the document's path in the base
 */
export async function deprecationHistory(
  base: Base,
  file: string,
  isIt: (entry: DeprecationEntry) => boolean,
): Promise<Pick<RemovalFacts, 'firstDeprecated' | 'history'>> {
  if (base.kind !== 'git') return {};
  const versions = base.git.history(base.commit, file, MAX_VERSIONS);
  const sunsets: Array<string | undefined> = [];
  let since: string | undefined;
  for (const { commit, at, path } of versions) {
    const { document } = await loadDocument(path, gitHost(base.git, commit));
    // A version that nobody could read published nothing.
    if (!document) continue;
    const entry = listDeprecations(document).find(isIt);
    if (!entry?.deprecated)
      return { history: sunsets, ...(since === undefined ? {} : { firstDeprecated: since }) };
    sunsets.unshift(entry.sunset);
    since = new Date(at).toISOString().slice(0, 10);
  }
  // It was deprecated in the oldest version there is. In a cut history the true day is earlier, and so is the notice longer.
  return { history: sunsets, ...(since === undefined ? {} : { firstDeprecated: since }) };
}
