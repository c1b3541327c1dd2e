/** How much a change between two versions of a contract can hurt its consumers. */
export const LEVELS = ['breaking', 'dangerous', 'safe'] as const;
export type Level = (typeof LEVELS)[number];

/** Severity of a lint finding, in Spectral's words. */
export const SEVERITIES = ['error', 'warn', 'info', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Which way a message travels. Callbacks and webhooks are inverted: there the provider writes the request. */
export const DIRECTIONS = ['request', 'response'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Semantic version part that a set of changes asks for. */
export type Bump = 'major' | 'minor' | 'patch' | 'none';

/** Orders levels from worst to mildest; usable as an `Array.prototype.sort` comparator. */
export function compareLevels(a: Level, b: Level): number {
  return LEVELS.indexOf(a) - LEVELS.indexOf(b);
}
