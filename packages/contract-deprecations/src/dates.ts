import { parseSunset } from '@treaty/contract-findings';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A sunset this near is due. */
export const DUE_DAYS = 30;

/** Where a deprecation is in its life. `zombie`: past its sunset and still in the contract. */
export type DeprecationState = 'announced' | 'deprecated' | 'sunset-due' | 'zombie';

/** Where a date was written: in the contract, or on the API's catalog entity. */
export interface SunsetSource {
  from: 'contract' | 'catalog';
  /** RFC 3339, as written. */
  sunset: string;
  /** What a person can look up: `openapi.yaml:41`, `api:default/orders-v1 spec.deprecation`. */
  place?: string;
}

/** The date that counts, and every date that was said. */
export interface EffectiveSunset {
  sunset: string;
  at: Date;
  from: SunsetSource['from'];
  /** All readable dates, earliest first; more than one different instant is worth showing. */
  all: Array<SunsetSource & { at: Date }>;
  /** True when contract and catalog do not say the same instant. */
  disagree: boolean;
}

/** Of two equal dates the contract's is named. */
function rank(source: SunsetSource): number {
  return source.from === 'contract' ? 0 : 1;
}

/** The earliest date wins, whoever says it; dates that are malformed or mean "none" count for nothing. */
export function effectiveSunset(sources: readonly SunsetSource[]): EffectiveSunset | undefined {
  const all = sources
    .flatMap(source => {
      const date = parseSunset(source.sunset);
      return date.kind === 'date' ? [{ ...source, at: date.at }] : [];
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime() || rank(a) - rank(b));
  if (all.length === 0) return undefined;
  const [first] = all;
  const disagree = all.some(({ at }) => at.getTime() !== first.at.getTime());
  return { sunset: first.sunset, at: first.at, from: first.from, all, disagree };
}

/** Whole days until a sunset, rounded down: 0 on its last day, negative once passed; `undefined` without a readable date. */
export function daysLeft(sunset: string | undefined, now: Date): number | undefined {
  const date = sunset === undefined ? undefined : parseSunset(sunset);
  return date?.kind === 'date' ? Math.floor((date.at.getTime() - now.getTime()) / DAY_MS) : undefined;
}

/**
 * State of something that is still in the contract. `announced` while its deprecation lies in the future or only a date
 * was given; the sunset's own instant counts as passed.
 */
export function deprecationState(
  entry: { deprecated?: boolean; deprecatedOn?: string; sunset?: string },
  now: Date,
): DeprecationState {
  const sunset = parseSunset(entry.sunset ?? '');
  if (sunset.kind === 'date') {
    if (sunset.at.getTime() <= now.getTime()) return 'zombie';
    if (sunset.at.getTime() <= now.getTime() + DUE_DAYS * DAY_MS) return 'sunset-due';
  }
  const on = parseSunset(entry.deprecatedOn ?? '');
  if (entry.deprecated === false || (on.kind === 'date' && on.at.getTime() > now.getTime()))
    return 'announced';
  return 'deprecated';
}
