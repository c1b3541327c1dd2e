import SwaggerParser from '@apidevtools/swagger-parser';
import type { LoadedDocument } from '@treaty/contract-source';
import type { Problem } from '@treaty/contract-findings';

/** More of them help nobody: the first ones are usually the cause of the rest. */
const SHOWN_VIOLATIONS = 20;

interface Violation {
  message: string;
  pointer?: string;
}

/**
 * Whether a document that can be read is valid for its language, by a validator that shares no code with ours. Nothing
 * outside the document is fetched. Its violations are warnings: the contract can still be judged.
 */
export async function findViolations(document: LoadedDocument): Promise<Problem[]> {
  if (document.specification.kind !== 'openapi' || document.files.size > 1) return [];
  // The parser replaces references in place, and others still read this document.
  const copy: unknown = structuredClone(document.root);
  try {
    await SwaggerParser.validate(copy as Parameters<typeof SwaggerParser.validate>[0], {
      resolve: { external: false },
    });
    return [];
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return violationsOf(error).map(violation => ({
      code: 'document-invalid',
      message: violation.message,
      file: document.uri,
      pointer: violation.pointer,
      next: `Correct the document; it is not valid OpenAPI ${document.specification.version}.`,
      severity: 'warning',
    }));
  }
}

function violationsOf(error: Error): Violation[] {
  const details = 'details' in error && Array.isArray(error.details) ? error.details : [];
  const violations = details.flatMap((detail: unknown): Violation[] => {
    if (typeof detail !== 'object' || detail === null || !('message' in detail)) return [];
    const pointer =
      'instancePath' in detail && typeof detail.instancePath === 'string' ? detail.instancePath : undefined;
    return [{ message: `${pointer ? `${pointer} ` : ''}${String(detail.message)}`, pointer }];
  });
  if (violations.length === 0) return [{ message: error.message.split('\n')[0] }];
  return violations.slice(0, SHOWN_VIOLATIONS);
}
