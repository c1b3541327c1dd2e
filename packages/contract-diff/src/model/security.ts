import { endingOf } from './ending';
import { isObject, Json, Node, own, plainText } from './reader';
import { DocumentSide } from './side';
import { Alternative, Credential, TokenSource } from './types';

/** What an operation asks for, and the schemes behind it. */
export interface Security {
  security: Alternative[];
  credentials: ReadonlyMap<string, Credential>;
  tokenSources: TokenSource[];
}

/**
 * Requirements as alternatives, each a set of credentials named by what goes over the wire: renaming a scheme changes
 * nothing, moving an API key to another header does.
 */
export function readSecurity(side: DocumentSide, requirement: Node): Security {
  const listed = side.reader.items(requirement);
  const credentials = new Map<string, Credential>();
  /** Scopes that are asked for, by the name of their scheme. */
  const asked = new Map<string, string[]>();
  if (listed.length === 0) return { security: [new Map()], credentials, tokenSources: [] };
  const security = listed.map(item => {
    const alternative = new Map<string, ReadonlySet<string>>();
    for (const [name, scopes] of side.reader.entries(item)) {
      const scheme = schemeNamed(side, name);
      const [wire, credential] = wireOf(scheme, name);
      credentials.set(wire, { ...credential, ending: endingOf(scheme) });
      const wanted = Array.isArray(scopes.value) ? scopes.value.map(plainText) : [];
      asked.set(name, [...(asked.get(name) ?? []), ...wanted]);
      alternative.set(wire, new Set([...(alternative.get(wire) ?? []), ...wanted]));
    }
    return alternative;
  });
  const tokenSources = [...asked].flatMap(([name, wanted]) =>
    sourcesOf(schemeNamed(side, name), name).map(source => offering(source, wanted)),
  );
  return { security, credentials, tokenSources };
}

/** Of all the scopes that are given there only those count which an operation asks for. */
function offering(source: TokenSource, wanted: readonly string[]): TokenSource {
  return source.scopes
    ? { ...source, scopes: new Set(wanted.filter(name => source.scopes?.has(name))) }
    : source;
}

function schemeNamed(side: DocumentSide, name: string): unknown {
  const at = side.dialect === '2.0' ? ['securityDefinitions', name] : ['components', 'securitySchemes', name];
  let node = side.reader.follow(side.reader.child(side.reader.root, ...at));
  // OpenAPI 3.2 lets a requirement name a scheme by its URI.
  if (node.value === undefined && /[#/.]/.test(name))
    node = side.reader.lookup(side.reader.root.loc, name) ?? node;
  return node.value;
}

/** OpenAPI 2.0 calls two flows by other names. */
const FLOWS: Record<string, string> = { application: 'clientCredentials', accessCode: 'authorizationCode' };
const FLOW_URLS = ['authorizationUrl', 'tokenUrl', 'refreshUrl', 'deviceAuthorizationUrl'];

/** Where the tokens of a scheme come from; empty where the contract does not say. */
export function sourcesOf(scheme: unknown, name: string): TokenSource[] {
  const source = (flow: string, holder: unknown, urls: readonly string[]): TokenSource => ({
    scheme: name,
    flow,
    urls: new Map(
      urls
        .map(key => [key, own(holder, key)])
        .filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
    ),
    ...(isObject(own(holder, 'scopes'))
      ? { scopes: new Set(Object.keys(own(holder, 'scopes') as Json)) }
      : {}),
  });
  if (own(scheme, 'type') === 'openIdConnect') return [source('openIdConnect', scheme, ['openIdConnectUrl'])];
  if (own(scheme, 'type') !== 'oauth2') return [];
  const single = own(scheme, 'flow');
  if (typeof single === 'string') return [source(FLOWS[single] ?? single, scheme, FLOW_URLS)];
  const flows = own(scheme, 'flows');
  if (!isObject(flows)) return [];
  return Object.keys(flows)
    .filter(flow => isObject(flows[flow]))
    .map(flow => source(flow, flows[flow], FLOW_URLS));
}

/** What a security scheme puts on the wire, as a word and as an example. */
export function wireOf(scheme: unknown, name: string): [wire: string, credential: Credential] {
  const authorization = (example: string): Credential => ({
    scheme: name,
    place: 'header',
    name: 'Authorization',
    example,
  });
  switch (own(scheme, 'type')) {
    case 'apiKey': {
      const where = own(scheme, 'in');
      const place = where === 'query' || where === 'cookie' ? where : 'header';
      const key = plainText(own(scheme, 'name'));
      const wire = `API key in ${place} '${place === 'header' ? key.toLowerCase() : key}'`;
      return [wire, { scheme: name, place, name: key, example: 'key' }];
    }
    case 'basic':
      return ['HTTP basic', authorization('Basic dXNlcjpwYXNz')];
    case 'http': {
      const kind = plainText(own(scheme, 'scheme')).toLowerCase();
      const spelled = kind.charAt(0).toUpperCase() + kind.slice(1);
      return [`HTTP ${kind}`, authorization(kind === 'basic' ? 'Basic dXNlcjpwYXNz' : `${spelled} token`)];
    }
    case 'oauth2':
    case 'openIdConnect':
      return ['HTTP bearer', authorization('Bearer token')];
    case 'mutualTLS':
      return ['client certificate', { scheme: name, place: 'connection', name: '', example: '' }];
    default:
      return [`scheme '${name}'`, authorization('token')];
  }
}

/** True when whoever holds the credentials of `held` is let in by `wanted`. */
export function satisfies(held: Alternative, wanted: Alternative): boolean {
  return missing(held, wanted).length === 0;
}

/** What `wanted` needs and `held` has not: `[wire]` for a whole scheme, `[wire, scope]` for one of its scopes. */
export function missing(held: Alternative, wanted: Alternative): string[][] {
  const found: string[][] = [];
  for (const [wire, scopes] of wanted) {
    const have = held.get(wire);
    const lacking = [...scopes].filter(scope => !have?.has(scope)).sort();
    if (!have && lacking.length === 0) found.push([wire]);
    found.push(...lacking.map(scope => [wire, scope]));
  }
  return found;
}

/** `HTTP bearer with read, write`, or `no credentials`. */
export function describe(alternative: Alternative): string {
  if (alternative.size === 0) return 'no credentials';
  return [...alternative]
    .map(([wire, scopes]) => (scopes.size === 0 ? wire : `${wire} with ${[...scopes].sort().join(', ')}`))
    .sort()
    .join(' and ');
}
