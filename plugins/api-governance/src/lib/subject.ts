import { Subject } from '@treaty/contract-findings';

/** A deprecation in two lines: the thing itself, and where it is. */
export interface DescribedSubject {
  what: string;
  where?: string;
}

/** What describing needs to know of a deprecation. */
export interface Described {
  kind: string;
  label: string;
  apiTitle: string;
  subject: Subject;
}

function message(subject: Subject): string | undefined {
  const side = subject.direction === 'response' ? `→ ${subject.status ?? ''}`.trim() : '';
  const parts = [subject.operation, side, subject.media].filter(Boolean);
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** `expand` and `query` of `query/expand`; a body path keeps its slashes. */
function splitAt(at: string): { location: string; path: string } {
  const slash = at.indexOf('/');
  return slash < 0 ? { location: at, path: '' } : { location: at.slice(0, slash), path: at.slice(slash) };
}

/** Says what goes away in the words of its kind; what fits no pattern is said as the server labels it. */
export function describeSubject(deprecation: Described): DescribedSubject {
  const { kind, label, apiTitle, subject } = deprecation;
  if (kind === 'api') return { what: apiTitle, where: 'the whole line' };
  if (kind === 'operation' && subject.operation) return { what: subject.operation };
  const at = subject.at === undefined ? undefined : splitAt(subject.at);
  const where = message(subject);
  if (kind === 'parameter' && at?.path) return { what: `${at.path.slice(1)} (${at.location})`, where };
  if (kind === 'property' && at?.path) return { what: at.path, where };
  return { what: label };
}
