import { defineRule } from './define';
import { guardedBy, lostScopes } from './tokens';

/** An operation that needs to write, and a flow that gives some scopes. */
function giving(...names: string[]): object {
  const scopes = Object.fromEntries(names.map(name => [name, '']));
  return guardedBy({ clientCredentials: { tokenUrl: 'https://auth.example.com/token', scopes } }, ['write']);
}

export const securityScopeRemoved = defineRule({
  id: 'security-scope-removed',
  on: 'security',
  effect: 'alters',
  message: "the flow {flow} of '{scheme}' no longer gives the scope '{scope}', which is still needed",
  docs: {
    summary: 'A scope that an operation needs is not offered any more',
    why: 'Calls with a token that has the scope are let in as before, so no documented request is refused. Clients that ask for a new token cannot ask for the scope any more.',
    instead: 'Keep offering the scope, or stop asking for it.',
  },
  examples: [{ old: giving('read', 'write'), new: giving('read'), expect: 'dangerous' }],
  mirror: { none: 'a scope that is offered takes nothing away' },
  detect({ before, after }, report) {
    for (const { source, scope } of lostScopes(before, after))
      report({
        with: { scheme: source.scheme, flow: source.flow, scope },
        values: [source.scheme, source.flow, scope],
        location: 'security',
        at: [source.scheme, scope],
        cause: `${source.scheme} ${source.flow} ${scope}`,
        places: { before: before.securityLoc, after: after.securityLoc },
      });
  },
});
