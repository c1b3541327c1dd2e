import { arr, DocumentCase, int, json, obj, ok, res, text } from './make';

/** Responses, headers and links. */
export const responses: DocumentCase[] = [
  [
    'link removed',
    res({ 200: { description: 'ok', links: { n: { operationId: 'x' } } } }),
    res({ 200: { description: 'ok' } }),
    false,
  ],
  [
    'link changed',
    res({ 200: { description: 'ok', links: { n: { operationId: 'x' } } } }),
    res({ 200: { description: 'ok', links: { n: { operationId: 'y' } } } }),
    false,
  ],
  [
    'required response header removed',
    res({ 200: { description: 'ok', headers: { X: { required: true, schema: text } } } }),
    res({ 200: { description: 'ok' } }),
    true,
  ],
  [
    'optional response header removed',
    res({ 200: { description: 'ok', headers: { X: { schema: text } } } }),
    res({ 200: { description: 'ok' } }),
    false,
  ],
  [
    'response header became optional',
    res({ 200: { description: 'ok', headers: { X: { required: true, schema: text } } } }),
    res({ 200: { description: 'ok', headers: { X: { schema: text } } } }),
    true,
  ],
  [
    'response header type',
    res({ 200: { description: 'ok', headers: { X: { schema: int } } } }),
    res({ 200: { description: 'ok', headers: { X: { schema: text } } } }),
    true,
  ],
  [
    'response header narrowed',
    res({ 200: { description: 'ok', headers: { X: { schema: text } } } }),
    res({ 200: { description: 'ok', headers: { X: { schema: { ...text, maxLength: 3 } } } } }),
    false,
  ],
  [
    'response header case',
    res({ 200: { description: 'ok', headers: { 'X-A': { schema: text } } } }),
    res({ 200: { description: 'ok', headers: { 'x-a': { schema: text } } } }),
    false,
  ],
  [
    'response header with an object exploded',
    res({ 200: { description: 'ok', headers: { X: { schema: obj({ a: int }) } } } }),
    res({ 200: { description: 'ok', headers: { X: { explode: true, schema: obj({ a: int }) } } } }),
    true,
  ],
  [
    'response header with a list exploded',
    res({ 200: { description: 'ok', headers: { X: { schema: arr() } } } }),
    res({ 200: { description: 'ok', headers: { X: { explode: true, schema: arr() } } } }),
    false,
  ],
  [
    'response header with a number exploded',
    res({ 200: { description: 'ok', headers: { X: { schema: int } } } }),
    res({ 200: { description: 'ok', headers: { X: { explode: true, schema: int } } } }),
    false,
  ],
  ['200 to 201', res({ 200: { description: 'ok' } }), res({ 201: { description: 'ok' } }), true],
  ['200 to 2XX', res({ 200: { description: 'ok' } }), res({ '2XX': { description: 'ok' } }), false],
  ['2XX to 200', res({ '2XX': { description: 'ok' } }), res({ 200: { description: 'ok' } }), false],
  ['404 removed', res({ ...ok, 404: { description: 'no' } }), res(ok), false],
  ['404 added', res(ok), res({ ...ok, 404: { description: 'no' } }), false],
  ['default removed', res({ ...ok, default: { description: 'e', ...json(text) } }), res(ok), false],
  [
    'default schema widened',
    res({ ...ok, default: { description: 'e', ...json(int) } }),
    res({ ...ok, default: { description: 'e', ...json({ type: 'number' }) } }),
    true,
  ],
  [
    'error schema widened',
    res({ ...ok, 400: { description: 'e', ...json(int) } }),
    res({ ...ok, 400: { description: 'e', ...json({ type: 'number' }) } }),
    true,
  ],
  [
    '404 leaves default',
    res({ ...ok, default: { description: 'e', ...json(int) } }),
    res({ ...ok, default: { description: 'e', ...json(int) }, 404: { description: 'n', ...json(text) } }),
    true,
  ],
  [
    '200 to default',
    res({ 200: { description: 'ok', ...json(int) } }),
    res({ default: { description: 'ok', ...json(int) } }),
    false,
  ],
];
