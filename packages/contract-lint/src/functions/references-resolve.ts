import { Node, childNode, childPlace, own } from '../model/place';
import { defineLintRule, exampleResponse } from '../rule';

/** Below these keys stand values of the API's data, not of the contract: a `$ref` there is a text. */
const DATA = new Set(['example', 'default', 'enum', 'const', 'value']);

/** Keys whose members are named by the author, so that `default` or `$ref` below them is only a name. */
const NAMES = new Set([
  'properties',
  'patternProperties',
  'dependentSchemas',
  '$defs',
  'definitions',
  'schemas',
  'responses',
  'parameters',
  'examples',
  'requestBodies',
  'headers',
  'securitySchemes',
  'links',
  'callbacks',
  'pathItems',
  'paths',
  'webhooks',
  'content',
  'encoding',
  'variables',
  'mapping',
  'scopes',
]);

interface Visit extends Node<unknown> {
  names: boolean;
}

export const referencesResolve = defineLintRule({
  id: 'references-resolve',
  ruleset: 'contract',
  severity: 'error',
  summary: 'Every $ref points at something that exists.',
  why: 'A reference to nowhere is a hole in the contract: generators stop, and a comparison takes the hole for “anything goes”.',
  instead:
    'Correct the pointer, or add the component it names. Reference other files relative to the file you write in.',
  examples: {
    bad: [
      {
        title: 'no such component',
        document: exampleResponse(
          { $ref: '#/components/schemas/Ordre' },
          { components: { schemas: { Order: { type: 'object' } } } },
        ),
      },
    ],
    good: [
      {
        title: 'it exists',
        document: exampleResponse(
          { $ref: '#/components/schemas/Order' },
          { components: { schemas: { Order: { type: 'object' } } } },
        ),
      },
      {
        title: 'in another file',
        document: exampleResponse({ $ref: './schemas/order.yaml' }),
        files: { 'schemas/order.yaml': { type: 'object' } },
      },
    ],
  },
  check({ api }, report) {
    for (const file of api.files.uris) {
      const stack: Visit[] = [
        { value: api.files.get(file), place: { file, tokens: [], route: [] }, subject: {}, names: false },
      ];
      for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
        const { value, names } = node;
        if (typeof value !== 'object' || value === null) continue;
        const ref = names ? undefined : own(value, '$ref');
        if (typeof ref === 'string') {
          if (api.files.target(ref, node) === undefined)
            report.fail(childNode(node, ['$ref']), `'${ref}' points nowhere`);
          else report.pass();
        }
        for (const key of Object.keys(value).reverse()) {
          if (!names && (DATA.has(key) || key.startsWith('x-'))) continue;
          const member = own(value, key);
          // `examples` of a 3.1 schema is a list of data, of a 2.0 response a map of data.
          if (!names && key === 'examples' && (Array.isArray(member) || api.version === '2.0')) continue;
          const inside = !names && NAMES.has(key) && !Array.isArray(member);
          stack.push({ value: member, place: childPlace(node.place, key), subject: {}, names: inside });
        }
      }
    }
  },
});
