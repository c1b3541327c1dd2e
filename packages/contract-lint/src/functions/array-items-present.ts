import { own } from '../model/place';
import { defineLintRule, exampleResponse } from '../rule';

export const arrayItemsPresent = defineLintRule({
  id: 'array-items-present',
  ruleset: 'contract',
  severity: 'error',
  summary: 'Every array says what its items are.',
  why: 'OpenAPI 2.0 and 3.0 require it, generators fall back to untyped lists, and a change of the items stays invisible.',
  instead: 'Add `items` with a schema (`prefixItems` for tuples in 3.1).',
  examples: {
    bad: [{ title: 'items missing', document: exampleResponse({ type: 'array' }) }],
    good: [{ title: 'items typed', document: exampleResponse({ type: 'array', items: { type: 'string' } }) }],
  },
  check({ api }, report) {
    for (const schema of api.schemas) {
      const type = own(schema.value, 'type');
      if (schema.isReference || !(type === 'array' || (Array.isArray(type) && type.includes('array'))))
        continue;
      const described =
        own(schema.value, 'items') !== undefined || own(schema.value, 'prefixItems') !== undefined;
      const inCombinator = schema.parent !== undefined && schema.role === 'branch';
      if (described || inCombinator) report.pass();
      else
        report.fail(
          schema,
          schema.name === undefined
            ? 'this array does not say what its items are'
            : `array '${schema.name}' does not say what its items are`,
        );
    }
  },
});
