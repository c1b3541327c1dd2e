import type { Api } from './api';
import { Node, own, placeKey } from './place';

/** Something that the contract calls deprecated. */
export interface Deprecated {
  node: Node;
  /** `operation 'GET /orders'`, `property 'email'`, `query parameter 'page'`: how a message calls it. */
  label: string;
  kind: 'operation' | 'parameter' | 'property';
}

/** Every deprecated operation, parameter and property, each once. */
export function deprecatedParts(api: Api): Deprecated[] {
  const out: Deprecated[] = [];
  const seen = new Set<string>();
  const add = (node: Node, kind: Deprecated['kind'], label: string) => {
    const key = placeKey(node.place);
    if (own(node.value, 'deprecated') !== true || seen.has(key)) return;
    seen.add(key);
    out.push({ node, kind, label });
  };
  for (const operation of api.operations) {
    add(operation, 'operation', `operation '${operation.key}'`);
    for (const parameter of operation.parameters)
      add(parameter, 'parameter', `${parameter.in} parameter '${parameter.name}'`);
  }
  for (const schema of api.schemas) {
    if (schema.role === 'property') add(schema, 'property', `property '${schema.name ?? ''}'`);
  }
  return out;
}
