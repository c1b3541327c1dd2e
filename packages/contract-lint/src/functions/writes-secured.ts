import { isSecured, requirementsOf } from '../model/security';
import { defineLintRule, exampleDocument } from '../rule';

const answer = { responses: { '204': { description: 'Stored.' } } };
const components = { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } };
const WRITES = new Set(['post', 'put', 'patch', 'delete']);

export const writesSecured = defineLintRule({
  id: 'writes-secured',
  ruleset: 'security',
  severity: 'error',
  summary: 'No operation that changes something is open to everybody.',
  why: 'One forgotten `security` is enough for anybody to change data; the contract is where it can be seen before an attacker sees it.',
  instead:
    'Require a scheme for the whole document and open single operations with `security: []` and `x-public: true`.',
  examples: {
    bad: [
      {
        title: 'nothing required',
        document: exampleDocument(
          { '/orders': { post: { operationId: 'createOrder', ...answer } } },
          { components },
        ),
      },
    ],
    good: [
      {
        title: 'required for all',
        document: exampleDocument(
          { '/orders': { post: { operationId: 'createOrder', ...answer } } },
          { components, security: [{ token: [] }] },
        ),
      },
      {
        title: 'open on purpose',
        document: exampleDocument(
          { '/login': { post: { operationId: 'login', security: [], 'x-public': true, ...answer } } },
          { components },
        ),
      },
    ],
  },
  check({ api }, report) {
    const writes = api.served.filter(
      operation => WRITES.has(operation.method) && operation.value['x-public'] !== true,
    );
    const open = writes.filter(operation => !isSecured(requirementsOf(api, operation)));
    report.pass(writes.length - open.length);
    // Nothing at all is secured: one finding says it better than a thousand.
    if (open.length > 1 && open.length === writes.length) {
      report.summarise(
        { ...api.root, subject: { at: 'security' } },
        `${open.length} of ${writes.length} writing operations are unsecured`,
        open.length,
        open.length,
      );
      return;
    }
    for (const operation of open)
      report.fail(
        { ...operation, subject: { ...operation.subject, at: 'security' } },
        `${operation.key} changes something and is open to everybody`,
      );
  },
});
