import { Node, childNode, own } from '../model/place';
import { defineLintRule, exampleDocument } from '../rule';

/** Only at the start, where a description speaks of the thing itself; later it may speak of another one. */
const SAYS_DEPRECATED =
  /^\W*(deprecated\b|this (operation|endpoint|field|property|parameter|method) (is|has been) deprecated\b)/i;

const get = (more: Record<string, unknown>) =>
  exampleDocument({
    '/orders': {
      get: { operationId: 'listOrders', ...more, responses: { '204': { description: 'Empty.' } } },
    },
  });

export const deprecationFlagMissing = defineLintRule({
  id: 'deprecation-flag-missing',
  ruleset: 'deprecation',
  severity: 'info',
  summary: 'What a description calls deprecated is marked as deprecated.',
  why: 'Tools, generated clients and the portal read the mark, not the prose. A deprecation that only stands in a sentence reaches nobody.',
  instead: 'Add `deprecated: true`, and a date with `x-sunset`.',
  examples: {
    bad: [
      { title: 'only in the prose', document: get({ description: '**Deprecated**: use GET /v2/orders.' }) },
    ],
    good: [
      {
        title: 'marked',
        document: get({ description: 'Deprecated: use GET /v2/orders.', deprecated: true }),
      },
    ],
  },
  check({ api }, report) {
    const look = (node: Node, label: string) => {
      const said = ['description', 'summary'].find(key =>
        SAYS_DEPRECATED.test(String(own(node.value, key) ?? '')),
      );
      // 2.0 has the mark on operations only.
      if (said === undefined || own(node.value, 'deprecated') === true) report.pass();
      else report.fail(childNode(node, [said]), `${label} is deprecated by its ${said} only`);
    };
    for (const operation of api.operations) {
      look(operation, `operation '${operation.key}'`);
      if (api.version !== '2.0')
        for (const parameter of operation.parameters)
          look(parameter, `${parameter.in} parameter '${parameter.name}'`);
    }
    if (api.version === '2.0') return;
    for (const schema of api.schemas)
      if (schema.role === 'property' && !schema.isReference) look(schema, `property '${schema.name ?? ''}'`);
  },
});
