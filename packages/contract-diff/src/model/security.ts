import { Node, own, plainText } from './reader';
import { DocumentSide } from './side';
import { Alternative, Credential } from './types';

/** What an operation asks for, and the schemes behind it. */
export interface Security {
  security: Alternative[];
  credentials: ReadonlyMap<string, Credential>;
}

/**
 * Requirements as alternatives, each a set of credentials named by what goes over the wire: renaming a scheme changes
 * nothing, moving an API key to another header does.
 */
export function readSecurity(side: DocumentSide, requirement: Node): Security {
  const listed = side.reader.items(requirement);
  const credentials = new Map<string, Credential>();
  if (listed.length === 0) return { security: [new Map()], credentials };
  const security = listed.map(item => {
    const alternative = new Map<string, ReadonlySet<string>>();
    for (const [name, scopes] of side.reader.entries(item)) {
      const [wire, credential] = readScheme(side, name);
      credentials.set(wire, credential);
      const wanted = Array.isArray(scopes.value) ? scopes.value.map(plainText) : [];
      alternative.set(wire, new Set([...(alternative.get(wire) ?? []), ...wanted]));
    }
    return alternative;
  });
  return { security, credentials };
}

function readScheme(side: DocumentSide, name: string): [wire: string, credential: Credential] {
  const at = side.dialect === '2.0' ? ['securityDefinitions', name] : ['components', 'securitySchemes', name];
  let node = side.reader.follow(side.reader.child(side.reader.root, ...at));
  // OpenAPI 3.2 lets a requirement name a scheme by its URI.
  if (node.value === undefined && /[#/.]/.test(name))
    node = side.reader.lookup(side.reader.root.loc, name) ?? node;
  return wireOf(node.value, name);
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
