import { compareVerdicts, ConsumerImpact, DiffFinding, Subject } from '@treaty/contract-findings';
import { ConsumerEvidence, judge } from '@treaty/contract-usage';
import type { DeprecationRecord } from '../database/deprecationStore';

/** Rule ids whose words the verdict engine understands, by what is deprecated. */
const REMOVAL: Record<DeprecationRecord['kind'], (subject: Subject) => string> = {
  api: () => 'api-removed',
  operation: () => 'operation-removed',
  parameter: () => 'request-parameter-removed',
  header: () => 'response-header-removed',
  schema: subject => `${subject.direction}-body-removed`,
  property: subject => `${subject.direction}-property-removed`,
  // A value that is no longer sent breaks nobody who reads it; one that is no longer accepted does.
  'enum-value': subject =>
    subject.direction === 'request' ? 'request-enum-value-removed' : 'response-value-retired',
};

/** What it would mean for each consumer if the deprecated thing were removed today. */
export function judgeRemoval(
  deprecation: DeprecationRecord,
  consumers: readonly ConsumerEvidence[],
  now: Date,
): ConsumerImpact[] {
  const subjects = deprecation.occurrences.map(one => one.subject);
  const findings = new Map<string, DiffFinding>();
  // A property of a shared schema may be sent here and read there; each direction is another change to a consumer.
  for (const subject of subjects) {
    const id = REMOVAL[deprecation.kind](subject);
    const finding = findings.get(id);
    if (finding) finding.occurrences.push(subject);
    else findings.set(id, toFinding(deprecation, id, subject));
  }
  const impacts = new Map<string, ConsumerImpact>();
  for (const impact of [...findings.values()].flatMap(finding => judge(finding, consumers, { now }))) {
    const worst = impacts.get(impact.consumer);
    if (!worst || compareVerdicts(impact.verdict, worst.verdict) < 0) impacts.set(impact.consumer, impact);
  }
  return [...impacts.values()];
}

function toFinding(deprecation: DeprecationRecord, id: string, subject: Subject): DiffFinding {
  const { value } = deprecation.occurrences[0];
  return {
    id,
    level: 'breaking',
    message: 'would be removed',
    fingerprint: deprecation.id,
    occurrences: [subject],
    source: {},
    ...(value !== undefined && { values: [memberOf(value)] }),
  };
}

/** Findings spell enum members as people do: text without quotes. */
function memberOf(json: string): string {
  const value: unknown = JSON.parse(json);
  return typeof value === 'string' ? value : json;
}
