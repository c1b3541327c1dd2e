import {
  DiffFinding,
  DiffReport,
  fingerprint,
  parseSunset,
  REPORT_SCHEMA_VERSION,
  subjectKey,
  sunsetPassed,
} from '@treaty/contract-findings';
import { LoadedDocument } from '@treaty/contract-source';
import { Entity, isObject } from '../catalog/entity';
import { summarise } from './summary';

/** A whole API taken out of the catalog: every operation is gone, so it is judged like the removal of all of them. */
export function removedApi(
  api: string,
  document: LoadedDocument,
  entity: Entity | undefined,
  now: Date,
): DiffReport {
  const subject = { at: 'document' };
  const declared = isObject(entity?.spec.deprecation) ? entity.spec.deprecation.sunsetOn : undefined;
  const over = declared !== undefined && sunsetPassed(parseSunset(declared), now);
  const finding: DiffFinding = {
    id: 'api-removed',
    level: over ? 'safe' : 'breaking',
    message: 'the API was removed from the catalog, with every operation it had',
    fingerprint: fingerprint(['api-removed', subjectKey(subject), api]),
    occurrences: [subject],
    source: { old: { file: document.uri, pointer: '', line: 1, column: 1 } },
    proof: over
      ? undefined
      : { status: 'unproven', reason: 'no single message shows it; every request that used to work is gone' },
    because: over ? `its sunset ${String(declared).slice(0, 10)} has passed` : undefined,
    instead:
      'Keep the entity with `lifecycle: deprecated` and `spec.deprecation.sunsetOn`, and remove it after that day.',
  };
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    old: summarise(document),
    new: { file: document.uri, title: document.title },
    summary: { breaking: over ? 0 : 1, dangerous: 0, safe: over ? 1 : 0, bump: 'major' },
    findings: [finding],
    problems: [],
  };
}
