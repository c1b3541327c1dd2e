import { own } from '../model/place';
import { placeKey } from '../model/place';
import { defineLintRule, exampleDocument } from '../rule';

const get = (parameter: unknown) =>
  exampleDocument({
    '/orders': {
      get: {
        operationId: 'listOrders',
        parameters: [parameter],
        responses: { '204': { description: 'Empty.' } },
      },
    },
  });

export const parameterSchemaPresent = defineLintRule({
  id: 'parameter-schema-present',
  ruleset: 'contract',
  severity: 'error',
  summary: 'Every parameter has a schema.',
  why: 'A parameter without a schema accepts anything on paper; the day the server begins to check it, clients break and the contract did not change.',
  instead: 'Add `schema` (or `content` for a structured one; `type` in 2.0).',
  examples: {
    bad: [{ title: 'no schema', document: get({ name: 'status', in: 'query' }) }],
    good: [{ title: 'typed', document: get({ name: 'status', in: 'query', schema: { type: 'string' } }) }],
  },
  check({ api }, report) {
    const seen = new Set<string>();
    for (const operation of api.operations) {
      for (const parameter of operation.parameters) {
        const key = placeKey(parameter.place);
        if (seen.has(key)) continue;
        seen.add(key);
        const stated = parameter.schema !== undefined || typeof own(parameter.value, 'schema') === 'boolean';
        if (stated) report.pass();
        else report.fail(parameter, `${parameter.in} parameter '${parameter.name}' has no schema`);
      }
    }
  },
});
