import { ConsumerImpact, DiffFinding, Subject } from '@treaty/contract-findings';
import { ConsumerEvidence, judge } from '@treaty/contract-usage';
import type { DeprecationRecord } from '../database/deprecationStore';

/** Rule ids whose words the verdict engine understands, by what is deprecated. */
const REMOVAL: Record<DeprecationRecord['kind'], (subject: Subject) => string> = {
  api: () => 'api-removed',
  operation: () => 'operation-removed',
  parameter: () => 'request-parameter-removed',
  property: subject => (subject.direction === 'request' ? 'request-property-removed' : 'response-property-removed'),
  'enum-value': () => 'schema-enum-value-removed',
};

/** What it would mean for each consumer if the deprecated thing were removed today. */
export function judgeRemoval(
  deprecation: DeprecationRecord,
  consumers: readonly ConsumerEvidence[],
  now: Date,
): ConsumerImpact[] {
  const subjects = deprecation.occurrences.map(one => one.subject);
  const finding: DiffFinding = {
    id: REMOVAL[deprecation.kind](subjects[0]),
    level: 'breaking',
    message: 'would be removed',
    fingerprint: deprecation.id,
    occurrences: subjects,
    source: {},
  };
  return judge(finding, consumers, { now });
}
