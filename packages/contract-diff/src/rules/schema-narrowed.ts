import { defineRule } from './define';

/** A request whose body is of the schema. */
const sending = (schema: object): object => ({
  paths: { '/a': { post: { requestBody: { content: { 'application/json': { schema } } }, responses: {} } } },
});

export const schemaNarrowed = defineRule({
  id: 'schema-narrowed',
  on: 'schema',
  effect: 'narrows',
  message: 'values that were allowed are refused now',
  docs: {
    summary: 'Fewer values are allowed, in a way that no other rule describes',
    why: 'Whether everything that was allowed still is gets decided for the schema as a whole. Where that says no and no single keyword explains it, the message that shows it is all there is to report.',
    instead: 'Look at the message: it was accepted and is not any more.',
  },
  examples: [
    {
      title: 'names that were of any value and are of one type now',
      old: sending({ type: 'object', additionalProperties: true }),
      new: sending({
        type: 'object',
        additionalProperties: true,
        patternProperties: { '^x-': { type: 'string' } },
      }),
      expect: 'breaking',
    },
  ],
  mirror: { rule: 'schema-widened' },
  detect(_pair, _report) {
    // Containment itself reports under this id.
  },
});
