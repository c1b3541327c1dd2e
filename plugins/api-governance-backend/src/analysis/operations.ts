import { appendPointer, ContractDocument, parseSunset, resolveUri } from '@treaty/contract-findings';
import { listOperations } from '@treaty/contract-usage';
import type { OperationRecord } from '../database/releaseStore';

/** The index of operations and webhooks, in the order of the document. */
export function indexOperations(document: ContractDocument): OperationRecord[] {
  const paths = listOperations(document).map(({ method, template, node, operationId }) =>
    toRecord(
      'operation',
      method,
      template,
      node.value,
      appendPointer('/paths', template, method.toLowerCase()),
      operationId,
    ),
  );
  return [...paths, ...indexWebhooks(document)];
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

/** OpenAPI 3.1 `webhooks`; a path item may be a `$ref`, inside the file or into another one of the contract. */
function indexWebhooks(document: ContractDocument): OperationRecord[] {
  if (!isRecord(document.root) || !isRecord(document.root.webhooks)) return [];
  return Object.entries(document.root.webhooks).flatMap(([name, item]) => {
    const target = follow(document, item);
    if (!isRecord(target)) return [];
    return METHODS.filter(method => isRecord(target[method])).map(method =>
      toRecord(
        'webhook',
        method.toUpperCase(),
        name,
        target[method],
        appendPointer('/webhooks', name, method),
      ),
    );
  });
}

function toRecord(
  kind: OperationRecord['kind'],
  method: string,
  path: string,
  value: unknown,
  pointer: string,
  operationId = isRecord(value) && typeof value.operationId === 'string' ? value.operationId : undefined,
): OperationRecord {
  const node = isRecord(value) ? value : {};
  const sunset = parseSunset(node['x-sunset']);
  return {
    operation: kind === 'webhook' ? `webhook ${path}: ${method}` : `${method} ${path}`,
    kind,
    method,
    path,
    operationId,
    summary: typeof node.summary === 'string' ? node.summary : undefined,
    tags: Array.isArray(node.tags) ? node.tags.filter(tag => typeof tag === 'string') : [],
    deprecated: node.deprecated === true,
    sunset: sunset.kind === 'date' ? sunset.at : undefined,
    pointer,
  };
}

/** Follows the `$ref` of a path item, a bounded number of times: a circle ends in nothing. */
function follow(document: ContractDocument, item: unknown): unknown {
  let value = item;
  let file = document.uri;
  for (let hops = 0; hops < 16; hops++) {
    if (!isRecord(value) || typeof value.$ref !== 'string') return value;
    const [filePart, fragment = ''] = value.$ref.split('#', 2);
    file = resolveUri(file, filePart);
    value = document.files.get(file);
    for (const token of fragment.split('/').slice(1)) {
      const key = decodeURIComponent(token).replace(/~1/g, '/').replace(/~0/g, '~');
      value = isRecord(value) ? value[key] : undefined;
    }
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
