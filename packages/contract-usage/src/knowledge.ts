import { DiffFinding, parseAt, parsePointer, Subject } from '@treaty/contract-findings';
import { Facet, FacetKind, UsageRecord } from './facts';
import { Change, Knowledge } from './verdictTable';

type Relation = 'listed' | 'around' | 'absent' | 'open';

interface Question {
  finding: DiffFinding;
  subject: Subject;
  record: UsageRecord;
  /** The place below its location word. */
  tokens: string[];
}

const uses = (): Knowledge => 'uses';

const READERS: Record<Change, (question: Question) => Knowledge> = {
  'operation-removed': uses,
  'server-moved': uses,
  'names-only': uses,
  other: uses,
  'parameter-removed': question => {
    const sent = relate(question.tokens, inputFacets(question));
    if (sent !== 'listed') return sent === 'around' ? 'open' : sent;
    // An engine calls a removed parameter breaking exactly when unknown ones are rejected.
    return question.finding.level === 'breaking' ? 'listed-and-rejected' : 'listed';
  },
  'input-required': question => {
    const facets = inputFacets(question);
    const sent = relate(question.tokens, facets);
    if (sent === 'around') return 'open';
    const parent = question.tokens.slice(0, -1);
    const inBody = question.subject.at?.startsWith('body/') ?? false;
    return sent === 'absent' && inBody && parent.length > 0 && relate(parent, facets) === 'absent'
      ? 'outside'
      : sent;
  },
  'request-narrowed': question => {
    const sent = relate(question.tokens, inputFacets(question));
    if (sent === 'absent' || sent === 'open') return knownValues(question) ?? sent;
    return knownValues(question) ?? sent;
  },
  'response-removed': readOrReturned,
  'response-widened': readOrReturned,
  'response-optional': question => {
    const required = readFacets(question).some(facet =>
      (facet.required ?? []).some(path => isBelow(parsePointer(path), question.tokens)),
    );
    return required ? 'required' : readOrReturned(question);
  },
  'response-enum-added': question => {
    if (question.finding.level === 'safe') return 'extensible';
    const stated = facetsOf(question, 'responseEnum').filter(facet =>
      facet.paths.some(path => samePlace(parsePointer(path), question.tokens)),
    );
    if (stated.some(facet => facet.unknown === 'breaks')) return 'breaks-on-unknown';
    if (stated.some(facet => facet.unknown === 'tolerated')) return 'tolerates-unknown';
    return stated.length > 0 ? 'listed' : readOrReturned(question);
  },
  'response-status-removed': question => {
    if (readFacets(question).some(facet => facet.where !== undefined)) return 'listed';
    const statuses = facetsOf(question, 'status');
    return relate(
      [question.subject.status ?? ''],
      statuses.map(facet => ({ ...facet, paths: facet.paths.map(asPointer) })),
    );
  },
  'media-removed': question => {
    const media = question.subject.media ?? question.finding.values?.[0] ?? '';
    const facets = facetsOf(
      question,
      question.subject.direction === 'response' ? 'responseMedia' : 'requestMedia',
    );
    const names = facets.flatMap(facet => facet.paths).map(bareMedia);
    if (names.includes(bareMedia(media))) return 'listed';
    if (names.some(name => name === '*/*' || name === `${bareMedia(media).split('/')[0]}/*`))
      return 'wildcard';
    return facets.some(facet => facet.world === 'closed') ? 'absent' : 'open';
  },
  'security-raised': question => {
    // Each value is one way to be let in: `scheme/scope and other-scheme`. The place names what is nearest.
    const stated = (question.finding.values ?? []).map(value => value.split(' and '));
    const ways = stated.length > 0 ? stated : [[question.tokens.join('/')]];
    const facets = facetsOf(question, 'security');
    const sent = facets.flatMap(facet => facet.paths).map(path => parsePointer(path).join('/'));
    const schemeOf = (text: string): string => text.split('/')[0];
    const sends = (part: string): boolean =>
      sent.some(one => one === part || (schemeOf(part) === part && schemeOf(one) === part));
    // Who lists scopes lists them all; who names the scheme alone may hold any.
    const mayHold = (part: string): boolean => sends(part) || sent.includes(schemeOf(part));
    if (ways.some(way => way.every(sends))) return 'listed';
    if (ways.some(way => way.every(mayHold))) return 'scheme-only';
    return facets.some(facet => facet.world === 'closed') ? 'absent' : 'open';
  },
};

/** What one record, which is about the subject's operation, knows about the changed place. */
export function knowledgeOf(
  change: Change,
  finding: DiffFinding,
  subject: Subject,
  record: UsageRecord,
): Knowledge {
  return READERS[change]({ finding, subject, record, tokens: subject.at ? parseAt(subject.at).tokens : [] });
}

function readOrReturned(question: Question): Knowledge {
  const read = relate(question.tokens, readFacets(question));
  if (read !== 'open') return read;
  return relate(question.tokens, facetsOf(question, 'responseReturned')) === 'listed' ? 'returned' : 'open';
}

function knownValues({ finding, record, tokens, subject }: Question): Knowledge | undefined {
  const kinds: FacetKind[] = subject.at?.startsWith('body')
    ? ['requestEnum', 'requestBody']
    : inputKinds(subject);
  const values = record.facets
    .filter(facet => kinds.includes(facet.kind))
    .flatMap(facet => Object.entries(facet.values ?? {}))
    .filter(([path]) => samePlace(parsePointer(path), tokens))
    .flatMap(([, list]) => list);
  const lost = finding.values ?? [];
  if (values.length === 0 || lost.length === 0) return undefined;
  return values.some(value => lost.includes(value)) ? 'value-outside' : 'values-inside';
}

function inputKinds(subject: Subject): FacetKind[] {
  const location = subject.at === undefined ? 'body' : parseAt(subject.at).location;
  switch (location) {
    case 'query':
    case 'header':
    case 'cookie':
    case 'path':
      return [location];
    default:
      return ['requestBody'];
  }
}

function inputFacets({ subject, record }: Question): Facet[] {
  const kinds = inputKinds(subject);
  return record.facets.filter(facet => kinds.includes(facet.kind));
}

/** A response header has no facet, so nothing can be known about it. */
function readFacets(question: Question): Facet[] {
  return question.subject.at?.startsWith('header') ? [] : facetsOf(question, 'responseRead');
}

function facetsOf({ subject, record }: Question, kind: FacetKind): Facet[] {
  return record.facets.filter(facet => facet.kind === kind && coversResponse(facet.where, subject));
}

/** `200 application/json` covers a subject of that status and media; what either does not say, fits. */
function coversResponse(where: string | undefined, subject: Subject): boolean {
  if (where === undefined || subject.direction !== 'response') return true;
  const [status, media] = where.split(' ');
  const fits = subject.status === undefined || statusOverlaps(status, subject.status);
  return (
    fits &&
    (media === undefined || subject.media === undefined || bareMedia(media) === bareMedia(subject.media))
  );
}

function statusOverlaps(a: string, b: string): boolean {
  if (a === b || a === 'default' || b === 'default') return true;
  return /^[1-5]xx$/i.test(a) || /^[1-5]xx$/i.test(b) ? a[0] === b[0] : false;
}

function relate(place: readonly string[], facets: Facet[]): Relation {
  const paths = facets.flatMap(facet => facet.paths).map(parsePointer);
  if (paths.some(path => isBelow(path, place))) return 'listed';
  if (paths.some(path => isBelow(place, path))) return 'around';
  return facets.some(facet => facet.world === 'closed') ? 'absent' : 'open';
}

/** True when `path` is `ancestor` itself or lies below it. */
function isBelow(path: readonly string[], ancestor: readonly string[]): boolean {
  return path.length >= ancestor.length && ancestor.every((token, index) => path[index] === token);
}

function samePlace(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && isBelow(a, b);
}

function asPointer(token: string): string {
  return token.startsWith('/') ? token : `/${token}`;
}

function bareMedia(media: string): string {
  return media.split(';')[0].trim().toLowerCase();
}
