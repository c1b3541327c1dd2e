import { DiffReport } from '@treaty/contract-findings';
import { LoadedDocument } from '@treaty/contract-source';
import type { DiffOptions } from '@treaty/contract-diff';
import { Cache } from '../host/cache';
import { dayOf, resultKey } from '../host/resultKey';

/** Compares two documents, or remembers what came of it: comparing is pure, so the same texts give the same report. */
export async function comparison(
  published: LoadedDocument,
  proposed: LoadedDocument,
  options: Required<Pick<DiffOptions, 'policy' | 'scope'>> & Pick<DiffOptions, 'now'>,
  cache: Cache | undefined,
): Promise<DiffReport> {
  const documents = [published, proposed];
  const { policy, scope, now } = options;
  const key = resultKey('diff', [policy, scope, now ? dayOf(documents, now) : ''], documents);
  const known = cache?.recall<DiffReport>(key);
  if (known) return known;
  const { diff } = await import('@treaty/contract-diff');
  const report = diff(published, proposed, options);
  cache?.keep(key, report);
  return report;
}
