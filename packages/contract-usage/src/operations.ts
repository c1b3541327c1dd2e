import { ContractDocument } from '@treaty/contract-findings';
import { child, deref, isObject, Node } from './schemaPath';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

/** An operation of a contract, as usage facts name it. */
export interface ContractOperation {
  method: string;
  template: string;
  operationId?: string;
  /** The operation object, `$ref`s of its path item followed. */
  node: Node;
  /** The path item, for parameters that all its methods share. */
  pathItem: Node;
}

/** Every operation under `paths`, in document order. */
export function listOperations(document: ContractDocument): ContractOperation[] {
  const root: Node = { file: document.uri, value: document.root };
  const paths = child(document, root, 'paths');
  if (!paths || !isObject(paths.value)) return [];
  const out: ContractOperation[] = [];
  for (const [template, value] of Object.entries(paths.value)) {
    const pathItem = deref(document, { file: paths.file, value });
    if (!pathItem || !isObject(pathItem.value) || !template.startsWith('/')) continue;
    for (const method of METHODS) {
      const node = child(document, pathItem, method);
      if (!node || !isObject(node.value)) continue;
      const { operationId } = node.value;
      out.push({
        method: method.toUpperCase(),
        template,
        operationId: typeof operationId === 'string' ? operationId : undefined,
        node,
        pathItem,
      });
    }
  }
  return out;
}

/** `GET /orders/{}`: the same operation whatever its path parameters are called. */
export function operationKey(method: string, template: string): string {
  return `${method.toUpperCase()} ${template.replace(/\{[^{}]*\}/g, '{}')}`;
}

/** Reads `GET /orders/{id}`; undefined when it is not of that form. */
export function parseOperation(text: string): { method: string; template: string } | undefined {
  const found = /^([A-Za-z]+)\s+(\/\S*)$/.exec(text.trim());
  return found ? { method: found[1].toUpperCase(), template: found[2] } : undefined;
}

/** Schema of the request body for a media type, or of the first one; Swagger 2.0's `in: body` parameter, too. */
export function requestSchema(
  document: ContractDocument,
  operation: ContractOperation,
  media?: string,
): Node | undefined {
  const body = child(document, operation.node, 'requestBody');
  if (body) return mediaSchema(document, body, media);
  const parameter = listParameters(document, operation).find(p => isObject(p.value) && p.value.in === 'body');
  return child(document, parameter, 'schema');
}

/** Schema of a response body; `status` as the contract spells it or a code that a range (`2XX`) or `default` covers. */
export function responseSchema(
  document: ContractDocument,
  operation: ContractOperation,
  status: string,
  media?: string,
): Node | undefined {
  const response = findResponse(document, operation, status);
  return mediaSchema(document, response, media) ?? child(document, response, 'schema');
}

/** The response object that covers a status. */
export function findResponse(
  document: ContractDocument,
  operation: ContractOperation,
  status: string,
): Node | undefined {
  const responses = child(document, operation.node, 'responses');
  if (!responses || !isObject(responses.value)) return undefined;
  const key = [status, `${status[0]}XX`, `${status[0]}xx`, 'default'].find(name =>
    Object.hasOwn(responses.value as object, name),
  );
  return key === undefined ? undefined : child(document, responses, key);
}

/** Parameters of an operation, those of its path item included. */
export function listParameters(document: ContractDocument, operation: ContractOperation): Node[] {
  return [operation.pathItem, operation.node].flatMap(holder => {
    const list = child(document, holder, 'parameters');
    if (!list || !Array.isArray(list.value)) return [];
    return list.value
      .map(value => deref(document, { file: list.file, value }))
      .filter(node => node !== undefined);
  });
}

function mediaSchema(document: ContractDocument, holder: Node | undefined, media?: string): Node | undefined {
  const content = child(document, holder, 'content');
  if (!content || !isObject(content.value)) return undefined;
  const names = Object.keys(content.value);
  const name = media !== undefined && names.includes(media) ? media : names[0];
  return name === undefined ? undefined : child(document, child(document, content, name), 'schema');
}
