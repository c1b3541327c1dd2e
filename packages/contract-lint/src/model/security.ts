import type { Api, OperationNode } from './api';
import { Node, childNode, isObject, own } from './place';

/** One alternative of a `security` list: scheme name to scopes. */
export interface Requirement {
  node: Node;
  schemes: ReadonlyArray<{ name: string; scopes: readonly string[]; node: Node<unknown> }>;
}

/** What an operation asks for: its own list, else the document's; `undefined` when neither says anything. */
export function requirementsOf(api: Api, operation: OperationNode): Requirement[] | undefined {
  const owner = own(operation.value, 'security') === undefined ? api.root : operation;
  const list = own(owner.value, 'security');
  if (!Array.isArray(list)) return undefined;
  return list.flatMap((entry: unknown, index) => {
    if (!isObject(entry)) return [];
    const node = childNode({ ...owner, subject: { ...operation.subject, at: 'security' } }, [
      'security',
      index,
    ]) as Node;
    const schemes = Object.entries(entry).map(([name, scopes]) => ({
      name,
      scopes: Array.isArray(scopes)
        ? scopes.filter((scope): scope is string => typeof scope === 'string')
        : [],
      node: childNode(node, [name]),
    }));
    return [{ node, schemes }];
  });
}

/** True when a caller without credentials is turned away. An empty alternative `{}` lets everybody in. */
export function isSecured(requirements: readonly Requirement[] | undefined): boolean {
  return (
    requirements !== undefined &&
    requirements.length > 0 &&
    requirements.every(({ schemes }) => schemes.length > 0)
  );
}
