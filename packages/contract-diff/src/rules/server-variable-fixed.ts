import { whereabouts } from '../model/servers';
import { addressesOf, underServer } from './addresses';
import { defineRule } from './define';

export const serverVariableFixed = defineRule({
  id: 'server-variable-fixed',
  on: 'server',
  effect: 'alters',
  message: "server '{url}' is served as '{base}' alone",
  docs: {
    summary: 'A variable of a server address has gone; what was its default is written there now',
    why: 'Callers who took the default notice nothing. A contract does not say which other values callers put into a variable without a list of values, and those addresses are gone.',
    instead: 'Keep the variable, or list the values that are served.',
  },
  examples: [
    {
      old: underServer({ url: 'https://api.example.com/{v}', variables: { v: { default: 'v1' } } }),
      new: underServer({ url: 'https://api.example.com/v1' }),
      expect: 'dangerous',
    },
  ],
  mirror: { none: 'a variable that is new covers the address that was written there' },
  detect({ before, after }, report) {
    const now = addressesOf(after);
    for (const old of addressesOf(before)) {
      const others = now.map(({ full }) => full);
      if (whereabouts(old.full, old.fullBase, others) !== 'fixed') continue;
      const { url, base } = old.server;
      report({
        with: { url, base },
        values: [url, base],
        location: 'server',
        cause: `${url} > ${base}`,
        places: { before: before.serversLoc, after: after.serversLoc },
      });
    }
  },
});
