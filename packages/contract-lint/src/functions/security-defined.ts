import { defineLintRule, exampleDocument } from '../rule';

const paths = {
  '/orders': { get: { operationId: 'listOrders', responses: { '204': { description: 'Empty.' } } } },
};
const components = { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } };

export const securityDefined = defineLintRule({
  id: 'security-defined',
  ruleset: 'security',
  severity: 'error',
  summary: 'The contract says how callers identify themselves.',
  why: 'Without a scheme nobody can tell an open API from one whose protection was forgotten in the contract, and a change of it cannot be seen.',
  instead:
    'Describe the scheme under `components.securitySchemes` and require it with `security`. For an API that is open on purpose write `security: []`.',
  examples: {
    bad: [{ title: 'no scheme', document: exampleDocument(paths) }],
    good: [
      { title: 'a scheme', document: exampleDocument(paths, { components, security: [{ token: [] }] }) },
      { title: 'open on purpose', document: exampleDocument(paths, { security: [] }) },
    ],
  },
  check({ api }, report) {
    if (api.served.length === 0) return;
    const { security } = api.root.value;
    const openOnPurpose = Array.isArray(security) && security.length === 0;
    if (api.securitySchemes.size > 0 || openOnPurpose) report.pass();
    else report.fail({ ...api.root, subject: { at: 'security' } }, 'no security scheme is defined');
  },
});
