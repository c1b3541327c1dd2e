import { own } from '../model/place';
import type { Api } from '../model/api';
import { requirementsOf } from '../model/security';
import { judgeHabit } from '../habit';
import { defineLintRule, exampleDocument } from '../rule';

const flows = {
  clientCredentials: { tokenUrl: 'https://id.example.com/token', scopes: { 'orders:read': 'Read orders.' } },
};
const get = (scopes: string[]) =>
  exampleDocument(
    {
      '/orders': {
        get: {
          operationId: 'listOrders',
          security: [{ login: scopes }],
          responses: { '204': { description: 'Empty.' } },
        },
      },
    },
    { components: { securitySchemes: { login: { type: 'oauth2', flows } } } },
  );

export const operationScopesStated = defineLintRule({
  id: 'operation-scopes-stated',
  ruleset: 'ai-ready',
  severity: 'info',
  summary: 'An operation behind OAuth says which scopes it needs.',
  why: 'Whoever gives an agent a token wants to give it no more than its task needs. Without scopes per operation the only safe answer is everything.',
  instead: 'Name the scopes in `security`, per operation.',
  examples: {
    bad: [{ title: 'any token', document: get([]) }],
    good: [{ title: 'a scope', document: get(['orders:read']) }],
  },
  check({ api }, report) {
    const guarded = api.served.flatMap(operation => {
      const schemes = (requirementsOf(api, operation) ?? [])
        .flatMap(requirement => requirement.schemes)
        .filter(({ name }) => hasScopes(api, name));
      return schemes.length > 0 ? [{ operation, schemes }] : [];
    });
    judgeHabit(report, {
      things: guarded,
      keeps: ({ schemes }) => schemes.every(({ scopes }) => scopes.length > 0),
      most: (lacking, all) => [
        { ...api.root, subject: { at: 'security' } },
        `${lacking} of ${all} operations behind OAuth name no scope`,
      ],
      one: ({ operation, schemes }) => [
        { ...operation, subject: { ...operation.subject, at: 'security' } },
        `${operation.key} accepts any token of '${schemes.find(({ scopes }) => scopes.length === 0)?.name ?? ''}'`,
      ],
    });
  },
});

function hasScopes(api: Api, name: string): boolean {
  const type = own(api.securitySchemes.get(name)?.value, 'type');
  return type === 'oauth2' || type === 'openIdConnect';
}
