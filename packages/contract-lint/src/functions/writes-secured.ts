import { isSecured, requirementsOf } from '../model/security';
import { judgeHabit } from '../habit';
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
    judgeHabit(report, {
      begun: 0,
      things: writes,
      keeps: operation => isSecured(requirementsOf(api, operation)),
      most: (lacking, all) => [
        { ...api.root, subject: { at: 'security' } },
        `${lacking} of ${all} writing operations are unsecured`,
      ],
      one: operation => [
        { ...operation, subject: { ...operation.subject, at: 'security' } },
        `${operation.key} changes something and is open to everybody`,
      ],
    });
  },
});
