import { Problem } from '@treaty/contract-findings';
import { LoadedDocument } from '@treaty/contract-source';
import { Cache } from '../host/cache';
import { validityOf } from './validityOf';

/** Validity of the new document. What the base already had wrong is told, and does not keep the change from being judged. */
export async function newlyInvalid(
  document: LoadedDocument,
  base: LoadedDocument | undefined,
  cache: Cache | undefined,
): Promise<Problem[]> {
  const problems = await validityOf(document, cache);
  if (problems.length === 0 || !base) return problems;
  const before = new Set((await validityOf(base, cache)).map(problem => problem.message));
  return problems.map(problem =>
    before.has(problem.message)
      ? { ...problem, severity: 'warning' as const, message: `${problem.message} (as in the base)` }
      : problem,
  );
}
