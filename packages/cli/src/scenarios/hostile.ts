import { ORDERS, SCHEMAS } from './published';

/** One document that somebody might hand in to hurt. */
export interface Hostile {
  name: string;
  content: string | Buffer;
  /** Exit codes that are an answer. Unusable input is the usual one; what is merely ugly is judged. */
  exit: readonly number[];
}

const PLAIN = ORDERS.replace(/\{ \$ref: [^}]*\}/g, '{ type: object }');
const DEEP = 10_000;
const schema = (text: string) => `${PLAIN}components:\n  schemas:\n${text}`;
const refTo = (target: string) =>
  ORDERS.replace(/\.\/schemas\.yaml#\/NewOrder/, target).replace(
    /\{ \$ref: \.\/schemas\.yaml#\/Order \}/g,
    '{ type: object }',
  );

/** Nine levels of nine aliases each: 387 million nodes when written out. */
const LAUGHS = Array.from({ length: 9 }, (_, level) => {
  const item = level === 0 ? 'lol' : `*l${level - 1}`;
  return `  l${level}: &l${level} [${Array(9).fill(item).join(', ')}]`;
}).join('\n');

export const HOSTILE: readonly Hostile[] = [
  { name: 'a bomb of aliases', exit: [0, 1, 2], content: `${PLAIN}x-bomb:\n${LAUGHS}\n` },
  {
    name: 'a bomb of merge keys',
    exit: [0, 1, 2],
    content: `${PLAIN}x-a: &a { b: 1 }\nx-b: { ${Array(2000).fill('<<: *a').join(', ')} }\n`,
  },
  { name: 'an alias of itself', exit: [2], content: `${PLAIN}x-a: &a [*a]\n` },
  {
    name: '10,000 deep in YAML',
    exit: [2],
    content: `${PLAIN}x-deep: ${'['.repeat(DEEP)}${']'.repeat(DEEP)}\n`,
  },
  {
    name: '10,000 deep in JSON',
    exit: [2],
    content: `{"openapi":"3.0.3","x":${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}}`,
  },
  {
    name: '10,000 schemas deep by $ref',
    exit: [0, 1, 2],
    content: schema(
      `${Array.from({ length: DEEP }, (_, index) => `    S${index}: { $ref: '#/components/schemas/S${index + 1}' }`).join('\n')}\n    S${DEEP}: { type: string }\n`,
    ).replace('{ type: object }', "{ $ref: '#/components/schemas/S0' }"),
  },
  {
    name: 'forty schemas of two $refs each: a million million, written out',
    exit: [0, 1],
    content: schema(
      `${Array.from({ length: 40 }, (_, index) => `    S${index}: { type: object, properties: { a: { $ref: '#/components/schemas/S${index + 1}' }, b: { $ref: '#/components/schemas/S${index + 1}' } } }`).join('\n')}\n    S40: { type: string }\n`,
    ).replace('{ type: object }', "{ $ref: '#/components/schemas/S0' }"),
  },
  {
    name: 'a mapping of a hundred thousand keys',
    exit: [2],
    content: `${PLAIN}x-a:\n${Array.from({ length: 100_000 }, (_, index) => `  k${index}: a\n`).join('')}`,
  },
  {
    name: 'a $ref to itself',
    exit: [0, 1, 2],
    content: schema("    A: { $ref: '#/components/schemas/A' }\n").replace(
      '{ type: object }',
      "{ $ref: '#/components/schemas/A' }",
    ),
  },
  {
    name: 'a ring of $refs',
    exit: [0, 1, 2],
    content: schema(
      "    A: { $ref: '#/components/schemas/B' }\n    B: { $ref: '#/components/schemas/A' }\n",
    ).replace('{ type: object }', "{ $ref: '#/components/schemas/A' }"),
  },
  { name: 'a $ref to /etc/passwd', exit: [2], content: refTo('/etc/passwd') },
  { name: 'a $ref up to /etc/passwd', exit: [2], content: refTo(`${'../'.repeat(30)}etc/passwd`) },
  { name: 'a file: $ref', exit: [2], content: refTo('file:///etc/passwd') },
  { name: 'a $ref to a device', exit: [2], content: refTo('/dev/zero') },
  {
    name: 'keys that JavaScript knows',
    exit: [0, 1, 2],
    content: schema(
      '    A:\n      type: object\n      __proto__: { polluted: true }\n      properties:\n        __proto__: { type: string }\n        constructor: { type: string }\n        hasOwnProperty: { type: string }\n        toString: { type: string }\n    __proto__: { type: string }\n',
    ).replace('{ type: object }', "{ $ref: '#/components/schemas/A' }"),
  },
  {
    name: 'a pattern that never ends',
    exit: [0, 1],
    content: schema(
      `    A: { type: string, pattern: '^(a+)+$', example: ${'a'.repeat(40)}b }\n    B: { type: string, pattern: '^(([a-z])+.)+[A-Z]([a-z])+$', default: ${'a'.repeat(40)} }\n`,
    ).replace(
      '{ type: object }',
      "{ type: object, properties: { a: { $ref: '#/components/schemas/A' }, b: { $ref: '#/components/schemas/B' } } }",
    ),
  },
  {
    name: 'a pattern that is none',
    exit: [0, 1, 2],
    content: PLAIN.replace('schema: { type: string }', "schema: { type: string, pattern: '([' }"),
  },
  {
    name: 'invalid UTF-8',
    exit: [0, 1, 2],
    content: Buffer.concat([
      Buffer.from(PLAIN),
      Buffer.from([0x78, 0x2d, 0x61, 0x3a, 0x20, 0xff, 0xfe, 0xc3, 0x28, 0x0a]),
    ]),
  },
  { name: 'UTF-16', exit: [2], content: Buffer.from(`\ufeff${PLAIN}`, 'utf16le') },
  { name: 'a byte order mark', exit: [0], content: `\ufeff${PLAIN}` },
  { name: 'CRLF', exit: [0], content: PLAIN.replace(/\n/g, '\r\n') },
  { name: 'a key twice', exit: [2], content: `${PLAIN}info: { title: again, version: 1.0.0 }\n` },
  { name: 'tabs', exit: [2], content: PLAIN.replace('  title', '\ttitle') },
  { name: 'nothing', exit: [2], content: '' },
  { name: 'NUL', exit: [0, 1, 2], content: `${PLAIN}x-a: "\u0000"\n` },
  { name: 'a list', exit: [2], content: '- openapi: 3.0.3\n' },
  {
    name: 'tags of JavaScript',
    exit: [2],
    content: `${PLAIN}x-a: !!js/function 'function () { process.exit(70) }'\n`,
  },
  {
    name: 'numbers that are none',
    exit: [0, 1, 2],
    content: PLAIN.replace(
      'schema: { type: string }',
      'schema: { type: integer, minimum: .nan, maximum: .inf, multipleOf: 0 }',
    ),
  },
  {
    name: 'a version that is an object',
    exit: [2],
    content: PLAIN.replace('version: 2.3.0', 'version: { a: 1 }'),
  },
  {
    name: 'paths that are a string',
    exit: [2],
    content: 'openapi: 3.0.3\ninfo: { title: x, version: 1.0.0 }\npaths: all of them\n',
  },
];

/** Larger than any contract: 100 MB in one document. */
export const HUGE: readonly Hostile[] = [
  { name: '100 MB of spaces', exit: [2], content: Buffer.alloc(100 * 1024 * 1024, 0x20) },
  {
    name: '100 MB behind a good beginning',
    exit: [2],
    content: Buffer.concat([
      Buffer.from(`${PLAIN}x-a: "`),
      Buffer.alloc(100 * 1024 * 1024, 0x61),
      Buffer.from('"\n'),
    ]),
  },
];

export { PLAIN as HARMLESS, SCHEMAS };
