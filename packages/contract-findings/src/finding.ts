import { Acceptance } from './acceptance';
import { Level, Severity } from './level';
import { SourceLocation } from './location';
import { Proof } from './proof';
import { Subject } from './subject';

/** One change between two versions, with every place it reaches. One cause is one finding. */
export interface DiffFinding {
  /** Rule id, kebab-case, for example `response-property-removed`. */
  id: string;
  level: Level;
  /** What happened, in the reader's words, without the place: `enum value 'paid' was removed`. */
  message: string;
  /** Stable over line moves, `$ref` inlining and reordering; see {@link fingerprint}. */
  fingerprint: string;
  /** Sorted by {@link subjectKey}; never empty. The first is the one shown. */
  occurrences: Subject[];
  source: { old?: SourceLocation; new?: SourceLocation };
  /** Present on every `breaking` finding. */
  proof?: Proof;
  /** Why the level differs from what the rule alone would give (policy, sunset passed, containment says yes). */
  because?: string;
  /** What to do instead, one sentence. */
  instead?: string;
  /** Values the change is about, for the verdict table: enum members lost or gained, the lost property's name. */
  values?: string[];
  /** Set when somebody accepted it: then it does not fail the gate. */
  accepted?: Acceptance;
}

/** One departure from a ruleset. */
export interface LintFinding {
  /** Rule name as the ruleset spells it. */
  id: string;
  severity: Severity;
  message: string;
  fingerprint: string;
  subject: Subject;
  source: SourceLocation & { endLine?: number; endColumn?: number };
  /** Name of the ruleset that holds the rule. */
  ruleset?: string;
  /** Set when somebody accepted it: then it is not counted in the report's summary. */
  accepted?: Acceptance;
}
