import { AtLocation, ContractDocument, formatAt, Subject } from '@treaty/contract-findings';
import { readMark } from './mark';
import { child, children, follow, isObject, own, Place } from './reader';
import { Register } from './register';
import { SchemaMarks } from './schemas';
import { DeprecationEntry } from './types';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];
const PARAMETER_LOCATIONS: readonly string[] = ['query', 'path', 'header', 'cookie'];
/** Callbacks in callbacks stop here. */
const MAX_CALLBACK_DEPTH = 3;

class Lister {
  private readonly schemas: SchemaMarks;
  private readonly swagger: boolean;

  constructor(
    private readonly document: ContractDocument,
    private readonly register: Register,
  ) {
    this.schemas = new SchemaMarks(document, register);
    this.swagger = own(document.root, 'swagger') !== undefined;
  }

  api(root: Place): void {
    for (const place of [child(root, 'info'), root]) {
      const mark = readMark(place.value);
      if (mark) return this.register.add('api', place, mark, { at: 'document' }, stabilityOf(place.value));
    }
    return undefined;
  }

  /** All operations of a path item, its own `$ref` and shared parameters included. */
  pathItem(entry: Place, label: (method: string) => string, depth: number): void {
    const chain = follow(this.document, entry);
    const at = (key: string) =>
      chain.map(place => child(place, key)).find(place => place.value !== undefined);
    const shared = at('parameters');
    for (const method of METHODS) {
      const operation = at(method);
      if (operation && isObject(operation.value))
        this.operation(operation, label(method.toUpperCase()), shared, depth);
    }
    const additional = at('additionalOperations');
    for (const [method, operation] of additional ? children(additional) : []) {
      this.operation(operation, label(method), shared, depth);
    }
  }

  private operation(place: Place, operation: string, shared: Place | undefined, depth: number): void {
    const mark = readMark(place.value);
    if (mark) this.register.add('operation', place, mark, { operation }, stabilityOf(place.value));
    for (const parameter of this.parameters(shared, child(place, 'parameters')))
      this.parameter(parameter, place, operation);
    const body = this.target(child(place, 'requestBody'));
    if (body) this.content(body, { operation, direction: 'request' });
    for (const [status, entry] of children(child(place, 'responses'))) {
      const response = this.target(entry);
      if (!response || status.startsWith('x-')) continue;
      const subject: Subject = { operation, direction: 'response', status };
      for (const [name, header] of children(child(response, 'headers')))
        this.valueHolder('header', header, subject, 'header', name);
      if (this.swagger) {
        for (const media of this.mediaTypes(place, 'produces'))
          this.schemas.collect(child(response, 'schema'), { ...subject, media }, 'body', [], 'schema');
      } else this.content(response, subject);
    }
    if (depth >= MAX_CALLBACK_DEPTH) return;
    for (const [name, entry] of children(child(place, 'callbacks'))) {
      const callback = this.target(entry);
      for (const [expression, item] of callback ? children(callback) : []) {
        this.pathItem(item, method => `${operation} > ${name}: ${method} ${expression}`, depth + 1);
      }
    }
  }

  /** An operation's parameters: its own, and those of the path item that it does not redefine. */
  private parameters(shared: Place | undefined, own_: Place): Place[][] {
    const byKey = new Map<string, Place[]>();
    for (const list of [shared, own_]) {
      for (const [, entry] of list ? children(list) : []) {
        const chain = follow(this.document, entry);
        const value = chain[chain.length - 1]?.value;
        if (isObject(value)) byKey.set(`${String(own(value, 'in'))} ${String(own(value, 'name'))}`, chain);
      }
    }
    return [...byKey.values()];
  }

  private parameter(chain: Place[], operationPlace: Place, operation: string): void {
    const place = chain[chain.length - 1];
    const [location, name] = [own(place.value, 'in'), own(place.value, 'name')];
    const subject: Subject = { operation, direction: 'request' };
    if (location === 'body') {
      for (const media of this.mediaTypes(operationPlace, 'consumes')) {
        this.schemas.collect(child(place, 'schema'), { ...subject, media }, 'body', [], 'schema');
      }
      return;
    }
    if (typeof location !== 'string' || typeof name !== 'string') return;
    if (location === 'formData') {
      const mark = readMark(place.value);
      const at = formatAt('body', [name]);
      for (const media of this.mediaTypes(operationPlace, 'consumes')) {
        if (mark) this.register.add('property', place, mark, { ...subject, media, at });
      }
    } else if (PARAMETER_LOCATIONS.includes(location)) {
      this.valueHolder('parameter', chain[0], subject, location as AtLocation, name);
    }
  }

  /** A parameter or header: its own mark, else what its schema (or, in 2.0, itself as a schema) says. */
  private valueHolder(
    kind: 'parameter' | 'header',
    entry: Place,
    subject: Subject,
    location: AtLocation,
    name: string,
  ): void {
    const chain = follow(this.document, entry);
    const holder = chain[chain.length - 1];
    if (!holder) return;
    const marked = chain.find(place => readMark(place.value) !== undefined);
    const mark = marked && readMark(marked.value);
    if (marked && mark)
      this.register.add(
        kind,
        marked,
        mark,
        { ...subject, at: formatAt(location, [name]) },
        stabilityOf(marked.value),
      );
    const schema = child(holder, 'schema');
    if (schema.value !== undefined) this.schemas.collect(schema, subject, location, [name], kind);
    // In Swagger 2.0 the parameter is its own schema; its mark was taken above, which the register knows.
    else if (this.swagger) this.schemas.collect(holder, subject, location, [name], kind);
    for (const [media, entry_] of children(child(holder, 'content'))) {
      this.schemas.collect(child(entry_, 'schema'), { ...subject, media }, location, [name], kind);
    }
  }

  private content(holder: Place, subject: Subject): void {
    for (const [media, entry] of children(child(holder, 'content'))) {
      const place = this.target(entry);
      if (!place) continue;
      this.schemas.collect(child(place, 'schema'), { ...subject, media }, 'body', [], 'schema');
      this.schemas.collect(child(place, 'itemSchema'), { ...subject, media }, 'body', ['*'], 'property');
    }
  }

  /** Swagger 2.0: the operation's media types, else the document's, else JSON. */
  private mediaTypes(operation: Place, key: 'consumes' | 'produces'): string[] {
    const listed = own(operation.value, key) ?? own(this.document.root, key);
    const types = Array.isArray(listed)
      ? listed.filter((type): type is string => typeof type === 'string')
      : [];
    return types.length > 0 ? types : ['application/json'];
  }

  private target(entry: Place): Place | undefined {
    const chain = follow(this.document, entry);
    const place = chain[chain.length - 1];
    return place && isObject(place.value) ? place : undefined;
  }
}

/**
 * Everything that a contract says is going away: the document itself, operations (webhooks and callbacks too),
 * parameters, response headers, bodies, properties and enum values, in Swagger 2.0 and OpenAPI 3.0 to 3.2, through
 * `$ref`s.
 *
 * One entry per cause: a property of a shared schema is listed once, at the place that carries the mark, with every
 * message it reaches as `occurrences` (sorted; `subject` is the first). The order of entries does not depend on key
 * order or on how the contract is cut into files. A malformed date is reported in `malformed` and otherwise ignored.
 */
export function listDeprecations(document: ContractDocument): DeprecationEntry[] {
  const register = new Register();
  const lister = new Lister(document, register);
  const root: Place = { file: document.uri, pointer: '', value: document.root };
  lister.api(root);
  for (const [template, item] of children(child(root, 'paths'))) {
    if (template.startsWith('/')) lister.pathItem(item, method => `${method} ${template}`, 0);
  }
  for (const holder of ['webhooks', 'x-webhooks']) {
    for (const [name, item] of children(child(root, holder)))
      lister.pathItem(item, method => `webhook ${name}: ${method}`, 0);
  }
  return register.entries();
}

function stabilityOf(value: unknown): { stability?: string } {
  const stability = own(value, 'x-stability-level');
  return typeof stability === 'string' ? { stability } : {};
}
