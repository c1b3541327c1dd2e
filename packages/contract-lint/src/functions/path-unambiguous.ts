import { asObjectNode, childNode } from '../model/place';
import { defineLintRule, exampleDocument } from '../rule';

const get = (operationId: string, name: string) => ({
  parameters: [{ name, in: 'path', required: true, schema: { type: 'string' } }],
  get: { operationId, responses: { '204': { description: 'Empty.' } } },
});

export const pathUnambiguous = defineLintRule({
  id: 'path-unambiguous',
  ruleset: 'contract',
  severity: 'error',
  summary: 'No request matches two path templates equally well.',
  why: '/orders/{id} and /orders/{number} are one path to a router. Which operation answers depends on the server, so neither can be compared, nor can traffic be attributed to one of them.',
  instead: 'Keep one template, or tell them apart by a fixed segment: /orders/by-number/{number}.',
  examples: {
    bad: [
      {
        title: 'two names for one segment',
        document: exampleDocument({
          '/orders/{id}': get('getOrder', 'id'),
          '/orders/{number}': get('getByNumber', 'number'),
        }),
      },
    ],
    good: [
      {
        title: 'a fixed segment decides',
        document: exampleDocument({
          '/orders/{id}': get('getOrder', 'id'),
          '/orders/by-number/{number}': get('getByNumber', 'number'),
        }),
      },
    ],
  },
  check({ api }, report) {
    const first = new Map<string, string>();
    const paths = asObjectNode(childNode(api.root, ['paths']));
    for (const path of Object.keys(paths?.value ?? {})) {
      if (paths === undefined || !path.startsWith('/')) continue;
      const shape = path.replace(/\{[^{}]*\}/g, '{}').replace(/(.)\/$/, '$1');
      const before = first.get(shape);
      if (before === undefined) {
        first.set(shape, path);
        report.pass();
      } else {
        report.fail(childNode(paths, [path]), `'${path}' and '${before}' match the same requests`);
      }
    }
  },
});
