import { childNode, own } from '../model/place';
import { defineLintRule, exampleDocument } from '../rule';

const scheme = (value: unknown) => exampleDocument({}, { components: { securitySchemes: { login: value } } });
const flow = { tokenUrl: 'https://id.example.com/token', scopes: {} };

export const noBasicAuth = defineLintRule({
  id: 'no-basic-auth',
  ruleset: 'security',
  severity: 'warn',
  summary: 'No scheme hands the user’s password to the client.',
  why: 'Basic authentication and the password and implicit flows make every client hold a password or a token in its address bar; none of them can be revoked for one client alone.',
  instead: 'Use OAuth 2 with authorizationCode or clientCredentials, or OpenID Connect.',
  examples: {
    bad: [
      { title: 'basic', document: scheme({ type: 'http', scheme: 'basic' }) },
      { title: 'password flow', document: scheme({ type: 'oauth2', flows: { password: flow } }) },
    ],
    good: [
      {
        title: 'client credentials',
        document: scheme({ type: 'oauth2', flows: { clientCredentials: flow } }),
      },
    ],
  },
  check({ api }, report) {
    for (const [name, node] of api.securitySchemes) {
      const { type, scheme: httpScheme, flow: oldFlow } = node.value;
      const security = { ...node, subject: { at: 'security' } };
      const flows = ['password', 'implicit'].filter(
        one => own(own(node.value, 'flows'), one) !== undefined || oldFlow === one,
      );
      if (type === 'basic' || (type === 'http' && String(httpScheme).toLowerCase() === 'basic'))
        report.fail(security, `the scheme '${name}' is basic authentication`);
      else if (flows.length > 0)
        report.fail(
          childNode(security, oldFlow === undefined ? ['flows', flows[0]] : ['flow']),
          `the scheme '${name}' uses the ${flows.join(' and ')} flow`,
        );
      else report.pass();
    }
  },
});
