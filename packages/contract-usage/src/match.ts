import { ContractDocument } from '@treaty/contract-findings';
import { OperationMatch } from './facts';
import { listOperations, operationKey } from './operations';

/** An operation's path, prepared for matching. */
interface Route {
  method: string;
  template: string;
  segments: Segment[];
}
/** A literal, or a pattern with its rank: `{a}.{b}` is more specific than `{a}`. */
type Segment = { literal: string } | { pattern: RegExp; rank: number };

export interface UrlMatch {
  /** More than one only when `match` is `ambiguous`: attribute the call to all of them. */
  operations: Array<{ method: string; template: string }>;
  match: OperationMatch;
}
export type UrlMatchResult = UrlMatch | { reason: 'no-path' | 'method-not-declared' };

/**
 * Matches request paths to the path templates of one contract: concrete before templated, segment by segment. Build it
 * once per contract; a lookup costs as many comparisons as there are templates with this number of segments.
 */
export class PathMatcher {
  private readonly bySize = new Map<number, Route[]>();
  private readonly basePaths: string[];

  constructor(document: ContractDocument, options: { basePaths?: readonly string[] } = {}) {
    // Longest first, so that `/api/v2` wins over `/api`.
    this.basePaths = [...(options.basePaths ?? [])]
      .map(path => path.replace(/\/+$/, ''))
      .sort((a, b) => b.length - a.length);
    for (const { method, template } of listOperations(document)) {
      const segments = template.slice(1).split('/').map(toSegment);
      const routes = this.bySize.get(segments.length) ?? [];
      routes.push({ method, template, segments });
      this.bySize.set(segments.length, routes);
    }
  }

  /** Finds the operation of a request. `url` may be a path or a whole URL; query and fragment are dropped. */
  match(method: string, url: string): UrlMatchResult {
    const path = this.strip(url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '').replace(/[?#].*$/s, ''));
    const segments = path.slice(1).split('/').map(decodeUnreserved);
    const hits = (this.bySize.get(segments.length) ?? []).filter(route => fits(route, segments));
    if (hits.length === 0) return { reason: 'no-path' };
    const declared = hits.filter(route => accepts(route, method, hits));
    if (declared.length === 0) return { reason: 'method-not-declared' };
    const ranked = [...declared].sort(compareRank);
    const best = ranked.filter(route => compareRank(route, ranked[0]) === 0);
    const operations = best.map(route => ({ method: route.method, template: route.template }));
    if (new Set(best.map(route => operationKey(route.method, route.template))).size > 1)
      return { operations, match: 'ambiguous' };
    // A more specific template has this path but not this method: the call may have been meant for it.
    if (hits.some(route => compareRank(route, best[0]) < 0))
      return { operations: operations.slice(0, 1), match: 'shadowed' };
    return { operations: operations.slice(0, 1), match: declared.length > 1 ? 'ranked' : 'exact' };
  }

  private strip(path: string): string {
    const base = this.basePaths.find(prefix => path === prefix || path.startsWith(`${prefix}/`));
    const rest = base === undefined ? path : path.slice(base.length);
    return rest.startsWith('/') ? rest : `/${rest}`;
  }
}

function accepts(route: Route, method: string, hits: readonly Route[]): boolean {
  const wanted = method.toUpperCase();
  if (route.method === wanted) return true;
  return wanted === 'HEAD' && route.method === 'GET' && !hits.some(other => other.method === 'HEAD');
}

function fits(route: Route, segments: readonly string[]): boolean {
  return route.segments.every((segment, index) =>
    'literal' in segment ? segment.literal === segments[index] : segment.pattern.test(segments[index]),
  );
}

/** Negative when `a` is more specific. The first segment that differs in kind decides. */
function compareRank(a: Route, b: Route): number {
  for (let index = 0; index < a.segments.length; index++) {
    const difference = rank(a.segments[index]) - rank(b.segments[index]);
    if (difference !== 0) return difference;
  }
  return 0;
}

function rank(segment: Segment): number {
  return 'literal' in segment ? 0 : segment.rank;
}

function toSegment(text: string): Segment {
  if (!text.includes('{')) return { literal: decodeUnreserved(text) };
  const parts = text.split(/(\{[^{}]*\})/).filter(part => part !== '');
  const pattern = parts
    .map(part => (part.startsWith('{') ? '([^/]+)' : escapeRegExp(decodeUnreserved(part))))
    .join('');
  // `{id}` alone is the least specific; a literal part around or between parameters makes it more so.
  return { pattern: new RegExp(`^${pattern}$`, 's'), rank: parts.length === 1 ? 2 : 1 };
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Decodes `%41` but not `%2F`: only unreserved characters (RFC 3986 section 2.3) are the same either way. */
function decodeUnreserved(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (whole, hex: string) => {
    const character = String.fromCharCode(parseInt(hex, 16));
    return /[A-Za-z0-9._~-]/.test(character) ? character : whole;
  });
}
