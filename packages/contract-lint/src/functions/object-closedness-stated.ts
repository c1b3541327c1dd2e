import { isObject, own } from '../model/place';
import { defineLintRule, exampleRequest } from '../rule';

export const objectClosednessStated = defineLintRule({
  id: 'object-closedness-stated',
  ruleset: 'contract',
  severity: 'info',
  recommended: false,
  summary: 'Every object of a request says whether unknown properties are accepted.',
  why: 'When the contract is silent, one server ignores an unknown property and the next rejects it. Closing an object later is a breaking change that reads like a clarification.',
  instead: 'Write `additionalProperties: true` or `false` (`unevaluatedProperties` beside allOf in 3.1).',
  examples: {
    bad: [
      {
        title: 'silent',
        document: exampleRequest({ type: 'object', properties: { note: { type: 'string' } } }),
      },
    ],
    good: [
      {
        title: 'closed',
        document: exampleRequest({
          type: 'object',
          properties: { note: { type: 'string' } },
          additionalProperties: false,
        }),
      },
    ],
  },
  check({ api }, report) {
    for (const schema of api.schemas) {
      if (
        !schema.directions.has('request') ||
        !isObject(own(schema.value, 'properties')) ||
        schema.role === 'branch'
      )
        continue;
      const stated = own(schema.value, 'additionalProperties') ?? own(schema.value, 'unevaluatedProperties');
      if (stated !== undefined) report.pass();
      else report.fail(schema, 'this object does not say whether unknown properties are accepted');
    }
  },
});
