import { defineRule } from './define';
import { sameServer } from '../model/servers';

export const serverAdded = defineRule({
  id: 'server-added',
  on: 'server',
  effect: 'adds',
  message: "server '{url}' was added",
  docs: {
    summary: 'A base URL is new',
    why: 'Nobody has to use it.',
    instead: 'Nothing to do.',
  },
  examples: [
    {
      old: { servers: [{ url: '/v1' }], paths: { '/a': { get: { responses: {} } } } },
      new: { servers: [{ url: '/v1' }, { url: '/v2' }], paths: { '/a': { get: { responses: {} } } } },
      expect: 'safe',
    },
  ],
  mirror: { rule: 'server-removed' },
  detect({ before, after }, report) {
    for (const { url } of after.servers) {
      if (
        !before.servers.some(other => sameServer(other.url, url)) &&
        before.servers.length < after.servers.length
      ) {
        report({
          with: { url: url || '/' },
          values: [url],
          location: 'server',
          cause: url,
          places: { before: before.serversLoc, after: after.serversLoc },
        });
      }
    }
  },
});
