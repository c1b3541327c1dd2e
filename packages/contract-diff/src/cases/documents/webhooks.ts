import { cb, DocumentCase, get, hook, int, json, obj, ok, text } from './make';

/** Callbacks and webhooks: the provider writes the request. */
export const webhooks: DocumentCase[] = [
  [
    'callback renamed',
    cb('a', '{$request.query.u}', { requestBody: json(text), responses: ok }),
    cb('b', '{$request.query.u}', { requestBody: json(text), responses: ok }),
    false,
  ],
  [
    'callback removed',
    cb('a', '{$request.query.u}', { requestBody: json(text), responses: ok }),
    get(),
    true,
  ],
  ['callback added', get(), cb('a', '{$request.query.u}', { requestBody: json(text), responses: ok }), false],
  [
    'callback expression changed',
    cb('a', '{$request.query.u}', { responses: ok }),
    cb('a', '{$request.query.v}', { responses: ok }),
    true,
  ],
  [
    'callback body property removed (required)',
    cb('a', '{$request.query.u}', {
      requestBody: json(obj({ x: text }, { required: ['x'] })),
      responses: ok,
    }),
    cb('a', '{$request.query.u}', { requestBody: json(obj({})), responses: ok }),
    true,
  ],
  [
    'callback body required property added',
    cb('a', '{$request.query.u}', { requestBody: json(obj({})), responses: ok }),
    cb('a', '{$request.query.u}', {
      requestBody: json(obj({ x: text }, { required: ['x'] })),
      responses: ok,
    }),
    false,
  ],
  [
    'webhook enum value added',
    hook({ requestBody: json({ enum: ['a'] }), responses: ok }),
    hook({ requestBody: json({ enum: ['a', 'b'] }), responses: ok }),
    false,
  ],
  [
    'webhook enum value removed',
    hook({ requestBody: json({ enum: ['a', 'b'] }), responses: ok }),
    hook({ requestBody: json({ enum: ['a'] }), responses: ok }),
    false,
  ],
  [
    'webhook type widened',
    hook({ requestBody: json(int), responses: ok }),
    hook({ requestBody: json({ type: 'number' }), responses: ok }),
    true,
  ],
  [
    'webhook bound narrowed',
    hook({ requestBody: json(text), responses: ok }),
    hook({ requestBody: json({ ...text, maxLength: 3 }), responses: ok }),
    false,
  ],
  ['webhook removed', hook({ responses: ok }), { openapi: '3.1.0', paths: {}, webhooks: {} }, true],
  ['webhook added', { openapi: '3.1.0', paths: {}, webhooks: {} }, hook({ responses: ok }), false],
  [
    'webhook media changed',
    hook({ requestBody: json(text), responses: ok }),
    hook({ requestBody: { content: { 'application/xml': { schema: text } } }, responses: ok }),
    true,
  ],
  [
    'webhook media removed',
    hook({ requestBody: { content: { 'application/json': {}, 'text/csv': {} } }, responses: ok }),
    hook({ requestBody: { content: { 'application/json': {} } }, responses: ok }),
    false,
  ],
  [
    'webhook media added',
    hook({ requestBody: { content: { 'application/json': {} } }, responses: ok }),
    hook({ requestBody: { content: { 'application/json': {}, 'text/csv': {} } }, responses: ok }),
    true,
  ],
  [
    'webhook response schema narrowed',
    hook({ responses: { 200: { description: 'ok', ...json({ type: 'number' }) } } }),
    hook({ responses: { 200: { description: 'ok', ...json(int) } } }),
    true,
  ],
  [
    'webhook response schema widened',
    hook({ responses: { 200: { description: 'ok', ...json(int) } } }),
    hook({ responses: { 200: { description: 'ok', ...json({ type: 'number' }) } } }),
    false,
  ],
  [
    'webhook required param added',
    hook({ responses: ok }),
    hook({ parameters: [{ name: 'X', in: 'header', required: true, schema: text }], responses: ok }),
    false,
  ],
  [
    'webhook required param removed',
    hook({ parameters: [{ name: 'X', in: 'header', required: true, schema: text }], responses: ok }),
    hook({ responses: ok }),
    true,
  ],
  [
    'webhook param became optional',
    hook({ parameters: [{ name: 'X', in: 'header', required: true, schema: text }], responses: ok }),
    hook({ parameters: [{ name: 'X', in: 'header', schema: text }], responses: ok }),
    true,
  ],
  ['webhook body removed', hook({ requestBody: json(text), responses: ok }), hook({ responses: ok }), true],
  [
    'webhook success removed',
    hook({ responses: { 200: { description: 'ok' }, 202: { description: 'ok' } } }),
    hook({ responses: { 200: { description: 'ok' } } }),
    true,
  ],
  [
    'webhook required response header added',
    hook({ responses: ok }),
    hook({ responses: { 200: { description: 'ok', headers: { X: { required: true, schema: text } } } } }),
    true,
  ],
];
