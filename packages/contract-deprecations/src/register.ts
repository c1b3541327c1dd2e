import { Subject, subjectKey } from '@treaty/contract-findings';
import { Place } from './reader';
import { DeprecationEntry, DeprecationKind, DeprecationMark } from './types';

/** Occurrences kept per cause; a shared schema of a large API can be reached in more ways than anybody reads. */
const MAX_OCCURRENCES = 2_000;

interface Collected {
  entry: Omit<DeprecationEntry, 'subject' | 'occurrences'>;
  subjects: Map<string, Subject>;
}

/** Marks by the place that carries them; each gathers the messages it reaches. */
export class Register {
  private readonly found = new Map<string, Collected>();

  add(
    kind: DeprecationKind,
    place: Place,
    mark: DeprecationMark,
    subject: Subject,
    extra: Pick<DeprecationEntry, 'value' | 'stability'> = {},
  ): void {
    const key = [place.file, place.pointer, kind, extra.value ?? ''].join('\u0000');
    let collected = this.found.get(key);
    if (!collected) {
      collected = {
        entry: { kind, file: place.file, pointer: place.pointer, ...mark, ...extra },
        subjects: new Map(),
      };
      this.found.set(key, collected);
    }
    if (collected.subjects.size < MAX_OCCURRENCES) collected.subjects.set(subjectKey(subject), subject);
    else if (!collected.subjects.has(subjectKey(subject))) collected.entry.more = true;
  }

  /** Sorted by first occurrence, then by place: the same for every spelling of the same contract. */
  entries(): DeprecationEntry[] {
    return [...this.found.values()]
      .map(({ entry, subjects }) => {
        const sorted = [...subjects].sort(([a], [b]) => compare(a, b)).map(([, subject]) => subject);
        return { ...entry, subject: sorted[0], occurrences: sorted };
      })
      .sort(
        (a, b) =>
          compare(subjectKey(a.subject), subjectKey(b.subject)) ||
          compare(a.kind, b.kind) ||
          compare(a.value ?? '', b.value ?? '') ||
          compare(a.file, b.file) ||
          compare(a.pointer, b.pointer),
      );
  }
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
