import { Severity } from '@treaty/contract-findings';
import type { Api, OpenApiVersion } from './model/api';
import type { Node } from './model/place';

/** Names of the rulesets that ship with Treaty, apart from `treaty`, which extends the others. */
export const RULE_GROUPS = ['contract', 'deprecation', 'security', 'ai-ready'] as const;
export type RuleGroup = (typeof RULE_GROUPS)[number];

/** An option of a rule, as a ruleset may set it with `functionOptions`. */
export interface RuleOption {
  type: 'number' | 'string' | 'boolean' | 'string[]';
  default: number | string | boolean | readonly string[];
  description: string;
}

export type OptionValues = Readonly<Record<string, unknown>>;

/** What a rule tells of the document. Every thing looked at is counted, so that a score can be a rate. */
export interface Reporter {
  /** `count` things were looked at and are in order. */
  pass(count?: number): void;
  /** One thing was looked at and is not in order. */
  fail(node: Node<unknown>, message: string): void;
  /** One finding for `failed` of `checked` things, for habits that a document lacks altogether. */
  summarise(node: Node<unknown>, message: string, failed: number, checked: number): void;
}

export interface RuleInput {
  api: Api;
  now: Date;
  options: OptionValues;
}

/** A document, or the files of one by name (the root is the first), that a rule is explained with and tested against. */
export interface RuleExample {
  /** What to look at, in a few words. */
  title: string;
  document: Record<string, unknown>;
  /** Further files by uri relative to the root. */
  files?: Readonly<Record<string, Record<string, unknown>>>;
  options?: OptionValues;
  /** `now` for rules about dates; ISO. */
  now?: string;
}

/**
 * One rule, one file. Written against the whole document: `check` is called once, walks by itself, and so runs the same
 * in our engine and inside stock Spectral.
 */
export interface LintRule {
  /** Kebab-case; the file's name, the rule's name in a ruleset and the name of its function. */
  id: string;
  ruleset: RuleGroup;
  severity: Severity;
  /** `false`: shipped switched off; a ruleset turns it on by naming it with a severity. */
  recommended?: boolean;
  /** OpenAPI versions it speaks of; all when absent. */
  versions?: readonly OpenApiVersion[];
  options?: Readonly<Record<string, RuleOption>>;
  /** What the rule asks for, one sentence. */
  summary: string;
  why: string;
  instead: string;
  examples: { bad: readonly RuleExample[]; good: readonly RuleExample[] };
  check(input: RuleInput, report: Reporter): void;
}

/** Identity; gives a rule file its types and one word to search for. */
export function defineLintRule(rule: LintRule): LintRule {
  return rule;
}

/** The options a rule sees: what the ruleset says, else the rule's own defaults. */
export function optionsOf(rule: LintRule, given: OptionValues | undefined): OptionValues {
  const defaults = Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default]);
  return { ...Object.fromEntries(defaults), ...given };
}

/** A smallest document for an example: OpenAPI 3.0.3 with `paths`, and whatever else is given. */
export function exampleDocument(
  paths: Record<string, unknown>,
  rest: Record<string, unknown> = {},
): Record<string, unknown> {
  return { openapi: '3.0.3', info: { title: 'Orders', version: '1.0.0' }, paths, ...rest };
}

/** A smallest document whose one answer has this schema. */
export function exampleResponse(
  schema: unknown,
  rest: Record<string, unknown> = {},
): Record<string, unknown> {
  const content = { 'application/json': { schema } };
  const responses = { '200': { description: 'The order.', content } };
  return exampleDocument({ '/orders': { get: { operationId: 'getOrder', responses } } }, rest);
}

/** A smallest document whose one request body has this schema. */
export function exampleRequest(schema: unknown, rest: Record<string, unknown> = {}): Record<string, unknown> {
  const requestBody = { required: true, content: { 'application/json': { schema } } };
  const responses = { '204': { description: 'Stored.' } };
  return exampleDocument(
    { '/orders': { post: { operationId: 'createOrder', requestBody, responses } } },
    rest,
  );
}
