import { SunsetDate, parseSunset } from '@treaty/contract-findings';
import type { Api } from './api';
import { Node, childNode, own, placeKey } from './place';

/** An `x-sunset` with what it stands beside. */
export interface SunsetNode {
  /** The value itself. */
  node: Node<unknown>;
  owner: Node;
  label: string;
  kind: 'api' | 'operation' | 'parameter' | 'schema';
  sunset: SunsetDate;
}

/** Every `x-sunset` of the document, the one in `info` first. */
export function sunsets(api: Api): SunsetNode[] {
  const out: SunsetNode[] = [];
  const seen = new Set<string>();
  const add = (owner: Node<unknown>, kind: SunsetNode['kind'], label: string) => {
    const value = own(owner.value, 'x-sunset');
    const key = placeKey(owner.place);
    if (value === undefined || seen.has(key)) return;
    seen.add(key);
    out.push({
      node: childNode(owner, ['x-sunset']),
      owner: owner as Node,
      kind,
      label,
      sunset: parseSunset(value),
    });
  };
  add(childNode(api.root, ['info']), 'api', 'this API');
  for (const operation of api.operations) {
    add(operation, 'operation', `operation '${operation.key}'`);
    for (const parameter of operation.parameters)
      add(parameter, 'parameter', `${parameter.in} parameter '${parameter.name}'`);
  }
  for (const schema of api.schemas)
    add(schema, 'schema', schema.name === undefined ? 'this schema' : `property '${schema.name}'`);
  return out;
}
