import { Result } from '../contain/result';
import { Loc } from '../model/reader';
import { Mode, Norm, Ref } from '../normalize/norm';
import { Report, Rule } from '../rules/define';
import { Effect } from '../rules/levels';

/** How a value of a child sits in a value of its parent. */
export type Step =
  | { kind: 'member'; name: string }
  | { kind: 'item'; index: number }
  /** `name` is an example of the names it stands for. */
  | { kind: 'value'; name: string }
  | { kind: 'branch' };

/** Something a rule saw at a schema, before levels are settled. */
export interface SchemaFact {
  rule: Rule;
  report: Report;
  effect: Effect;
  message: string;
  /** Set when containment says that nothing that was allowed is refused. */
  harmless?: string;
  /** Set when containment cannot tell. */
  unclear?: string;
  /** A value of the writer's schema at this node that the reader's refuses. */
  value?: { found: unknown };
  places: { before?: Loc; after?: Loc };
}

/** Two schemas compared once, whoever reaches them. */
export interface Pair {
  before: Norm;
  after: Norm;
  mode: Mode;
  facts: SchemaFact[];
  children: Array<{ step: Step; pair: Pair }>;
  /** Steps into alternatives since the last step into a member or an element. */
  alternatives: number;
  /** The schemas as they stand where the pair was first met; normal forms of equal schemas are shared. */
  stands: { before?: Ref; after?: Ref };
}

/** What containment says about a change, as a fact keeps it. */
export function outcomeOf(result: Result): Partial<SchemaFact> {
  if (result.answer === 'no') return { value: { found: result.value } };
  return result.answer === 'yes' ? {} : { unclear: result.why };
}
