import { arr, DocumentCase, form, get, int, json, obj, post, q, res, text } from './make';

/** Media types, encodings and announced ends. */
export const media: DocumentCase[] = [
  [
    'response media to range',
    res({ 200: { description: 'ok', ...json(text) } }),
    res({ 200: { description: 'ok', content: { 'application/*': { schema: text } } } }),
    true,
  ],
  [
    'response media to anything',
    res({ 200: { description: 'ok', ...json(text) } }),
    res({ 200: { description: 'ok', content: { '*/*': { schema: text } } } }),
    true,
  ],
  [
    'response media to a range that was there beside it',
    res({
      200: { description: 'ok', content: { 'application/json': { schema: text }, '*/*': { schema: text } } },
    }),
    res({ 200: { description: 'ok', content: { '*/*': { schema: text } } } }),
    false,
  ],
  [
    'request range narrowed to a type',
    post({ requestBody: { content: { 'application/*': { schema: text } } } }),
    post({ requestBody: { content: { 'application/json': { schema: text } } } }),
    true,
  ],
  [
    'response range to media',
    res({ 200: { description: 'ok', content: { '*/*': { schema: text } } } }),
    res({ 200: { description: 'ok', ...json(text) } }),
    false,
  ],
  [
    'response media removed',
    res({ 200: { description: 'ok', content: { 'application/json': {}, 'text/csv': {} } } }),
    res({ 200: { description: 'ok', content: { 'application/json': {} } } }),
    true,
  ],
  [
    'response media added',
    res({ 200: { description: 'ok', content: { 'application/json': {} } } }),
    res({ 200: { description: 'ok', content: { 'application/json': {}, 'text/csv': {} } } }),
    false,
  ],
  [
    'response body removed',
    res({ 200: { description: 'ok', ...json(text) } }),
    res({ 200: { description: 'ok' } }),
    true,
  ],
  [
    'response body added',
    res({ 200: { description: 'ok' } }),
    res({ 200: { description: 'ok', ...json(text) } }),
    false,
  ],
  [
    'request any to json',
    post({ requestBody: { content: { '*/*': {} } } }),
    post({ requestBody: { content: { 'application/json': {} } } }),
    true,
  ],
  [
    'request json to any',
    post({ requestBody: { content: { 'application/json': {} } } }),
    post({ requestBody: { content: { '*/*': {} } } }),
    false,
  ],
  [
    'request range schema narrowed',
    post({ requestBody: { content: { 'application/json': { schema: {} } } } }),
    post({ requestBody: { content: { 'application/*': { schema: text } } } }),
    true,
  ],
  [
    'charset added',
    res({ 200: { description: 'ok', ...json(text) } }),
    res({ 200: { description: 'ok', content: { 'application/json; charset=utf-8': { schema: text } } } }),
    false,
  ],
  [
    'media type case',
    res({ 200: { description: 'ok', ...json(text) } }),
    res({ 200: { description: 'ok', content: { 'Application/JSON': { schema: text } } } }),
    false,
  ],
  [
    'parameter sunset earlier',
    get({ parameters: [q('q', { deprecated: true, 'x-sunset': '2028-01-01' })] }),
    get({ parameters: [q('q', { deprecated: true, 'x-sunset': '2027-01-01' })] }),
    false,
  ],
  [
    'property sunset passed, removed',
    res({
      200: {
        description: 'ok',
        ...json(obj({ a: { ...text, deprecated: true, 'x-sunset': '2026-01-01' } }, { required: ['a'] })),
      },
    }),
    res({ 200: { description: 'ok', ...json(obj({})) } }),
    false,
  ],
  [
    'property sunset ahead, removed',
    res({
      200: {
        description: 'ok',
        ...json(obj({ a: { ...text, deprecated: true, 'x-sunset': '2027-01-01' } }, { required: ['a'] })),
      },
    }),
    res({ 200: { description: 'ok', ...json(obj({})) } }),
    true,
  ],
  [
    'property by reference, sunset passed, removed',
    res(
      {
        200: {
          description: 'ok',
          ...json(obj({ a: { $ref: '#/components/schemas/Old' } }, { required: ['a'] })),
        },
      },
      { components: { schemas: { Old: { ...text, deprecated: true, 'x-sunset': '2026-01-01' } } } },
    ),
    res({ 200: { description: 'ok', ...json(obj({})) } }),
    false,
  ],
  [
    'enum value sunset passed',
    post({
      requestBody: json({
        ...text,
        enum: ['a', 'b'],
        'x-deprecated-enum-values': [{ value: 'b', 'x-sunset': '2026-01-01' }],
      }),
    }),
    post({ requestBody: json({ ...text, enum: ['a'] }) }),
    false,
  ],
  [
    'enum value sunset ahead',
    post({
      requestBody: json({
        ...text,
        enum: ['a', 'b'],
        'x-deprecated-enum-values': [{ value: 'b', 'x-sunset': '2027-01-01' }],
      }),
    }),
    post({ requestBody: json({ ...text, enum: ['a'] }) }),
    true,
  ],
  [
    'required parameter newly, deprecated op passed',
    get({ deprecated: true, 'x-sunset': '2026-01-01' }),
    get({ deprecated: true, 'x-sunset': '2026-01-01', parameters: [q('q', { required: true })] }),
    true,
  ],
  [
    'encoding added narrowing',
    form('multipart/form-data', obj({ f: { type: 'string', format: 'binary' } })),
    form('multipart/form-data', obj({ f: { type: 'string', format: 'binary' } }), {
      f: { contentType: 'image/png' },
    }),
    true,
  ],
  [
    'encoding types widened',
    form('multipart/form-data', obj({ f: {} }), { f: { contentType: 'image/png' } }),
    form('multipart/form-data', obj({ f: {} }), { f: { contentType: 'image/png, image/jpeg' } }),
    false,
  ],
  [
    'encoding types narrowed',
    form('multipart/form-data', obj({ f: {} }), { f: { contentType: 'image/png, image/jpeg' } }),
    form('multipart/form-data', obj({ f: {} }), { f: { contentType: 'image/png' } }),
    true,
  ],
  [
    'encoding dropped',
    form('multipart/form-data', obj({ f: {} }), { f: { contentType: 'image/png' } }),
    form('multipart/form-data', obj({ f: {} })),
    false,
  ],
  [
    'encoding default spelled out',
    form('application/x-www-form-urlencoded', obj({ a: arr() })),
    form('application/x-www-form-urlencoded', obj({ a: arr() }), { a: { style: 'form', explode: true } }),
    false,
  ],
  [
    'header of a part newly required',
    form('multipart/form-data', obj({ f: text }), { f: { headers: { 'X-A': { schema: text } } } }),
    form('multipart/form-data', obj({ f: text }), {
      f: { headers: { 'X-A': { required: true, schema: text } } },
    }),
    true,
  ],
  [
    'header of a part no longer required',
    form('multipart/form-data', obj({ f: text }), {
      f: { headers: { 'X-A': { required: true, schema: text } } },
    }),
    form('multipart/form-data', obj({ f: text })),
    false,
  ],
  [
    'header of a part is of no consequence in a form without parts',
    form('application/x-www-form-urlencoded', obj({ f: text })),
    form('application/x-www-form-urlencoded', obj({ f: text }), {
      f: { headers: { 'X-A': { required: true, schema: text } } },
    }),
    false,
  ],
  [
    'encoding explode changed',
    form('application/x-www-form-urlencoded', obj({ a: arr() })),
    form('application/x-www-form-urlencoded', obj({ a: arr() }), { a: { style: 'form', explode: false } }),
    true,
  ],
  [
    'header of a part narrowed',
    form('multipart/form-data', obj({ f: text }), { f: { headers: { 'X-A': { schema: text } } } }),
    form('multipart/form-data', obj({ f: text }), {
      f: { headers: { 'X-A': { schema: { ...text, maxLength: 3 } } } },
    }),
    true,
  ],
  [
    'header of a part widened',
    form('multipart/form-data', obj({ f: text }), {
      f: { headers: { 'X-A': { schema: { ...text, maxLength: 3 } } } },
    }),
    form('multipart/form-data', obj({ f: text }), { f: { headers: { 'X-A': { schema: text } } } }),
    false,
  ],
  [
    'header of a part that took any text is a number in the other version',
    form('multipart/form-data', obj({ f: text }), { f: { headers: { 'X-A': { schema: int } } } }),
    form('multipart/form-data', obj({ f: text }), { f: { headers: { 'X-A': { schema: text } } } }),
    false,
  ],
  [
    'media type of the parts narrowed',
    form('multipart/mixed', arr(), undefined, { itemEncoding: { contentType: 'image/png, image/gif' } }),
    form('multipart/mixed', arr(), undefined, { itemEncoding: { contentType: 'image/png' } }),
    true,
  ],
  [
    'media type of the first part changed',
    form('multipart/mixed', arr(), undefined, { prefixEncoding: [{ contentType: 'application/json' }] }),
    form('multipart/mixed', arr(), undefined, { prefixEncoding: [{ contentType: 'application/xml' }] }),
    true,
  ],
  [
    'items of a stream narrowed',
    post({ requestBody: { content: { 'application/jsonl': { itemSchema: { type: 'number' } } } } }),
    post({ requestBody: { content: { 'application/jsonl': { itemSchema: int } } } }),
    true,
  ],
  [
    'items of a stream narrowed beside a limit on all of them',
    post({
      requestBody: {
        content: { 'application/jsonl': { schema: { maxItems: 3 }, itemSchema: { type: 'number' } } },
      },
    }),
    post({ requestBody: { content: { 'application/jsonl': { schema: { maxItems: 3 }, itemSchema: int } } } }),
    true,
  ],
];
