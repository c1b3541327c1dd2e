import { childNode } from '../model/place';
import { judgeHabit } from '../habit';
import { defineLintRule, exampleDocument } from '../rule';

/** What the function-calling interfaces of the large models accept as a name. */
const TOOL_NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,63}$/;
const get = (operationId: string) =>
  exampleDocument({ '/orders': { get: { operationId, responses: { '204': { description: 'Empty.' } } } } });

export const operationIdToolName = defineLintRule({
  id: 'operation-id-tool-name',
  ruleset: 'ai-ready',
  severity: 'warn',
  summary: 'An operationId can be the name of a tool.',
  why: 'Whoever offers an API to a language model makes each operation a tool and the operationId its name. Names with dots, slashes, spaces or over 64 characters are refused or rewritten, and then logs and contract speak of different things.',
  instead: 'Use letters, digits, `_` and `-`, begin with a letter or `_`, and stay below 65 characters.',
  examples: {
    bad: [
      { title: 'a slash', document: get('orders/list') },
      { title: 'too long', document: get(`listOrders${'OfCustomer'.repeat(6)}`) },
    ],
    good: [{ title: 'a plain name', document: get('list_orders') }],
  },
  check({ api }, report) {
    judgeHabit(report, {
      things: api.served.filter(({ value }) => typeof value.operationId === 'string'),
      keeps: ({ value }) => TOOL_NAME.test(String(value.operationId)),
      most: (lacking, all) => [
        childNode(api.root, ['paths']),
        `${lacking} of ${all} operationIds cannot be the name of a tool`,
      ],
      one: operation => [
        childNode(operation, ['operationId']),
        `operationId '${shortened(String(operation.value.operationId))}' cannot be the name of a tool`,
      ],
    });
  },
});

function shortened(id: string): string {
  return id.length > 80 ? `${id.slice(0, 77)}…` : id;
}
