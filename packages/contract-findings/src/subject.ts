import { Direction } from './level';

/**
 * What a finding, a usage fact, a waiver and a campaign talk about. It survives edits that move text around: it has no
 * line number and no document pointer (those move when a `$ref` is inlined).
 *
 * `operation` is `METHOD /template` exactly as the newest document that has it spells the template, for example
 * `POST /orders/{id}/lines`. Callbacks read `POST /subscribe > onEvent: POST {$request.body#/url}`, webhooks
 * `webhook orderPaid: POST`. A subject without `operation` is about the whole document.
 *
 * `at` is a location word followed by a schema path (see {@link formatAt}): `body/customer/email`, `body/lines/*\/sku`,
 * `query/expand`, `header/X-Request-Id`, `path/id`, `cookie/session`, `status`, `media`, `security`, `server`.
 * Array items are `*`, values of a map are `{*}`; tokens are escaped as in RFC 6901. Usage facets use the same grammar.
 */
export interface Subject {
  operation?: string;
  direction?: Direction;
  at?: string;
  /** Media type of the message body, for example `application/json`. */
  media?: string;
  /** Response status as written in the contract: `200`, `4XX`, `default`. */
  status?: string;
}

/** Locations a message can be changed at. */
export const AT_LOCATIONS = [
  'body',
  'query',
  'path',
  'header',
  'cookie',
  'status',
  'media',
  'security',
  'server',
  'operation',
  'document',
] as const;
export type AtLocation = (typeof AT_LOCATIONS)[number];

/** Builds an `at` from a location and raw tokens: `formatAt('body', ['a/b', '*'])` is `body/a~1b/*`. */
export function formatAt(location: AtLocation, tokens: readonly string[] = []): string {
  return [location, ...tokens.map(t => t.replace(/~/g, '~0').replace(/\//g, '~1'))].join('/');
}

/** Splits an `at` into its location and raw tokens. Throws a `RangeError` for an unknown location. */
export function parseAt(at: string): { location: AtLocation; tokens: string[] } {
  const [location, ...rest] = at.split('/');
  if (!(AT_LOCATIONS as readonly string[]).includes(location)) {
    throw new RangeError(
      `unknown location '${location}' in '${at}'; expected one of ${AT_LOCATIONS.join(', ')}`,
    );
  }
  return {
    location: location as AtLocation,
    tokens: rest.map(t => t.replace(/~1/g, '/').replace(/~0/g, '~')),
  };
}

/** One string per subject, equal exactly for equal subjects; the sort key of every list of findings. */
export function subjectKey(subject: Subject): string {
  const { operation = '', direction = '', status = '', media = '', at = '' } = subject;
  return `${operation}\u0000${direction}\u0000${status}\u0000${media}\u0000${at}`;
}

/** Negative, zero or positive: the order of {@link subjectKey}, without making two texts for each comparison. */
export function compareSubjects(a: Subject, b: Subject): number {
  return (
    compareText(a.operation, b.operation) ||
    compareText(a.direction, b.direction) ||
    compareText(a.status, b.status) ||
    compareText(a.media, b.media) ||
    compareText(a.at, b.at)
  );
}

function compareText(a = '', b = ''): number {
  return Number(a > b) - Number(a < b);
}

/** `GET /orders/{id} → 200 application/json  /customer/email`, the line a person reads. */
export function formatSubject(subject: Subject): string {
  const message = [subject.direction === 'response' ? `→ ${subject.status ?? ''}`.trim() : '', subject.media]
    .filter(Boolean)
    .join(' ');
  const at = subject.at === undefined ? '' : formatAtForPeople(subject.at);
  const head = [subject.operation ?? 'the whole document', message].filter(Boolean).join(' ');
  return at ? `${head}  ${at}` : head;
}

function formatAtForPeople(at: string): string {
  const { location, tokens } = parseAt(at);
  // The thing as a whole has been named already.
  if (location === 'operation' || location === 'document') return tokens.join('/');
  if (location === 'body') return tokens.length === 0 ? 'body' : at.slice('body'.length);
  return tokens.length === 0 ? location : `${location} ${tokens.join('/')}`;
}
