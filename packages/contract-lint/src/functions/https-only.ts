import { childNode, isObject, own } from '../model/place';
import { defineLintRule, exampleDocument } from '../rule';

const LOCAL =
  /^http:\/\/(localhost|127\.0\.0\.1|\[::1\]|[^/]*\.(local|localhost|test|internal))(:\d+)?(\/|$)/i;
const at = (url: string) => exampleDocument({}, { servers: [{ url }] });

export const httpsOnly = defineLintRule({
  id: 'https-only',
  ruleset: 'security',
  severity: 'error',
  summary: 'Every server is reached over https.',
  why: 'A client that is generated from the contract sends its credentials to the address that stands here, readable for everybody in between.',
  instead: 'Write the https address; a server on the developer’s own machine may stay http.',
  examples: {
    bad: [{ title: 'http', document: at('http://api.example.com') }],
    good: [
      { title: 'https', document: at('https://api.example.com') },
      { title: 'own machine', document: at('http://localhost:8080') },
    ],
  },
  check({ api }, report) {
    if (api.version === '2.0') {
      const schemes = own(api.root.value, 'schemes');
      if (!Array.isArray(schemes)) return;
      schemes.forEach((scheme: unknown, index) => {
        const node = childNode(api.root, ['schemes', index], { at: 'server' });
        if (scheme === 'http' || scheme === 'ws')
          report.fail(node, `the scheme '${scheme}' is not encrypted`);
        else report.pass();
      });
      return;
    }
    for (const owner of [api.root, ...api.served.flatMap(operation => [operation.pathItem, operation])]) {
      const servers = own(owner.value, 'servers');
      if (!Array.isArray(servers)) continue;
      for (let index = 0; index < servers.length; index++) {
        const server: unknown = servers[index];
        const url = isObject(server) ? server.url : undefined;
        if (typeof url !== 'string') continue;
        const node = childNode(owner, ['servers', index, 'url'], { ...owner.subject, at: 'server' });
        if (/^(http|ws):/i.test(url) && !LOCAL.test(url))
          report.fail(node, `the server '${url}' is not encrypted`);
        else report.pass();
      }
    }
  },
});
