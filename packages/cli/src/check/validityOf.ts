import { Problem } from '@treaty/contract-findings';
import { LoadedDocument } from '@treaty/contract-source';
import { Cache } from '../host/cache';
import { resultKey } from '../host/resultKey';

/** What the validator knows; a newer version is compared without this step, and the reader is told. */
function canValidate({ specification: { kind, version } }: LoadedDocument): boolean {
  return kind === 'openapi' && /^(2\.0$|3\.0\.[0-4]$|3\.1\.[0-2]$)/.test(version);
}

/**
 * What makes a document none of its specification. The validator compiles the schema of a whole specification before its
 * first answer, so answers are kept.
 */
export async function validityOf(document: LoadedDocument, cache: Cache | undefined): Promise<Problem[]> {
  if (!canValidate(document)) return [];
  const key = resultKey('validity', [], [document]);
  const known = cache?.recall<Problem[]>(key);
  if (known) return known;
  const { validity } = await import('./validity');
  const problems = await validity(document);
  cache?.keep(key, problems);
  return problems;
}
