import { childNode, isObject, own } from '../model/place';
import type { Api, OperationNode } from '../model/api';
import { judgeHabit } from '../habit';
import { defineLintRule, exampleDocument } from '../rule';

const PARAMETER =
  /^(page|page[-_.]?(number|size|token)|per[-_]?page|limit|offset|cursor|after|before|skip|top|start|count|size|continue|next[-_]?token|starting[-_]after|ending[-_]before)$/i;
/** An object around a list calls it by one of these names; others hold lists that belong to one thing. */
const LIST_NAMES = /^(items|data|results|values|entries|records|content|elements|rows|list)$/i;

const list = (more: Record<string, unknown>) =>
  exampleDocument({
    '/orders': {
      get: {
        operationId: 'listOrders',
        ...more,
        responses: {
          '200': {
            description: 'Orders.',
            content: { 'application/json': { schema: { type: 'array', items: { type: 'string' } } } },
          },
        },
      },
    },
  });

export const paginationStated = defineLintRule({
  id: 'pagination-stated',
  ruleset: 'ai-ready',
  severity: 'info',
  summary: 'An operation that lists things says how to get the rest, or that there is none.',
  why: 'A list that is cut without a word is taken for the whole, and a list that grows without bound one day fills every context and every timeout.',
  instead: 'Add paging parameters (limit and cursor, page and size), or write `x-pagination: none`.',
  examples: {
    bad: [{ title: 'a bare list', document: list({}) }],
    good: [
      {
        title: 'a cursor',
        document: list({ parameters: [{ name: 'cursor', in: 'query', schema: { type: 'string' } }] }),
      },
      { title: 'never long', document: list({ 'x-pagination': 'none' }) },
    ],
  },
  check({ api }, report) {
    judgeHabit(report, {
      things: api.served.filter(operation => operation.method === 'get' && lists(api, operation)),
      keeps: ({ value, parameters, responses }) =>
        own(value, 'x-pagination') !== undefined ||
        parameters.some(parameter => parameter.in === 'query' && PARAMETER.test(parameter.name)) ||
        responses.some(({ headers }) => [...headers.keys()].some(name => /^link$/i.test(name))),
      most: (lacking, all) => [
        childNode(api.root, ['paths']),
        `${lacking} of ${all} operations that list things do not say how to get the rest`,
      ],
      one: operation => [operation, `${operation.key} lists things and does not say how to get the rest`],
    });
  },
});

function lists(api: Api, operation: OperationNode): boolean {
  return operation.responses.some(
    ({ status, media }) =>
      /^2/.test(status) &&
      media.some(({ schema }) => {
        const value = schema && api.files.follow(schema).value;
        if (own(value, 'type') === 'array') return true;
        const properties = own(value, 'properties');
        return (
          isObject(properties) &&
          Object.keys(properties).some(
            name => LIST_NAMES.test(name) && own(own(properties, name), 'type') === 'array',
          )
        );
      }),
  );
}
