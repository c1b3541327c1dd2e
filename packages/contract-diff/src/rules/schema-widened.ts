import { defineRule } from './define';

/** A response whose body is of the schema. */
const answering = (schema: object): object => ({
  paths: { '/a': { get: { responses: { 200: { content: { 'application/json': { schema } } } } } } },
});
const texts = { type: 'object', additionalProperties: { type: 'string' } };

export const schemaWidened = defineRule({
  id: 'schema-widened',
  on: 'schema',
  effect: 'widens',
  message: 'values that were not allowed may come now',
  docs: {
    summary: 'More values are allowed, in a way that no other rule describes',
    why: 'Whether everything that may come was allowed before gets decided for the schema as a whole. Where that says no and no single keyword explains it, the message that shows it is all there is to report.',
    instead: 'Look at the message: readers of the old contract need not understand it.',
  },
  examples: [
    {
      title: 'names of a pattern had a type of their own',
      old: answering({ ...texts, patternProperties: { '^x-': { type: 'integer' } } }),
      new: answering(texts),
      expect: 'breaking',
    },
  ],
  mirror: { rule: 'schema-narrowed' },
  detect(_pair, _report) {
    // Containment itself reports under this id.
  },
});
