import { requirementsOf } from '../model/security';
import { isObject, own, placeKey } from '../model/place';
import { defineLintRule, exampleDocument } from '../rule';

const flows = {
  clientCredentials: { tokenUrl: 'https://id.example.com/token', scopes: { 'orders:read': 'Read orders.' } },
};
const components = { securitySchemes: { login: { type: 'oauth2', flows } } };
const get = (security: unknown) =>
  exampleDocument(
    {
      '/orders': {
        get: { operationId: 'listOrders', security, responses: { '204': { description: 'Empty.' } } },
      },
    },
    { components },
  );

export const securitySchemeKnown = defineLintRule({
  id: 'security-scheme-known',
  ruleset: 'security',
  severity: 'error',
  summary: 'Every required scheme is defined, and every required scope is one of its scopes.',
  why: 'A requirement that names nothing protects nothing: gateways that are configured from the contract skip it or refuse everybody.',
  instead: 'Correct the name, or define the scheme or the scope.',
  examples: {
    bad: [
      { title: 'no such scheme', document: get([{ logn: [] }]) },
      { title: 'no such scope', document: get([{ login: ['orders:write'] }]) },
    ],
    good: [{ title: 'both defined', document: get([{ login: ['orders:read'] }]) }],
  },
  check({ api }, report) {
    const seen = new Set<string>();
    for (const operation of api.operations) {
      for (const { schemes } of requirementsOf(api, operation) ?? []) {
        for (const { name, scopes, node } of schemes) {
          if (seen.has(placeKey(node.place))) continue;
          seen.add(placeKey(node.place));
          const scheme = api.securitySchemes.get(name);
          const known = scheme && scopesOf(scheme.value);
          const unknown = known ? scopes.filter(scope => !known.has(scope)) : [];
          if (!scheme) report.fail(node, `the security scheme '${name}' is not defined`);
          else if (unknown.length > 0)
            report.fail(
              node,
              `the scheme '${name}' has no scope ${unknown.map(scope => `'${scope}'`).join(', ')}`,
            );
          else report.pass();
        }
      }
    }
  },
});

/** Scopes of an OAuth 2 scheme; `undefined` for schemes whose scopes are not listed in the contract. */
function scopesOf(scheme: Record<string, unknown>): Set<string> | undefined {
  if (scheme.type !== 'oauth2') return undefined;
  const lists = isObject(scheme.flows) ? Object.values(scheme.flows) : [scheme];
  return new Set(lists.flatMap(flow => Object.keys(own(flow, 'scopes') ?? {})));
}
