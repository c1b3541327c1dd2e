import { SEVERITIES, Severity } from '@treaty/contract-findings';

/** Spectral counts severities as 0 to 3, and -1 for off. */
export function severityName(value: number): Severity | undefined {
  return SEVERITIES[value];
}
