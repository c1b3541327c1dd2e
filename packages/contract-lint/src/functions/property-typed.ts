import { SchemaNode } from '../model/schemas';
import { own } from '../model/place';
import { defineLintRule, exampleResponse } from '../rule';

/** Keywords that say what a value may be without naming a type. */
const SAYS_ENOUGH = ['type', '$ref', 'allOf', 'anyOf', 'oneOf', 'enum', 'const', 'not', '$dynamicRef'];

export const propertyTyped = defineLintRule({
  id: 'property-typed',
  ruleset: 'contract',
  severity: 'warn',
  summary: 'Every property says what it holds.',
  why: 'A property without a type may hold anything, so turning a number into a text is not a change of the contract, only an outage of whoever adds it up.',
  instead:
    'Give it a type, an enum or a `$ref`. When it really may hold anything, say so with `x-any: true`.',
  examples: {
    bad: [
      {
        title: 'only a description',
        document: exampleResponse({
          type: 'object',
          properties: { total: { description: 'What it costs.' } },
        }),
      },
    ],
    good: [
      {
        title: 'typed',
        document: exampleResponse({
          type: 'object',
          properties: { total: { type: 'integer', description: 'Cents.' } },
        }),
      },
      {
        title: 'anything, on purpose',
        document: exampleResponse({ type: 'object', properties: { payload: { 'x-any': true } } }),
      },
    ],
  },
  check({ api }, report) {
    for (const schema of api.schemas) {
      if (schema.role !== 'property' || refines(schema)) continue;
      if (
        schema.value['x-any'] === true ||
        SAYS_ENOUGH.some(keyword => own(schema.value, keyword) !== undefined)
      )
        report.pass();
      else report.fail(schema, `property '${schema.name}' has no type`);
    }
  },
});

/** Inside `allOf`, `if`, `then` a property often only narrows one that is typed beside it. */
function refines(schema: SchemaNode): boolean {
  for (let parent = schema.parent; parent !== undefined; parent = parent.parent) {
    if (parent.role === 'branch' || parent.role === 'other') return true;
    if (parent.role === 'property' || parent.role === 'definition') return false;
  }
  return false;
}
