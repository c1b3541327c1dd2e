import { whereabouts } from '../model/servers';
import { addressesOf, underServer } from './addresses';
import { defineRule } from './define';

export const serverRemoved = defineRule({
  id: 'server-removed',
  on: 'server',
  effect: 'breaks',
  message: "server '{url}' was removed",
  docs: {
    summary: 'A base URL is gone',
    why: 'Calls to the old address fail. A variable with a list of values stands for one address per value; one value less is one address less.',
    instead: 'Serve both addresses for a while.',
  },
  examples: [
    { old: underServer({ url: '/v1' }), new: underServer({ url: '/v2' }), expect: 'breaking' },
    {
      title: 'a value of a server variable is gone',
      old: underServer({ url: '/{v}', variables: { v: { default: 'v1', enum: ['v1', 'v2'] } } }),
      new: underServer({ url: '/{v}', variables: { v: { default: 'v1', enum: ['v1'] } } }),
      expect: 'breaking',
    },
  ],
  mirror: { rule: 'server-added' },
  detect({ before, after }, report) {
    const now = addressesOf(after).map(({ full }) => full);
    const urls = after.servers.map(({ url }) => url);
    for (const { server, full, fullBase } of addressesOf(before)) {
      if (whereabouts(full, fullBase, now) !== 'gone') continue;
      report({
        with: { url: server.url || '/' },
        values: [server.url],
        location: 'server',
        cause: `${server.url} > ${urls.join(' ')}`,
        places: { before: before.serversLoc, after: after.serversLoc },
      });
    }
  },
});
