import { Level } from '@treaty/contract-findings';
import { Mode } from '../normalize/norm';

/**
 * What a change does, seen from old to new. The direction of the message turns it into a level: what a request may no
 * longer say breaks those who say it, what a response may newly say breaks those who read it.
 */
export const EFFECTS = {
  narrows: { request: 'breaking', response: 'safe' },
  widens: { request: 'safe', response: 'breaking' },
  /** An enumeration grew: legal, and clients that switch over its values get hurt. */
  extends: { request: 'safe', response: 'dangerous' },
  /** Something is gone that the other side tolerates. */
  withdraws: { request: 'dangerous', response: 'dangerous' },
  /** A closed response opened: readers ignore what they do not know, generated clients may not. */
  opens: { request: 'safe', response: 'dangerous' },
  /** Gone, or read differently, whoever writes. */
  breaks: { request: 'breaking', response: 'breaking' },
  /** Same messages, other behaviour. */
  alters: { request: 'dangerous', response: 'dangerous' },
  /** Could not be decided. */
  unclear: { request: 'dangerous', response: 'dangerous' },
  /** Same messages, other names in generated clients. */
  renames: { request: 'safe', response: 'safe' },
  /** The name of the call itself: the one thing that most clients are generated for. */
  relabels: { request: 'dangerous', response: 'dangerous' },
  adds: { request: 'safe', response: 'safe' },
  documents: { request: 'safe', response: 'safe' },
} as const satisfies Record<string, Record<Mode, Level>>;
export type Effect = keyof typeof EFFECTS;

export const POLICIES = ['strict', 'standard', 'lenient'] as const;
export type Policy = (typeof POLICIES)[number];

/** `wire`: messages count. `sdk`: names in generated clients count too. */
export const SCOPES = ['wire', 'sdk'] as const;
export type Scope = (typeof SCOPES)[number];

/** Where a policy departs from {@link EFFECTS}. */
const POLICY_LEVELS: Record<Policy, Partial<Record<Effect, Partial<Record<Mode, Level>>>>> = {
  standard: {},
  strict: {
    unclear: { request: 'breaking', response: 'breaking' },
    extends: { response: 'breaking' },
    withdraws: { request: 'breaking', response: 'breaking' },
    opens: { response: 'breaking' },
    renames: { request: 'dangerous', response: 'dangerous' },
  },
  lenient: {
    unclear: { request: 'safe', response: 'safe' },
    extends: { response: 'safe' },
    opens: { response: 'safe' },
  },
};

const SDK_LEVELS: Partial<Record<Effect, Record<Mode, Level>>> = {
  renames: { request: 'breaking', response: 'breaking' },
  relabels: { request: 'breaking', response: 'breaking' },
  // A field or parameter that is gone from the generated type does not compile any more.
  withdraws: { request: 'breaking', response: 'breaking' },
};

/** True when an effect is about names alone: no message can show it. */
export function isNaming(effect: Effect): boolean {
  return effect === 'renames' || effect === 'relabels';
}

/** The level of an effect on messages of one direction. */
export function levelOf(effect: Effect, mode: Mode, policy: Policy, scope: Scope): Level {
  const named = scope === 'sdk' ? SDK_LEVELS[effect]?.[mode] : undefined;
  return named ?? POLICY_LEVELS[policy][effect]?.[mode] ?? EFFECTS[effect][mode];
}
