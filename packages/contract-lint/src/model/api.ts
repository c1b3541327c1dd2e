import { Direction, Subject, formatAt } from '@treaty/contract-findings';
import { ContractFiles } from './files';
import { Node, asObjectNode, childNode, isObject, own } from './place';
import { SchemaNode, walkSchemas } from './schemas';

/** Which edition of OpenAPI a document speaks; 3.2 reads as 3.1 here. */
export type OpenApiVersion = '2.0' | '3.0' | '3.1';

export const METHODS = [
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
  'query',
] as const;

/** A body of one media type, of a request or a response. In 2.0 there is one per message, with `mediaType` undefined. */
export interface MediaNode extends Node {
  mediaType?: string;
  schema?: Node;
}

export interface ParameterNode extends Node {
  name: string;
  in: string;
  /** The schema; in 2.0 the parameter itself unless it is a body. */
  schema?: Node;
}

export interface ResponseNode extends Node {
  status: string;
  media: readonly MediaNode[];
  headers: ReadonlyMap<string, Node>;
}

/** One operation with everything that reaches it, `$ref` followed. */
export interface OperationNode extends Node {
  /** As in {@link Subject}: `GET /orders/{id}`, `webhook orderPaid: POST`. */
  key: string;
  kind: 'path' | 'webhook' | 'callback';
  method: string;
  path: string;
  pathItem: Node;
  /** Path-level parameters that the operation does not replace, then its own. */
  parameters: readonly ParameterNode[];
  requestBody?: Node & { media: readonly MediaNode[] };
  responses: readonly ResponseNode[];
}

/** A contract as the rules read it: every operation and every distinct schema once, each with its real place. */
export interface Api {
  files: ContractFiles;
  version: OpenApiVersion;
  root: Node;
  operations: readonly OperationNode[];
  /** Operations under `paths`: those that the provider serves. */
  served: readonly OperationNode[];
  schemas: readonly SchemaNode[];
  securitySchemes: ReadonlyMap<string, Node>;
}

/** Which OpenAPI the parsed root is, or `undefined` when it is something else. */
export function openApiVersion(root: unknown): OpenApiVersion | undefined {
  const swagger = own(root, 'swagger');
  if (swagger === '2.0' || swagger === 2) return '2.0';
  const openapi = String(own(root, 'openapi') ?? '');
  if (/^3\.0(\.|$)/.test(openapi)) return '3.0';
  return /^3\.\d+(\.|$)/.test(openapi) ? '3.1' : undefined;
}

class Reader {
  constructor(
    private readonly files: ContractFiles,
    private readonly version: OpenApiVersion,
    private readonly root: Node,
  ) {}

  operations(): OperationNode[] {
    const out: OperationNode[] = [];
    for (const [path, item] of this.members(childNode(this.root, ['paths']))) {
      if (!path.startsWith('x-')) this.pathItem(item, 'path', path, method => `${method} ${path}`, out);
    }
    for (const [name, item] of this.members(childNode(this.root, ['webhooks']))) {
      this.pathItem(item, 'webhook', name, method => `webhook ${name}: ${method}`, out);
    }
    return out;
  }

  /** Object-valued members of an object node, `$ref` followed. */
  members(node: Node<unknown>): Array<[string, Node]> {
    if (!isObject(node.value)) return [];
    const out: Array<[string, Node]> = [];
    for (const key of Object.keys(node.value)) {
      const member = asObjectNode(this.files.follow(childNode(node, [key])));
      if (member) out.push([key, member]);
    }
    return out;
  }

  private pathItem(
    item: Node,
    kind: OperationNode['kind'],
    path: string,
    name: (method: string) => string,
    out: OperationNode[],
    depth = 0,
  ): void {
    for (const method of METHODS) {
      const node = asObjectNode(childNode(item, [method]));
      if (!node) continue;
      const key = name(method.toUpperCase());
      const inverted = kind !== 'path';
      const operation = this.operation(node, { key, kind, method, path, pathItem: item }, inverted);
      out.push(operation);
      // A callback inside a callback inside a callback … is a `$ref` loop, not a contract.
      if (depth > 3) continue;
      for (const [event, callback] of this.members(childNode(operation, ['callbacks']))) {
        for (const [expression, target] of this.members(callback)) {
          const nested = (m: string) => `${key} > ${event}: ${m} ${expression}`;
          this.pathItem(target, 'callback', expression, nested, out, depth + 1);
        }
      }
    }
  }

  private operation(
    node: Node,
    head: Pick<OperationNode, 'key' | 'kind' | 'method' | 'path' | 'pathItem'>,
    inverted: boolean,
  ): OperationNode {
    const subject: Subject = { operation: head.key };
    const operation: Node = { ...node, subject };
    const sent: Direction = inverted ? 'response' : 'request';
    const answered: Direction = inverted ? 'request' : 'response';
    const parameters = this.parameters({ ...head.pathItem, subject }, operation, sent);
    return {
      ...operation,
      ...head,
      parameters,
      requestBody: this.requestBody(operation, parameters, sent),
      responses: this.members(childNode(operation, ['responses'])).flatMap(([status, response]) =>
        status.startsWith('x-')
          ? []
          : [this.response(response, status, { ...subject, direction: answered, status })],
      ),
    };
  }

  private parameters(pathItem: Node, operation: Node, direction: Direction): ParameterNode[] {
    const byKey = new Map<string, ParameterNode>();
    for (const owner of [pathItem, operation]) {
      const list = own(owner.value, 'parameters');
      if (!Array.isArray(list)) continue;
      for (let index = 0; index < list.length; index++) {
        const node = asObjectNode(this.files.follow(childNode(owner, ['parameters', index])));
        if (!node) continue;
        const name = String(node.value.name ?? '');
        const location = String(node.value.in ?? '');
        const at = parameterAt(location, name);
        const subject: Subject = { ...operation.subject, direction, ...(at === undefined ? {} : { at }) };
        const parameter = { ...node, subject };
        byKey.set(`${location}\u0000${name}`, {
          ...parameter,
          name,
          in: location,
          schema: this.parameterSchema(parameter),
        });
      }
    }
    return [...byKey.values()];
  }

  private parameterSchema(parameter: Node): Node | undefined {
    if (this.version === '2.0' && own(parameter.value, 'in') !== 'body') {
      return own(parameter.value, 'type') === undefined ? undefined : parameter;
    }
    const schema = asObjectNode(childNode(parameter, ['schema']));
    if (schema) return schema;
    const content = own(parameter.value, 'content');
    const media = isObject(content) ? Object.keys(content)[0] : undefined;
    return media === undefined ? undefined : asObjectNode(childNode(parameter, ['content', media, 'schema']));
  }

  private requestBody(
    operation: Node,
    parameters: readonly ParameterNode[],
    direction: Direction,
  ): OperationNode['requestBody'] {
    if (this.version === '2.0') {
      const body = parameters.find(parameter => parameter.in === 'body');
      if (!body) return undefined;
      const subject: Subject = { ...operation.subject, direction, at: 'body' };
      return {
        ...body,
        subject,
        media: [{ ...body, subject, schema: asObjectNode(childNode(body, ['schema'], subject)) }],
      };
    }
    const node = asObjectNode(this.files.follow(childNode(operation, ['requestBody'])));
    if (!node) return undefined;
    const body = { ...node, subject: { ...operation.subject, direction, at: 'body' } };
    return { ...body, media: this.media(body) };
  }

  private response(response: Node, status: string, subject: Subject): ResponseNode {
    const node = { ...response, subject };
    const headers = new Map<string, Node>();
    for (const [name, header] of this.members(childNode(node, ['headers']))) {
      headers.set(name, { ...header, subject: { ...subject, at: formatAt('header', [name]) } });
    }
    const body = { ...node, subject: { ...subject, at: 'body' } };
    if (this.version !== '2.0') return { ...node, status, headers, media: this.media(body) };
    const schema = asObjectNode(childNode(body, ['schema']));
    return { ...node, status, headers, media: schema ? [{ ...body, schema }] : [] };
  }

  private media(body: Node): MediaNode[] {
    return this.members(childNode(body, ['content'])).map(([mediaType, media]) => {
      const subject: Subject = { ...body.subject, media: mediaType };
      const node = { ...media, subject };
      return { ...node, mediaType, schema: asObjectNode(childNode(node, ['schema'])) };
    });
  }
}

/** Reads a contract for the rules. `undefined` when the root is not an OpenAPI document that these rules know. */
export function readApi(files: ContractFiles): Api | undefined {
  const version = openApiVersion(files.root);
  if (version === undefined || !isObject(files.root)) return undefined;
  const root: Node = {
    value: files.root,
    place: { file: files.rootUri, tokens: [], route: [] },
    subject: {},
  };
  const reader = new Reader(files, version, root);
  const operations = reader.operations();
  return {
    files,
    version,
    root,
    operations,
    served: operations.filter(operation => operation.kind === 'path'),
    schemas: walkSchemas(files, version, root, operations),
    securitySchemes: new Map(
      reader
        .members(
          childNode(root, version === '2.0' ? ['securityDefinitions'] : ['components', 'securitySchemes']),
        )
        .map(([name, node]) => [name, node]),
    ),
  };
}

function parameterAt(location: string, name: string): string | undefined {
  switch (location) {
    case 'query':
    case 'path':
    case 'header':
    case 'cookie':
      return formatAt(location, [name]);
    case 'body':
      return 'body';
    case 'formData':
      return formatAt('body', [name]);
    default:
      return undefined;
  }
}
