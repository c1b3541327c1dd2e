import { DiffFinding, parseAt, Subject } from '@treaty/contract-findings';
import { Change } from './verdictTable';

/** `input`: what the consumer writes. `output`: what it reads; in a callback or webhook that is the request. */
type Side = 'input' | 'output';

interface Clue {
  /** Location words of the subject's `at`; any when absent. */
  at?: readonly string[];
  side?: Side;
  /** Words of the rule id, all of which must occur; any id when absent. */
  words?: readonly string[];
  change: Change;
}

/**
 * Which row of the verdict table a finding belongs to: the first clue that fits. Clues look at where the change is and at
 * the words of the rule id, so that this room need not know the engine's rules; a rule for which no clue fits is `other`,
 * which can never give `breaks` nor `unaffected` to a consumer that uses the operation.
 */
const CLUES: readonly Clue[] = [
  // Who uses the scheme, the address or the part is who may be hit; none of it says that somebody is not.
  { words: ['security', 'flow'], change: 'other' },
  { words: ['security', 'url'], change: 'other' },
  { words: ['server', 'variable'], change: 'other' },
  { words: ['part', 'header'], change: 'other' },
  // The old type may still come.
  { words: ['media', 'range'], change: 'other' },
  { at: ['security'], change: 'security-raised' },
  { words: ['security'], change: 'security-raised' },
  { at: ['server'], change: 'server-moved' },
  { words: ['server'], change: 'server-moved' },
  { words: ['api', 'removed'], change: 'server-moved' },
  { at: ['document'], words: ['model'], change: 'names-only' },
  { at: ['document'], words: ['version'], change: 'names-only' },
  { at: ['operation', 'document'], words: ['removed'], change: 'operation-removed' },
  { at: ['operation', 'document'], change: 'other' },
  { at: ['media'], change: 'media-removed' },
  { words: ['media', 'removed'], change: 'media-removed' },
  { at: ['status'], side: 'output', words: ['removed'], change: 'response-status-removed' },
  { at: ['status'], change: 'other' },
  { side: 'input', words: ['required'], change: 'input-required' },
  { side: 'input', words: ['parameter', 'removed'], change: 'parameter-removed' },
  { side: 'input', words: ['property', 'removed'], change: 'parameter-removed' },
  { side: 'input', words: ['request', 'body', 'removed'], change: 'parameter-removed' },
  { side: 'input', at: ['query', 'header', 'cookie', 'path', 'body'], change: 'request-narrowed' },
  { side: 'output', words: ['enum'], change: 'response-enum-added' },
  // Less is promised about a value that still comes.
  { side: 'output', words: ['constraint'], change: 'response-widened' },
  { side: 'output', words: ['facet'], change: 'response-widened' },
  { side: 'output', words: ['limit'], change: 'response-widened' },
  { side: 'output', words: ['unique'], change: 'response-widened' },
  { side: 'output', words: ['branch'], change: 'response-widened' },
  { side: 'output', words: ['removed'], change: 'response-removed' },
  { side: 'output', words: ['required'], change: 'response-optional' },
  { side: 'output', words: ['optional'], change: 'response-optional' },
  { side: 'output', words: ['nullable'], change: 'response-optional' },
  { side: 'output', words: ['null'], change: 'response-optional' },
  { side: 'output', words: ['type'], change: 'response-removed' },
  { side: 'output', at: ['body', 'header'], change: 'response-widened' },
  { words: ['operation', 'removed'], change: 'operation-removed' },
];

/** The row of the verdict table for one occurrence of a finding. */
export function changeOf(finding: Pick<DiffFinding, 'id'>, subject: Subject): Change {
  const at = subject.at === undefined ? 'operation' : parseAt(subject.at).location;
  const words = finding.id.split('-');
  const side = sideOf(subject);
  const clue = CLUES.find(
    one =>
      (one.at === undefined || one.at.includes(at)) &&
      (one.side === undefined || one.side === side) &&
      (one.words ?? []).every(word => words.includes(word)),
  );
  return clue?.change ?? 'other';
}

function sideOf(subject: Subject): Side | undefined {
  if (subject.direction === undefined) return undefined;
  const inverted =
    subject.operation !== undefined &&
    (subject.operation.startsWith('webhook ') || subject.operation.includes(' > '));
  return (subject.direction === 'request') !== inverted ? 'input' : 'output';
}
