import { childNode } from '../model/place';
import { defineLintRule, exampleDocument } from '../rule';

const operation = (operationId: string) => ({
  operationId,
  responses: { '204': { description: 'Empty.' } },
});
const two = exampleDocument({ '/orders': { get: operation('listOrders'), post: operation('createOrder') } });

export const toolBudget = defineLintRule({
  id: 'tool-budget',
  ruleset: 'ai-ready',
  severity: 'info',
  options: {
    maximum: {
      type: 'number',
      default: 128,
      description: 'Operations that may be offered at once; the function-calling interfaces stop at 128.',
    },
  },
  summary: 'A document has no more operations than can be offered as tools at once.',
  why: 'Models take a limited number of tools, and choose worse the more there are. A document that is over the limit is cut by somebody who does not know which half matters.',
  instead: 'Split the document by task, or publish a smaller one for agents.',
  examples: {
    bad: [{ title: 'over this house’s limit', document: two, options: { maximum: 1 } }],
    good: [{ title: 'a handful', document: two }],
  },
  check({ api, options }, report) {
    const offered = api.served.filter(({ value }) => value.deprecated !== true).length;
    if (offered === 0) return;
    const maximum = Number(options.maximum);
    if (offered <= maximum) report.pass();
    else
      report.fail(
        childNode(api.root, ['paths'], { at: 'document/paths' }),
        `${offered} operations are more than the ${maximum} that can be offered as tools at once`,
      );
  },
});
