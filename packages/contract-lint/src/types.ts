import type { LintReport, Problem, Severity } from '@treaty/contract-findings';
import type { LintRule, OptionValues } from './rule';

/** A contract as the host read it: texts only, every file that is reached by `$ref` included under its own uri. */
export interface LintDocument {
  /** A `/`-separated path as the user named it, or an absolute URI. */
  uri: string;
  text: string;
  /** Texts by uri; the root may be among them. `$ref` is resolved relative to the file it stands in. */
  files: ReadonlyMap<string, string>;
}

/** One of our rules with the severity and options that a ruleset gives it. */
export interface ActiveRule {
  /** Name under which the ruleset knows it; the rule's own id unless a ruleset uses the function under another name. */
  name: string;
  rule: LintRule;
  severity: Severity;
  options: OptionValues;
  /** Name of the ruleset that holds the rule. */
  ruleset: string;
}

/** A ruleset ready to judge. Immutable; may be used for any number of documents at once. */
export interface LoadedRuleset {
  name: string;
  version?: string;
  /** Hex SHA-256 over everything that decides a finding: rules, options, severities and the engine's own version. */
  digest: string;
  /** Our own rules, which run without Spectral. */
  own: readonly ActiveRule[];
  /** Everything else, as a Spectral ruleset definition; absent when nothing else is asked for. */
  spectral?: SpectralPart;
  /** Set when Spectral is needed and was not built: enough to know a ruleset by its digest, not to judge by it. */
  unbuilt?: true;
  /** Text of every file the ruleset was read from, by uri: what a portal keeps beside a verdict. */
  texts: ReadonlyMap<string, string>;
}

/** The part of a ruleset that Spectral runs. */
export interface SpectralPart {
  /** A `RulesetDefinition`; opaque here, so that no host loads Spectral for a type. */
  definition: object;
  /** Where the ruleset stands; `overrides` match files relative to it. */
  source: string;
  /** Ruleset name by definition object, to name the ruleset that holds a rule. */
  names: ReadonlyMap<object, string>;
}

/** How a rule did: the raw material of a score. */
export interface RuleRate {
  id: string;
  ruleset: string;
  severity: Severity;
  checked: number;
  failed: number;
}

/** A {@link LintReport} with what a score needs. */
export interface LintOutcome extends LintReport {
  /** One entry per enabled rule that speaks of this kind of document, in rule order. */
  rates: readonly RuleRate[];
}

export interface LintInput {
  document: LintDocument;
  ruleset: LoadedRuleset;
  now: Date;
  /** Results of example validation that survive a run; see {@link ExampleMemo}. */
  memo?: ExampleMemo;
}

/** What a host keeps between runs so that unchanged examples are not validated again. */
export interface ExampleMemo {
  /** Serialised results by content key. */
  readonly entries: Map<string, string>;
  /** Keys asked for in the last run: a host may forget the others. */
  readonly used: Set<string>;
}

/** What reads a ruleset, and what it may trust. */
export interface RulesetHost {
  /** Text of a ruleset file; throws when there is none. The host decides what may be read. */
  read(uri: string): Promise<string>;
  /** Rulesets at `http:` and `https:` addresses may be read through `read`. */
  allowRemote?: boolean;
  trusted?: TrustedCode;
}

/** JavaScript that the operator of this host chose to run. Nothing a ruleset says can add to it. */
export interface TrustedCode {
  /** Rulesets that are JavaScript packages, by the name a ruleset extends them with. `undefined`: not installed. */
  loadPreset?(name: string): Promise<unknown>;
  /** Additional rule functions by name, in Spectral's own shape. */
  functions?: ReadonlyMap<string, TrustedFunction>;
}

export type TrustedFunction = (input: unknown, options: unknown, context: unknown) => unknown;

export interface LoadRulesetOptions {
  /** `false` reads and checks a ruleset without loading Spectral; see {@link LoadedRuleset.unbuilt}. */
  build?: boolean;
}

export interface LoadRulesetResult {
  ruleset?: LoadedRuleset;
  problems: Problem[];
}
