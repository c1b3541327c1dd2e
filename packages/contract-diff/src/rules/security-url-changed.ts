import { defineRule } from './define';
import { guardedBy, tokensOf } from './tokens';

function tokensAt(tokenUrl: string): object {
  return guardedBy({ clientCredentials: { tokenUrl, scopes: {} } });
}

export const securityUrlChanged = defineRule({
  id: 'security-url-changed',
  on: 'security',
  effect: 'alters',
  message: "{what} of '{scheme}' is {new} instead of {old}",
  docs: {
    summary: 'Tokens come from another address',
    why: 'What is sent to the API stays the same, so no documented request is refused. Clients have to ask another address for their token, which the contract cannot say is the same issuer.',
    instead: 'Keep the old address working, for example by redirecting it.',
  },
  examples: [
    {
      old: tokensAt('https://auth.example.com/token'),
      new: tokensAt('https://login.example.com/token'),
      expect: 'dangerous',
    },
  ],
  mirror: { none: 'a change of address is its own opposite' },
  detect({ before, after }, report) {
    for (const { old, now } of tokensOf(before, after)) {
      if (!now) continue;
      for (const [what, url] of old.urls) {
        const other = now.urls.get(what);
        if (other === url) continue;
        report({
          with: { what, scheme: old.scheme, old: url, new: other ?? 'not told' },
          values: [old.scheme, old.flow, what],
          location: 'security',
          at: [old.scheme],
          cause: `${old.scheme} ${old.flow} ${what} ${url} > ${other}`,
          places: { before: before.securityLoc, after: after.securityLoc },
        });
      }
    }
  },
});
