/**
 * Two versions of an OpenAPI contract in, findings with proofs out.
 *
 * @packageDocumentation
 */
export { diff } from './diff';
export type { DiffOptions } from './options';
export { rules } from './rules';
export type { Example, Rule } from './rules/define';
export { EFFECTS, levelOf, POLICIES, SCOPES } from './rules/levels';
export type { Effect, Policy, Scope } from './rules/levels';
