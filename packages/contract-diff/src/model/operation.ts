import { endingOf } from './ending';
import { headersText, readHeaders } from './headers';
import { mediaText, readContent } from './media';
import { readParameters } from './parameters';
import { Node, own, plainText } from './reader';
import { readSecurity } from './security';
import { NO_SERVER, readHost, readServers } from './servers';
import { DocumentSide } from './side';
import { swaggerBody, swaggerContent } from './swagger';
import { Body, Operation, Response } from './types';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];
/** Callbacks in callbacks stop here. */
const MAX_CALLBACK_DEPTH = 3;

/** What surrounds a path item. */
export interface Surroundings {
  template: string;
  /** Before the method and template in a Subject: `POST /subscribe > onEvent: `. */
  prefix: string;
  inverted: boolean;
  depth: number;
}

/** Operations of one path item, `$ref` resolved. */
export function readPathItem(side: DocumentSide, entry: Node, around: Surroundings): Operation[] {
  const { reader } = side;
  const item = own(entry.value, '$ref') === undefined ? entry : merged(side, entry);
  const found: Operation[] = [];
  for (const method of METHODS) {
    const node = reader.child(item, method);
    if (typeof node.value === 'object' && node.value !== null)
      found.push(readOperation(side, method.toUpperCase(), node, item, around));
  }
  for (const [method, node] of reader.entries(reader.child(item, 'additionalOperations'))) {
    found.push(readOperation(side, method, node, item, around));
  }
  return found;
}

/** A path item that refers to another one and may add to it. */
function merged(side: DocumentSide, entry: Node): Node {
  const target = side.reader.follow(entry);
  const { $ref: _, ...rest } = entry.value as Record<string, unknown>;
  if (Object.keys(rest).length === 0 || typeof target.value !== 'object') return target;
  return { value: { ...target.value, ...rest }, loc: target.loc };
}

function readOperation(
  side: DocumentSide,
  method: string,
  node: Node,
  item: Node,
  around: Surroundings,
): Operation {
  const { reader } = side;
  const { template } = around;
  const lists = [reader.child(item, 'parameters'), reader.child(node, 'parameters')];
  const parameters = readParameters(side, template, lists);
  const body =
    side.dialect === '2.0'
      ? swaggerBody(side, node, lists)
      : readBody(side, reader.child(node, 'requestBody'));
  const responses = readResponses(side, node);
  const own_ = reader.child(node, 'security');
  const securityNode = own_.value === undefined ? reader.child(reader.root, 'security') : own_;
  // What the document asks for as a whole concerns those who call it, not those it calls.
  const { security, credentials, tokenSources } = readSecurity(
    side,
    around.inverted && own_.value === undefined ? own_ : securityNode,
  );
  const { servers, serversLoc } = serversOf(side, node, item);
  const label = `${around.prefix}${method} ${template}`.trim();
  const ending = endingOf(node.value);
  const operationId = own(node.value, 'operationId');
  const callbacks =
    around.depth < MAX_CALLBACK_DEPTH
      ? readCallbacks(side, node, label, around.depth)
      : new Map<string, Operation>();
  const parts = [
    label,
    plainText(operationId),
    JSON.stringify(ending),
    [...parameters.values()]
      .map(p => p.hash)
      .sort()
      .join(','),
    body?.hash ?? '',
    [...responses.values()]
      .map(r => r.hash)
      .sort()
      .join(','),
    JSON.stringify(servers),
    JSON.stringify(
      tokenSources.map(source => [source.scheme, source.flow, ...source.urls, ...(source.scopes ?? [])]),
    ),
    JSON.stringify(
      security.map(alternative => [...alternative].map(([wire, scopes]) => [wire, [...scopes]])),
    ),
    [...callbacks.values()].map(c => c.hash).join(','),
  ];
  return {
    key: `${method} ${erase(template)}`,
    method,
    template,
    label,
    inverted: around.inverted,
    operationId: typeof operationId === 'string' ? operationId : undefined,
    parameters,
    body,
    responses,
    security,
    credentials,
    tokenSources,
    securityLoc: securityNode.loc,
    servers,
    serversLoc,
    callbacks,
    loc: node.loc,
    hash: side.interner.id(`operation ${parts.join('\u0000')}`),
    ...ending,
  };
}

/** A template with its parameter names erased: they are the provider's business. */
export function erase(template: string): string {
  return template.replace(/\{[^}]*\}/g, '{}').replace(/(?<=.)\/$/, '');
}

function readBody(side: DocumentSide, entry: Node): Body | undefined {
  const node = side.reader.follow(entry);
  if (typeof node.value !== 'object' || node.value === null) return undefined;
  const media = readContent(side, side.reader.child(node, 'content'));
  const required = own(node.value, 'required') === true;
  return { required, media, loc: node.loc, hash: side.interner.id(`body ${required} ${mediaText(media)}`) };
}

function readResponses(side: DocumentSide, operation: Node): Map<string, Response> {
  const { reader } = side;
  const found = new Map<string, Response>();
  for (const [name, entry] of reader.entries(reader.child(operation, 'responses'))) {
    if (name.startsWith('x-')) continue;
    const status = /^\dxx$/i.test(name) ? name.toUpperCase() : name;
    const node = reader.follow(entry);
    const media =
      side.dialect === '2.0'
        ? swaggerContent(side, operation, node)
        : readContent(side, reader.child(node, 'content'));
    const headers = readHeaders(side, reader.child(node, 'headers'));
    const links = new Map(
      reader.entries(reader.child(node, 'links')).map(([link, value]) => {
        const target = reader.follow(value).value;
        return [link, plainText(own(target, 'operationId') ?? own(target, 'operationRef'))];
      }),
    );
    const hash = side.interner.id(
      `response ${status} ${mediaText(media)} ${headersText(headers)} ${JSON.stringify([...links])}`,
    );
    found.set(status, { status, media, headers, links, loc: node.loc, hash });
  }
  return found;
}

function serversOf(side: DocumentSide, node: Node, item: Node): Pick<Operation, 'servers' | 'serversLoc'> {
  const { reader } = side;
  if (side.dialect === '2.0') {
    const schemes = reader.child(node, 'schemes');
    const used = schemes.value === undefined ? reader.child(reader.root, 'schemes') : schemes;
    const host = own(reader.root.value, 'host') === undefined ? 'basePath' : 'host';
    return { servers: readHost(side, used), serversLoc: reader.child(reader.root, host).loc };
  }
  for (const holder of [node, item, reader.root]) {
    const list = reader.child(holder, 'servers');
    if (Array.isArray(list.value) && list.value.length > 0)
      return { servers: readServers(side, list), serversLoc: list.loc };
  }
  return { servers: [NO_SERVER], serversLoc: reader.child(reader.root, 'servers').loc };
}

function readCallbacks(side: DocumentSide, node: Node, label: string, depth: number): Map<string, Operation> {
  const { reader } = side;
  const found = new Map<string, Operation>();
  for (const [name, entry] of reader.entries(reader.child(node, 'callbacks'))) {
    for (const [expression, item] of reader.entries(reader.follow(entry))) {
      if (expression.startsWith('x-')) continue;
      const around = {
        template: expression,
        prefix: `${label} > ${name}: `,
        inverted: true,
        depth: depth + 1,
      };
      for (const operation of readPathItem(side, item, around)) {
        // Where it is sent is told by the expression; the name is not on the wire.
        const key = `${operation.method} ${expression}`;
        found.set(found.has(key) ? `${key} ${name}` : key, operation);
      }
    }
  }
  return found;
}
