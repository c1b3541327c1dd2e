import type { SchemaNode } from '../model/schemas';
import { childNode, isObject, own } from '../model/place';
import type { Api } from '../model/api';
import { defineLintRule, exampleResponse } from '../rule';

export const requiredPropertyExists = defineLintRule({
  id: 'required-property-exists',
  ruleset: 'contract',
  severity: 'warn',
  summary: 'Every name in `required` is a property that is described.',
  why: 'A required name without a property is nearly always a typing error: the real property is optional by accident, and every client of a typed generator sees a field of type “anything”.',
  instead: 'Correct the name, or describe the property beside it.',
  examples: {
    bad: [
      {
        title: 'a typing error',
        document: exampleResponse({
          type: 'object',
          required: ['statsu'],
          properties: { status: { type: 'string' } },
        }),
      },
    ],
    good: [
      {
        title: 'described',
        document: exampleResponse({
          type: 'object',
          required: ['status'],
          properties: { status: { type: 'string' } },
        }),
      },
      {
        title: 'described in another branch of allOf',
        document: exampleResponse({
          allOf: [{ type: 'object', properties: { status: { type: 'string' } } }, { required: ['status'] }],
        }),
      },
    ],
  },
  check({ api }, report) {
    for (const schema of api.schemas) {
      const required = own(schema.value, 'required');
      if (!Array.isArray(required)) continue;
      // Only what is certainly an object with a list of properties; a map may hold any name.
      const top = outermost(schema);
      const names = propertyNames(api, top, new Set());
      if (names === undefined || (names.size === 0 && top === schema)) continue;
      required.forEach((name: unknown, index) => {
        if (typeof name !== 'string') return;
        if (names.has(name)) report.pass();
        else
          report.fail(
            childNode(schema, ['required', index]),
            `'${name}' is required, but no such property is described`,
          );
      });
    }
  },
});

/** A branch of a combination speaks of the same object as the schema that combines. */
function outermost(schema: SchemaNode): SchemaNode {
  let top = schema;
  while (top.role === 'branch' && top.parent !== undefined) top = top.parent;
  return top;
}

/** Names described anywhere in a schema and its branches; `undefined` when it is open to names nobody lists. */
function propertyNames(
  api: Api,
  schema: { value: unknown; place: SchemaNode['place']; subject: SchemaNode['subject'] },
  seen: Set<unknown>,
): Set<string> | undefined {
  const names = new Set<string>();
  const { value } = api.files.follow(schema);
  const target = api.files.follow(schema);
  for (const node of value === schema.value ? [schema] : [schema, target]) {
    if (!isObject(node.value) || seen.has(node.value)) continue;
    seen.add(node.value);
    const properties = own(node.value, 'properties');
    if (isObject(properties)) Object.keys(properties).forEach(name => names.add(name));
    if (isObject(own(node.value, 'patternProperties')) || isObject(own(node.value, 'additionalProperties')))
      return undefined;
    for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
      const branches = own(node.value, keyword);
      if (!Array.isArray(branches)) continue;
      for (let index = 0; index < branches.length; index++) {
        const found = propertyNames(api, childNode(node, [keyword, index]), seen);
        if (found === undefined) return undefined;
        found.forEach(name => names.add(name));
      }
    }
    for (const keyword of ['if', 'then', 'else', 'not']) {
      if (isObject(own(node.value, keyword))) return undefined;
    }
  }
  return names;
}
