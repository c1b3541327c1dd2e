/**
 * Why a finding does not count: somebody accepted it, in writing and for a time. It stays in the report, because what is
 * hidden is soon forgotten.
 */
export interface Acceptance {
  /** `waiver`: this finding, by name. `baseline`: it was there when the API was taken in. */
  by: 'waiver' | 'baseline';
  reason: string;
  /** Who asked; of a baseline its owner. */
  requester: string;
  /** Who agreed, never the same as who asked. A baseline is agreed to by its review. */
  approver?: string;
  /** The last day on which it holds, `2027-03-31`. */
  until: string;
  /** Where it is written down. */
  file: string;
  line?: number;
}

/** `accepted by team-web until 2027-03-31: the old app is gone by then`, one line for every format. */
export function formatAcceptance(acceptance: Acceptance): string {
  const { approver, requester, until, reason } = acceptance;
  const who = approver === undefined ? requester : `${approver} (asked by ${requester})`;
  return `${acceptance.by === 'waiver' ? 'accepted' : 'in the baseline'} by ${who} until ${until}: ${reason}`;
}
