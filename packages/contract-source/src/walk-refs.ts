import { escapePointerToken } from '@treaty/contract-findings';

/** What a value is, as far as following `$ref`s needs to know. */
export type Role =
  /** An object of the contract: `$ref` is a reference. */
  | 'object'
  /** A map whose keys are the author's names: `properties`, `responses`, `components/schemas`. */
  | 'names'
  /** The map `examples`; in Swagger 2.0 its values are payloads. */
  | 'examples'
  /** One of `examples`: it may be a reference itself, all below it is payload. */
  | 'example'
  /** A payload (example, default, extension): `$ref` is just a key. */
  | 'data';

const NAME_MAPS = new Set([
  'properties',
  'patternProperties',
  'definitions',
  '$defs',
  'dependentSchemas',
  'schemas',
  'responses',
  'parameters',
  'requestBodies',
  'headers',
  'securitySchemes',
  'securityDefinitions',
  'links',
  'callbacks',
  'pathItems',
  'paths',
  'webhooks',
  'content',
  'encoding',
  'mediaTypes',
  'channels',
  'messages',
  'operations',
  'servers',
  'messageTraits',
  'operationTraits',
  'correlationIds',
  'replies',
  'replyAddresses',
]);
const DATA_KEYS = new Set(['example', 'default', 'enum', 'const', 'value']);

/** The role of `parent[key]`. The one place that knows which keys of a contract hold names and which hold payloads. */
export function childRole(role: Role, key: string, child: unknown): Role {
  if (role === 'data' || role === 'example') return 'data';
  if (role === 'names') return 'object';
  if (role === 'examples') return 'example';
  if (DATA_KEYS.has(key) || key.startsWith('x-')) return 'data';
  // A list under `parameters` holds objects; a list `examples` is JSON Schema's and holds payloads.
  if (key === 'examples') return Array.isArray(child) ? 'data' : 'examples';
  return NAME_MAPS.has(key) && !Array.isArray(child) ? 'names' : 'object';
}

/**
 * Calls `report` with every `$ref` below `value`, in document order, and a function that builds the pointer of the
 * object that holds it (most are never asked). Recursion is safe: depth was bounded when the text was parsed. `seen`
 * stops at objects that were walked before (several pointers into one file may overlap).
 */
export function walkRefs(
  value: unknown,
  role: Role,
  pointer: string,
  report: (ref: unknown, here: () => string) => void,
  seen?: Set<object>,
): void {
  const path: Array<string | number> = [];
  const here = () =>
    path.reduce<string>((out, token) => `${out}/${escapePointerToken(String(token))}`, pointer);
  const walk = (node: object, nodeRole: Role): void => {
    if (seen) {
      if (seen.has(node)) return;
      seen.add(node);
    }
    if (Array.isArray(node)) {
      for (let i = 0; i < node.length; i++) {
        const item: unknown = node[i];
        if (typeof item !== 'object' || item === null) continue;
        path.push(i);
        walk(item, nodeRole);
        path.pop();
      }
      return;
    }
    const record = node as Record<string, unknown>;
    for (const key in record) {
      if (!Object.hasOwn(record, key)) continue;
      const child = record[key];
      if (key === '$ref' && (typeof child === 'string' || nodeRole === 'object')) {
        report(child, here);
        continue;
      }
      if (typeof child !== 'object' || child === null) continue;
      const inner = childRole(nodeRole, key, child);
      if (inner === 'data') continue;
      path.push(key);
      walk(child, inner);
      path.pop();
    }
  };
  if (typeof value === 'object' && value !== null && role !== 'data') walk(value, role);
}
