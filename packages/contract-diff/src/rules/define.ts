import { AtLocation, Bump, Level, Subject } from '@treaty/contract-findings';
import { Loc } from '../model/reader';
import {
  Alternative,
  Api,
  Body,
  Ending,
  Header,
  Media,
  Operation,
  Parameter,
  Response,
} from '../model/types';
import { Shape } from '../model/style';
import { Mode, Norm, Ref } from '../normalize/norm';
import { Schemas } from '../normalize/schemas';
import { Effect } from './levels';

/** A pair of operations and the way the messages of one part travel. */
interface InOperation {
  operation: { before: Operation; after: Operation };
}

/** What a rule is shown, by what it is about. One of `before` and `after` may be missing, never both. */
export interface Surfaces {
  document: { before: Api; after: Api };
  /** `info.version` beside the version bump that the other findings ask for. */
  version: { before: Api; after: Api; bump: Bump };
  operation: { before?: Operation; after?: Operation };
  parameter: {
    before?: Parameter;
    after?: Parameter;
    mode: Mode;
    shape: Shape;
    text: boolean;
  } & InOperation;
  body: { before?: Body; after?: Body } & InOperation;
  media: {
    before?: Media;
    after?: Media;
    /** All media types of the other side, to see ranges. */
    beforeAll: readonly Media[];
    afterAll: readonly Media[];
    mode: Mode;
    /** The body of a response, which callers choose by what they accept; else that of a request. */
    negotiated: boolean;
    space: Schemas;
  } & InOperation;
  response: {
    before?: Response;
    after?: Response;
    beforeAll: readonly string[];
    afterAll: readonly string[];
    mode: Mode;
  } & InOperation;
  link: { before?: string; after?: string; name: string } & InOperation;
  header: { before?: Header; after?: Header; mode: Mode; shape: Shape } & InOperation;
  security: { before: Operation; after: Operation };
  server: { before: Operation; after: Operation };
  /** Things that can be deprecated, in both versions. */
  ending: { before: Ending; after: Ending; what: string; at?: { before: Loc; after: Loc } };
  schema: SchemaPair;
}
export type Surface = keyof Surfaces;

/** Two schemas that describe the same place of the same message. */
export interface SchemaPair {
  before: Norm;
  after: Norm;
  mode: Mode;
  space: Schemas;
  /** Names a side declares, with everything it demands of them. */
  member(side: 'before' | 'after', name: string): Ref | undefined;
  declared: { before: ReadonlySet<string>; after: ReadonlySet<string> };
  /** Deprecation of a property's schema. */
  ending(ref: Ref): Ending;
}

/** What a rule says it saw. */
export interface Report {
  /** Fills `{name}` in the rule's message. */
  with?: Record<string, string>;
  /** Tells this change from others of the same rule at the same place; also what the verdict table looks at. */
  values?: string[];
  /** Where, relative to the place of the pair: property tokens. */
  at?: string[];
  /** Another location word than the pair's own. */
  location?: AtLocation;
  /** When it differs from the rule's. */
  effect?: Effect;
  /** The effect where nothing that was allowed is refused; without it such a change is harmless. */
  otherwise?: Effect;
  /** Deprecation of what was removed: a removal after its sunset is safe. */
  ending?: Ending;
  /** Facets of the stricter side that alone make the difference; containment is asked about them. */
  facets?: ReadonlyArray<keyof Norm>;
  /** The stricter side's facets where they are not a plain selection. */
  slice?: { label: string; change: Partial<Norm> };
  /** Schema keyword to point at. */
  keyword?: string;
  /** Where exactly, when the pair's own place is not it. */
  places?: { before?: Loc; after?: Loc };
  /** Same cause, one finding: operations that report equal causes are its occurrences. */
  cause?: string;
  /** A plain reason that explains the level. */
  because?: string;
  /** The message that used to work carries these credentials. */
  credential?: Alternative;
  /** Only occurrences that this holds for count; a change of XML names concerns XML messages alone. */
  concerns?: (subject: Subject) => boolean;
  /** A discriminator's value that one side alone knows, with the schema it selects there. */
  selects?: { property: string; value: string; branch: Ref; name: string; known: readonly string[] };
  /** A media type that shows the change, where the one of the place does not. */
  media?: string;
  /** Why no message can show it. */
  unproven?: string;
}

/** One small change and what it is expected to be. */
export type Example = {
  title?: string;
  old: unknown;
  new: unknown;
} & (
  | {
      /** For rules on schemas, `old` and `new` are schemas, tried in both directions. */ expect: Record<
        Mode,
        Level
      >;
    }
  | { /** Else they are documents without the preamble: `paths`, `components`, `servers`. */ expect: Level }
);

export interface Rule<S extends Surface = Surface> {
  /** Kebab-case; what findings carry. */
  id: string;
  on: S;
  effect: Effect;
  /** `{name}` is filled from the report. */
  message: string;
  docs: { summary: string; why: string; instead: string };
  examples: readonly Example[];
  /** Id of the rule for the opposite change, or why there is none. */
  mirror: { rule: string } | { none: string };
  detect(pair: Surfaces[S], report: (what?: Report) => void): void;
}

/** Types a rule; adding one means one file and one line in `index.ts`. */
export function defineRule<S extends Surface>(rule: Rule<S>): Rule<S> {
  return rule;
}

/** Fills `{name}` placeholders. */
export function fill(message: string, values: Record<string, string> = {}): string {
  return message.replace(/\{(\w+)\}/g, (slot, name: string) => values[name] ?? slot);
}
