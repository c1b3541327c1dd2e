import { Node, own } from './reader';
import { DocumentSide } from './side';
import { Alternative } from './types';

/**
 * Requirements as alternatives, each a set of credentials named by what goes over the wire: renaming a scheme changes
 * nothing, moving an API key to another header does.
 */
export function readSecurity(side: DocumentSide, requirement: Node): Alternative[] {
  const listed = side.reader.items(requirement);
  if (listed.length === 0) return [new Map()];
  return listed.map(item => {
    const alternative = new Map<string, ReadonlySet<string>>();
    for (const [name, scopes] of side.reader.entries(item)) {
      const wire = wireName(side, name);
      const wanted = Array.isArray(scopes.value) ? scopes.value.map(String) : [];
      alternative.set(wire, new Set([...(alternative.get(wire) ?? []), ...wanted]));
    }
    return alternative;
  });
}

function wireName(side: DocumentSide, name: string): string {
  const at = side.dialect === '2.0' ? ['securityDefinitions', name] : ['components', 'securitySchemes', name];
  let node = side.reader.follow(side.reader.child(side.reader.root, ...at));
  // OpenAPI 3.2 lets a requirement name a scheme by its URI.
  if (node.value === undefined && /[#/.]/.test(name))
    node = side.reader.lookup(side.reader.root.loc, name) ?? node;
  const scheme = node.value;
  switch (own(scheme, 'type')) {
    case 'apiKey': {
      const place = String(own(scheme, 'in'));
      const key = String(own(scheme, 'name'));
      return `API key in ${place} '${place === 'header' ? key.toLowerCase() : key}'`;
    }
    case 'basic':
      return 'HTTP basic';
    case 'http':
      return `HTTP ${String(own(scheme, 'scheme')).toLowerCase()}`;
    case 'oauth2':
    case 'openIdConnect':
      return 'HTTP bearer';
    case 'mutualTLS':
      return 'client certificate';
    default:
      return `scheme '${name}'`;
  }
}

/** True when whoever holds the credentials of `held` is let in by `wanted`. */
export function satisfies(held: Alternative, wanted: Alternative): boolean {
  for (const [wire, scopes] of wanted) {
    const have = held.get(wire);
    if (!have || [...scopes].some(scope => !have.has(scope))) return false;
  }
  return true;
}

/** `HTTP bearer with scopes read, write`, or `no credentials`. */
export function describe(alternative: Alternative): string {
  if (alternative.size === 0) return 'no credentials';
  return [...alternative]
    .map(([wire, scopes]) => (scopes.size === 0 ? wire : `${wire} with ${[...scopes].sort().join(', ')}`))
    .sort()
    .join(' and ');
}
