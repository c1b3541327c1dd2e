import { defineRule } from './define';
import { sameServer } from '../model/servers';

export const serverRemoved = defineRule({
  id: 'server-removed',
  on: 'server',
  effect: 'breaks',
  message: "server '{url}' was removed",
  docs: {
    summary: 'A base URL is gone',
    why: 'Calls to the old address fail.',
    instead: 'Serve both addresses for a while.',
  },
  examples: [
    {
      old: { servers: [{ url: '/v1' }], paths: { '/a': { get: { responses: {} } } } },
      new: { servers: [{ url: '/v2' }], paths: { '/a': { get: { responses: {} } } } },
      expect: 'breaking',
    },
  ],
  mirror: { rule: 'server-added' },
  detect({ before, after }, report) {
    const full = (server: string, template: string): string => server + template.replace(/\{[^}]*\}/g, '{}');
    const now = after.servers.map(server => full(server, after.template));
    for (const url of before.servers) {
      if (now.some(other => sameServer(full(url, before.template), other))) continue;
      report({
        with: { url: url || '/' },
        values: [url],
        location: 'server',
        cause: `${url} > ${after.servers.join(' ')}`,
        places: { before: before.serversLoc, after: after.serversLoc },
      });
    }
  },
});
