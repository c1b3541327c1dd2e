import { deprecatedParts } from '../model/deprecated';
import type { SchemaNode } from '../model/schemas';
import { own } from '../model/place';
import { defineLintRule, exampleRequest } from '../rule';

const body = (required: string[]) =>
  exampleRequest({
    type: 'object',
    required,
    properties: { id: { type: 'string' }, fax: { type: 'string', deprecated: true } },
  });

export const deprecatedNotRequired = defineLintRule({
  id: 'deprecated-not-required',
  ruleset: 'deprecation',
  severity: 'warn',
  summary: 'What a client must send is not deprecated.',
  why: 'Nobody can stop sending a property that is required: the contract asks for two opposite things at once.',
  instead: 'Make it optional first, then deprecate it.',
  examples: {
    bad: [{ title: 'deprecated and required', document: body(['id', 'fax']) }],
    good: [{ title: 'deprecated and optional', document: body(['id']) }],
  },
  check({ api }, report) {
    const schemas = new Map(api.schemas.map(schema => [schema.value, schema]));
    for (const { node, kind, label } of deprecatedParts(api)) {
      if (kind === 'operation') continue;
      const required =
        kind === 'parameter'
          ? own(node.value, 'required') === true
          : requiredInRequest(schemas.get(node.value));
      if (required) report.fail(node, `${label} is deprecated and required`);
      else report.pass();
    }
  },
});

function requiredInRequest(schema: SchemaNode | undefined): boolean {
  if (!schema?.parent || !schema.directions.has('request')) return false;
  const required = own(schema.parent.value, 'required');
  return Array.isArray(required) && required.includes(schema.name);
}
