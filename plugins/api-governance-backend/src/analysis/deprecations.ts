import { appendPointer, ContractDocument, formatAt, parseSunset, resolveUri, Subject } from '@treaty/contract-findings';
import { listOperations } from '@treaty/contract-usage';

/** A mark in a contract that says something is going away. */
export interface DeprecationEntry {
  subject: Subject;
  kind: 'operation' | 'parameter' | 'property' | 'enum-value' | 'api';
  pointer: string;
  file: string;
  sunset?: string;
  deprecatedOn?: string;
  replacedBy?: string;
  reason?: string;
  malformed?: string;
}

interface Place {
  file: string;
  pointer: string;
  value: Record<string, unknown>;
}

/** Schemas nested deeper than this are not searched for marks. */
const MAX_DEPTH = 24;

/** Every `deprecated: true` of operations, parameters and schema properties, once per message it reaches. */
export function listDeprecations(document: ContractDocument): DeprecationEntry[] {
  const walker = new Walker(document);
  for (const { method, template, node } of listOperations(document)) {
    if (isRecord(node.value)) walker.operation(`${method} ${template}`, appendPointer('/paths', template, method.toLowerCase()), node.value);
  }
  return walker.found;
}

class Walker {
  readonly found: DeprecationEntry[] = [];

  constructor(private readonly document: ContractDocument) {}

  operation(operation: string, pointer: string, value: Record<string, unknown>): void {
    const place: Place = { file: this.document.uri, pointer, value };
    this.mark('operation', { operation }, place);
    for (const [index, item] of list(value.parameters).entries()) {
      const parameter = this.follow(place.file, appendPointer(pointer, 'parameters', index), item);
      if (!parameter || typeof parameter.value.name !== 'string') continue;
      const location = parameter.value.in;
      if (location !== 'query' && location !== 'header' && location !== 'cookie' && location !== 'path') continue;
      this.mark('parameter', { operation, direction: 'request', at: formatAt(location, [parameter.value.name]) }, parameter);
    }
    const body = this.follow(place.file, appendPointer(pointer, 'requestBody'), value.requestBody);
    if (body) this.content({ operation, direction: 'request' }, body);
    for (const [status, item] of Object.entries(isRecord(value.responses) ? value.responses : {})) {
      const response = this.follow(place.file, appendPointer(pointer, 'responses', status), item);
      if (response) this.content({ operation, direction: 'response', status }, response);
    }
  }

  private content(subject: Subject, holder: Place): void {
    for (const [media, item] of Object.entries(isRecord(holder.value.content) ? holder.value.content : {})) {
      if (isRecord(item)) {
        this.schema({ ...subject, media }, holder.file, appendPointer(holder.pointer, 'content', media, 'schema'), item.schema, [], new Set());
      }
    }
    if (holder.value.schema) {
      this.schema(subject, holder.file, appendPointer(holder.pointer, 'schema'), holder.value.schema, [], new Set());
    }
  }

  private schema(subject: Subject, file: string, pointer: string, value: unknown, tokens: string[], above: Set<unknown>): void {
    const place = this.follow(file, pointer, value);
    if (!place || above.has(place.value) || tokens.length > MAX_DEPTH) return;
    const inside = new Set(above).add(place.value);
    const each = (key: string, item: unknown, token?: string) =>
      this.schema(subject, place.file, appendPointer(place.pointer, ...key.split('\u0000')), item, token === undefined ? tokens : [...tokens, token], inside);
    for (const [name, property] of Object.entries(isRecord(place.value.properties) ? place.value.properties : {})) {
      const at = this.follow(place.file, appendPointer(place.pointer, 'properties', name), property);
      if (at) this.mark('property', { ...subject, at: formatAt('body', [...tokens, name]) }, isRecord(property) && property.deprecated === true ? { file: place.file, pointer: appendPointer(place.pointer, 'properties', name), value: property } : at);
      each(`properties\u0000${name}`, property, name);
    }
    if (isRecord(place.value.items)) each('items', place.value.items, '*');
    if (isRecord(place.value.additionalProperties)) each('additionalProperties', place.value.additionalProperties, '{*}');
    for (const word of ['allOf', 'oneOf', 'anyOf']) {
      for (const [index, branch] of list(place.value[word]).entries()) each(`${word}\u0000${index}`, branch);
    }
  }

  private mark(kind: DeprecationEntry['kind'], subject: Subject, { file, pointer, value }: Place): void {
    if (value.deprecated !== true) return;
    const sunset = value['x-sunset'] === undefined ? undefined : parseSunset(value['x-sunset']);
    this.found.push({
      subject,
      kind,
      file,
      pointer,
      sunset: sunset?.kind === 'date' ? sunset.at.toISOString() : undefined,
      malformed: sunset?.kind === 'malformed' ? `x-sunset '${sunset.text}': ${sunset.reason}` : undefined,
      replacedBy: text(value['x-replaced-by']),
      reason: text(value['x-deprecation-reason']),
    });
  }

  /** The object at a place, its `$ref`s followed a bounded number of times. */
  private follow(file: string, pointer: string, value: unknown): Place | undefined {
    let place = { file, pointer, value };
    for (let hops = 0; hops < 16; hops++) {
      if (!isRecord(place.value)) return undefined;
      const ref = place.value.$ref;
      if (typeof ref !== 'string') return { ...place, value: place.value };
      const [filePart, fragment = ''] = ref.split('#', 2);
      const target = resolveUri(place.file, filePart);
      let at = this.document.files.get(target);
      for (const token of fragment.split('/').slice(1)) {
        const key = decodeURIComponent(token).replace(/~1/g, '/').replace(/~0/g, '~');
        if (Array.isArray(at)) at = at[Number(key)];
        else at = isRecord(at) ? at[key] : undefined;
      }
      place = { file: target, pointer: decodeURIComponent(fragment), value: at };
    }
    return undefined;
  }
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
