import type { Api, OperationNode } from '../model/api';
import { childNode } from '../model/place';
import { isSecured, requirementsOf } from '../model/security';
import { judgeHabit } from '../habit';
import { defineLintRule, exampleDocument } from '../rule';

const flows = {
  clientCredentials: { tokenUrl: 'https://id.example.com/token', scopes: { 'orders:read': 'Read orders.' } },
};
const get = (security: unknown, ...statuses: string[]) =>
  exampleDocument(
    {
      '/orders': {
        get: {
          operationId: 'listOrders',
          security,
          responses: Object.fromEntries(
            ['204', ...statuses].map(status => [status, { description: `Answer ${status}.` }]),
          ),
        },
      },
    },
    { components: { securitySchemes: { login: { type: 'oauth2', flows } } } },
  );

export const authErrorsDocumented = defineLintRule({
  id: 'auth-errors-documented',
  ruleset: 'security',
  severity: 'warn',
  summary: 'A secured operation documents 401, and 403 where it asks for a scope.',
  why: 'Every client meets an expired token one day. “Sign in again” and “you may not” need different reactions, and a client that cannot tell them apart retries both.',
  instead: 'Document 401 and 403, best as shared responses; `4XX` or `default` count, too.',
  examples: {
    bad: [
      { title: 'neither', document: get([{ login: [] }]) },
      { title: 'a scope and no 403', document: get([{ login: ['orders:read'] }], '401') },
    ],
    good: [
      { title: 'both', document: get([{ login: ['orders:read'] }], '401', '403') },
      { title: 'a range', document: get([{ login: ['orders:read'] }], '4XX') },
      { title: 'nothing to be refused', document: get([]) },
    ],
  },
  check({ api }, report) {
    judgeHabit(report, {
      begun: 0,
      things: api.served.filter(operation => isSecured(requirementsOf(api, operation))),
      keeps: operation => missing(api, operation).length === 0,
      most: (lacking, all) => [
        childNode(api.root, ['paths']),
        `${lacking} of ${all} secured operations do not document what a refused caller is told`,
      ],
      one: operation => [
        childNode(operation, ['responses']),
        `${operation.key} is secured and does not document ${missing(api, operation).join(' and ')}`,
      ],
    });
  },
});

function missing(api: Api, operation: OperationNode): string[] {
  const said = new Set(operation.responses.map(({ status }) => status.toUpperCase()));
  if (said.has('4XX') || said.has('DEFAULT')) return [];
  const requirements = requirementsOf(api, operation) ?? [];
  const scoped = requirements.some(({ schemes }) => schemes.some(({ scopes }) => scopes.length > 0));
  return ['401', ...(scoped ? ['403'] : [])].filter(status => !said.has(status));
}
