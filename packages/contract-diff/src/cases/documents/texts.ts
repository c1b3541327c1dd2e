import { arr, DocumentCase, form, get, int, json, obj, post, q, res, text } from './make';

const bool = { type: 'boolean' };
const query = (schema: object): object => get({ parameters: [q('n', { schema })] });
const header = (schema: object): object =>
  res({ 200: { description: 'ok', headers: { 'X-Count': { required: true, schema } } } });
/** A header whose value is JSON, which has types. */
const inJson = (schema: object): object =>
  res({ 200: { description: 'ok', headers: { 'X-Count': { required: true, ...json(schema) } } } });
const taking = (content: Record<string, object>): object =>
  post({
    requestBody: {
      content: Object.fromEntries(Object.entries(content).map(([type, schema]) => [type, { schema }])),
    },
  });
const urlencoded = (schema: object): object => form('application/x-www-form-urlencoded', schema);
const multipart = (schema: object): object => form('multipart/form-data', schema);

/** Where values travel as text, 5 and "5" are one message. */
export const texts: DocumentCase[] = [
  ['list of numbers became a list of texts', query(arr(int)), query(arr(text)), false],
  ['list of texts became a list of numbers', query(arr(text)), query(arr(int)), true],
  ['numbers listed as texts', query({ enum: [1, 2] }), query({ type: 'string', enum: ['1', '2'] }), false],
  ['texts listed as numbers', query({ type: 'string', enum: ['1', '2'] }), query({ enum: [1, 2, 3] }), false],
  [
    'a listed number is no listed text',
    query({ enum: [1, 2] }),
    query({ type: 'string', enum: ['1'] }),
    true,
  ],
  ['boolean became its two words', query(bool), query({ type: 'string', enum: ['true', 'false'] }), false],
  ['two words became a boolean', query({ type: 'string', enum: ['true', 'false'] }), query(bool), false],
  [
    'three words became a boolean',
    query({ type: 'string', enum: ['true', 'false', 'all'] }),
    query(bool),
    true,
  ],
  [
    'listed numbers that have a pattern as text',
    query({ enum: [1, 22] }),
    query({ ...text, pattern: '^[0-9]$' }),
    true,
  ],
  ['whole number became its pattern', query(int), query({ ...text, pattern: '^-?\\d+$' }), false],
  ['pattern of digits became a whole number', query({ ...text, pattern: '^[1-9]\\d*$' }), query(int), false],
  ['negative numbers lost to a pattern', query(int), query({ ...text, pattern: '^\\d+$' }), true],
  ['number in a form became text', urlencoded(obj({ t: int })), urlencoded(obj({ t: text })), false],
  ['text in a form became a number', urlencoded(obj({ t: text })), urlencoded(obj({ t: int })), true],
  [
    'part of a multipart message became text',
    multipart(obj({ t: bool })),
    multipart(obj({ t: text })),
    false,
  ],
  [
    'object in a part is JSON',
    multipart(obj({ t: obj({ n: int }) })),
    multipart(obj({ t: obj({ n: text }) })),
    true,
  ],
  ['plain text that was a number', form('text/plain', int), form('text/plain', text), false],
  ['header of a response became a number', header(text), header(int), false],
  ['header of a response became text', header(int), header(text), true],
  ['header of JSON became a number', inJson(text), inJson(int), true],
  [
    'plain text told beside its range',
    taking({ 'text/*': int }),
    taking({ 'text/*': int, 'text/plain': text }),
    false,
  ],
];
