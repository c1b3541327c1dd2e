/**
 * What a contract says is going away, how far that is, and whether it may go.
 *
 * @packageDocumentation
 */
export { documentedHeaders } from './headers';
export type { HeaderWarning } from './headers';
export { listDeprecations } from './list';
export { readEnumMarks, readMark } from './mark';
export { DUE_DAYS, daysLeft, deprecationState, effectiveSunset } from './dates';
export type { DeprecationState, EffectiveSunset, SunsetSource } from './dates';
export { GATE_RULES, GATE_WARNINGS, judgeRemoval, warningsOf } from './gate';
export type {
  GateResult,
  GateRuleId,
  GateWarning,
  GateWarningId,
  RemovalFacts,
  RemovalJudgement,
  RemovalPolicy,
} from './gate';
export {
  AUDIENCES,
  readAudience,
  readStability,
  REMOVAL_PRESETS,
  removalPolicy,
  STABILITIES,
} from './policies';
export type { Audience, Notice, NoticeMatrix, RemovalPreset, RemovalPresetName, Stability } from './policies';
export type { DeprecationEntry, DeprecationKind, DeprecationMark } from './types';
