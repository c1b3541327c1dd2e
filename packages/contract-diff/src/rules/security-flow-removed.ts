import { defineRule } from './define';
import { guardedBy, tokensOf } from './tokens';

export const securityFlowRemoved = defineRule({
  id: 'security-flow-removed',
  on: 'security',
  effect: 'alters',
  message: "tokens of '{scheme}' are no longer given by the flow {flow}",
  docs: {
    summary: 'One way to get a token is gone',
    why: 'What is sent to the API stays the same, so no documented request is refused. Clients that got their token that way get none any more, and have to get it in another way.',
    instead: 'Keep the flow until everybody has moved.',
  },
  examples: [
    {
      old: guardedBy({
        clientCredentials: { tokenUrl: 'https://auth.example.com/token', scopes: {} },
        password: { tokenUrl: 'https://auth.example.com/token', scopes: {} },
      }),
      new: guardedBy({ clientCredentials: { tokenUrl: 'https://auth.example.com/token', scopes: {} } }),
      expect: 'dangerous',
    },
  ],
  mirror: { none: 'one more way to get a token takes none away' },
  detect({ before, after }, report) {
    for (const { old, now } of tokensOf(before, after)) {
      if (now) continue;
      report({
        with: { scheme: old.scheme, flow: old.flow },
        values: [old.scheme, old.flow],
        location: 'security',
        at: [old.scheme],
        cause: `${old.scheme} ${old.flow}`,
        places: { before: before.securityLoc, after: after.securityLoc },
      });
    }
  },
});
