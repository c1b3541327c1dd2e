import { HttpMessage } from '@treaty/contract-findings';
import { NONE } from '../contain/instance';
import { Prover } from '../contain/prover';
import { WHOLE_QUERY } from '../model/parameters';
import { isObject } from '../model/reader';
import { Alternative, Operation, Parameter } from '../model/types';

/** Values to put into the message instead of samples. */
export interface Given {
  parameters?: ReadonlyMap<string, unknown>;
  body?: { value: unknown; media: string };
  headers?: Record<string, string>;
  /** Security schemes the request satisfies. */
  credential?: Alternative;
  status?: string;
}

/** The smallest request an operation takes, with some values given. */
export function requestFor(operation: Operation, prover: Prover, given: Given = {}): HttpMessage {
  const headers: Record<string, string> = { ...given.headers };
  let url = operation.template || '/';
  const query: string[] = [];
  const sample = (parameter: Parameter): unknown => {
    const wanted = [...(given.parameters ?? [])].find(([name]) => name === parameter.name);
    if (wanted) return wanted[1];
    const made = prover.make(prover.space.norm(parameter.schema, prover.mode), { hint: parameter.name });
    return made === NONE ? '1' : made;
  };
  for (const parameter of operation.parameters.values()) {
    if (!parameter.required && !given.parameters?.has(parameter.name)) continue;
    const value = sample(parameter);
    if (parameter.key === WHOLE_QUERY) {
      query.push(spellQuery(value));
      continue;
    }
    const text = spell(value);
    if (parameter.place === 'path') url = url.split(`{${parameter.name}}`).join(encodeURIComponent(text));
    else if (parameter.place === 'query')
      query.push(`${encodeURIComponent(parameter.name)}=${encodeURIComponent(text)}`);
    else if (parameter.place === 'header') headers[parameter.name] = text;
    else headers.Cookie = [headers.Cookie, `${parameter.name}=${text}`].filter(Boolean).join('; ');
  }
  for (const wire of given.credential?.keys() ?? []) {
    const found = operation.credentials.get(wire);
    if (found?.place === 'header') headers[found.name] = found.example;
    else if (found?.place === 'query') query.push(`${encodeURIComponent(found.name)}=${found.example}`);
    else if (found?.place === 'cookie')
      headers.Cookie = [headers.Cookie, `${found.name}=${found.example}`].filter(Boolean).join('; ');
  }
  const message: HttpMessage = {
    kind: 'request',
    method: operation.method,
    url: query.length > 0 ? `${url}?${query.join('&')}` : url,
    headers,
  };
  const [first] = operation.body?.media ?? [];
  const body =
    given.body ??
    (operation.body?.required && first
      ? { value: prover.make(prover.space.norm(first.schema, prover.mode)), media: first.type }
      : undefined);
  if (body && body.value !== NONE) {
    headers['Content-Type'] = body.media;
    message.body = body.value;
  }
  return message;
}

/** A response with some values given. */
export function responseFor(given: Given): HttpMessage {
  const headers: Record<string, string> = { ...given.headers };
  if (given.body) headers['Content-Type'] = given.body.media;
  return {
    kind: 'response',
    status: statusCode(given.status),
    headers,
    ...(given.body ? { body: given.body.value } : {}),
  };
}

/** A value that is the whole query. */
function spellQuery(value: unknown): string {
  if (!isObject(value)) return encodeURIComponent(spell(value));
  const pairs = Object.entries(value).map(([name, member]) => [name, spell(member)]);
  return pairs.map(pair => pair.map(encodeURIComponent).join('=')).join('&');
}

/** A parameter or header value on the wire. */
export function spell(value: unknown): string {
  if (Array.isArray(value)) return value.map(spell).join(',');
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

/** A status code that the key of a response stands for: `404`, `4XX` as 400, `default` as 200. */
function statusCode(key = '2XX'): number {
  if (key === 'default') return 200;
  return /^\d{3}$/.test(key) ? Number(key) : Number(`${key[0]}00`);
}
