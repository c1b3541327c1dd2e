import { digest, formatProblem } from '@treaty/contract-findings';
import { loadDocument } from './load';
import { locate } from './locate';
import { memoryHost } from './testing/memoryHost';
import { LoadResult } from './types';

const head = 'openapi: 3.1.0\ninfo: {title: Orders, version: 1.2.0}\n';
const load = (files: Record<string, string | Uint8Array>, limits = {}) =>
  loadDocument(Object.keys(files)[0], memoryHost(files), limits);
/** `code file:line:column` of every problem. */
const brief = ({ problems }: LoadResult) => problems.map(p => `${p.code} ${p.file}:${p.line}:${p.column}`);

describe('a contract in one file', () => {
  it('comes with its texts, specification, title, version and digest', async () => {
    const text = `${head}paths: {}\n`;
    const { document, partial, problems } = await load({ 'api/openapi.yaml': `\uFEFF${text}` });
    expect(problems).toEqual([]);
    expect(partial).toBeUndefined();
    expect(document).toMatchObject({
      uri: 'api/openapi.yaml',
      specification: { kind: 'openapi', version: '3.1.0' },
      title: 'Orders',
      version: '1.2.0',
      digest: digest(text),
      root: { openapi: '3.1.0', paths: {} },
    });
    expect([...(document?.files.keys() ?? [])]).toEqual(['api/openapi.yaml']);
    expect(document?.texts.get('api/openapi.yaml')).toBe(text);
  });

  it('reads bytes as UTF-8', async () => {
    const bytes = new TextEncoder().encode(`\uFEFF${head}x-greeting: grüß dich 🚲\n`);
    expect((await load({ 'a.yaml': bytes })).document?.root).toMatchObject({ 'x-greeting': 'grüß dich 🚲' });
  });

  it.each([
    ["openapi: '3.0.3'", 'openapi', '3.0.3'],
    ['openapi: 3.1', 'openapi', '3.1'],
    ['openapi: 3.2.0', 'openapi', '3.2.0'],
    ['swagger: "2.0"', 'openapi', '2.0'],
    ['swagger: 2.0', 'openapi', '2.0'],
    ['asyncapi: 2.6.0', 'asyncapi', '2.6.0'],
    ['asyncapi: 3.0.0', 'asyncapi', '3.0.0'],
    ['{"openapi": "3.0.0"}', 'openapi', '3.0.0'],
  ])('knows %s', async (text, kind, version) => {
    expect((await load({ 'a.yaml': text })).document?.specification).toEqual({ kind, version });
  });

  it.each([
    ['schema.graphql', 'type Query { a: Int }'],
    ['schema', '# a comment\n"""\nWhat it is: a schema\n"""\ntype Query { a: Int }'],
  ])('takes GraphQL as text (%s)', async (uri, text) => {
    const { document, problems } = await load({ [uri]: text });
    expect(problems).toEqual([]);
    expect(document).toMatchObject({ specification: { kind: 'graphql', version: '' }, root: text });
  });
});

describe('what cannot be judged', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['broken YAML', `${head}paths:\n  /a: [`, 'yaml-syntax a.yaml:4:8'],
    ['a list', '- a\n', 'not-an-object a.yaml:1:1'],
    ['a text', 'hello', 'not-an-object a.yaml:1:1'],
    ['nothing', '\n', 'empty-document a.yaml:1:1'],
    [
      'a catalog entity',
      'apiVersion: backstage.io/v1alpha1\nkind: API\n',
      'unknown-specification a.yaml:1:1',
    ],
    ['some other YAML', 'name: x\n', 'unknown-specification a.yaml:1:1'],
    ['a version of the future', 'info: {}\nopenapi: 4.0.0\n', 'unknown-specification a.yaml:2:1'],
    ['a version of the past', 'swagger: "1.2"\n', 'unknown-specification a.yaml:1:1'],
    ['a duplicate key', `${head}paths: {}\npaths: {}\n`, 'duplicate-key a.yaml:4:1'],
    [
      'Latin-1',
      Uint8Array.from([...new TextEncoder().encode('openapi: 3.1.0\nx: '), 0xe9]),
      'not-utf8 a.yaml:2:4',
    ],
    ['a cut UTF-8 sequence', Uint8Array.from([0x61, 0xc3]), 'not-utf8 a.yaml:1:2'],
    ['an overlong sequence', Uint8Array.from([0xc0, 0xaf]), 'not-utf8 a.yaml:1:1'],
    ['a surrogate in UTF-8', Uint8Array.from([0x61, 0xed, 0xa0, 0x80]), 'not-utf8 a.yaml:1:2'],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x61, 0]), 'not-utf8 a.yaml:1:1'],
  ])('%s', async (_, content, expected) => {
    const result = await load({ 'a.yaml': content });
    expect(result.document).toBeUndefined();
    expect(brief(result)).toEqual([expected]);
  });

  it.each([
    ['missing', Object.assign(new Error('no'), { code: 'ENOENT' }), /does not exist/],
    ['a folder', Object.assign(new Error('EISDIR: illegal operation'), { code: 'EISDIR' }), /it is a folder/],
    [
      'forbidden',
      Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' }),
      /permission denied/,
    ],
    ['an odd host', 'no error object at all', /no error object at all/],
  ])('the file is %s', async (_, error, message) => {
    const { problems, document } = await loadDocument('a.yaml', { read: () => Promise.reject(error) });
    expect(document).toBeUndefined();
    expect(problems).toMatchObject([
      { code: 'file-not-readable', file: 'a.yaml', message: expect.stringMatching(message) },
    ]);
  });
});

describe('a contract over several files', () => {
  const files = {
    'api/openapi.yaml': `${head}paths:\n  /orders:\n    $ref: paths/orders.yaml\ncomponents:\n  schemas:\n    $ref: ./schemas/index.yaml\n`,
    'api/paths/orders.yaml':
      "get:\n  responses:\n    '200':\n      description: ok\n      content:\n        application/json:\n          schema: {$ref: '../openapi.yaml#/components/schemas/Order'}\n",
    'api/schemas/index.yaml': 'Order:\n  $ref: order.json#/Order\n',
    'api/schemas/order.json':
      '{"Order": {"properties": {"lines": {"items": {"$ref": "./line%20item.yaml"}}}}}',
    'api/schemas/line item.yaml': 'type: object\n',
    'api/unrelated.yaml': 'broken: [',
  };

  it('reads what it reaches, nothing else, each file once', async () => {
    const host = memoryHost(files);
    const { document, problems } = await loadDocument('api/openapi.yaml', host);
    expect(problems).toEqual([]);
    expect(host.asked.sort()).toEqual(
      Object.keys(files)
        .filter(name => name !== 'api/unrelated.yaml')
        .sort(),
    );
    const texts = [...(document?.texts.keys() ?? [])].sort();
    expect(texts).toEqual([...host.asked, 'api/schemas/line%20item.yaml'].sort());
  });

  it('keeps a file also under the name that a percent-encoded reference gives it', async () => {
    const { document } = await load(files);
    expect(document?.files.get('api/schemas/line%20item.yaml')).toBe(
      document?.files.get('api/schemas/line item.yaml'),
    );
  });

  it('knows its root again when that was named with a dot', async () => {
    const host = memoryHost({
      './a.yaml': `${head}paths: {/x: {$ref: x.yaml}}\ncomponents: {schemas: {A: {}}}\n`,
      'x.yaml': "get: {a: {$ref: 'a.yaml#/components/schemas/A'}}\n",
    });
    const { document, problems } = await loadDocument('./a.yaml', host);
    expect(problems).toEqual([]);
    expect(host.asked).toEqual(['./a.yaml', 'x.yaml']);
    expect(document?.files.get('a.yaml')).toBe(document?.root);
    expect(document && locate(document, [{ file: 'a.yaml', pointer: '/paths' }])).toMatchObject([
      { line: 3, column: 1 },
    ]);
  });

  it('locates in every file', async () => {
    const { document } = await load(files);
    if (!document) throw new Error('did not load');
    expect(
      locate(document, [{ file: 'api/schemas/order.json', pointer: '/Order/properties/lines' }]),
    ).toMatchObject([{ line: 1, column: 27 }]);
  });

  it('has a digest that moves with any text and not with the folder', async () => {
    const one = (await load(files)).document?.digest;
    const moved = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name.replace('api/', 'other/place/'), text]),
    );
    const changed = { ...files, 'api/schemas/line item.yaml': 'type: string\n' };
    expect((await load(moved)).document?.digest).toBe(one);
    expect((await load(changed)).document?.digest).not.toBe(one);
  });

  it('reports problems of files it reaches, in their own places', async () => {
    const result = await load({ ...files, 'api/schemas/line item.yaml': 'type: object\ntype: string\n' });
    expect(brief(result)).toEqual(['duplicate-key api/schemas/line item.yaml:2:1']);
    expect(result.partial?.title).toBe('Orders');
    expect(brief(await load({ ...files, 'api/schemas/line item.yaml': 'type: [' }))).toEqual([
      'yaml-syntax api/schemas/line item.yaml:1:8',
    ]);
  });
});

describe('references that lead nowhere', () => {
  const withRef = (ref: string, rest = '', others: Record<string, string> = {}) =>
    load({
      'api/openapi.yaml': `${head}paths:\n  /a:\n    get:\n      parameters:\n        - $ref: '${ref}'\n${rest}`,
      ...others,
    });

  it.each<[string, string, string, Record<string, string>, string, RegExp]>([
    [
      'a name spelled wrong',
      '#/components/parameters/Pge',
      'components: {parameters: {Page: {in: query, name: p}}}\n',
      {},
      'ref-not-found',
      /Did you mean 'Page'/,
    ],
    [
      'a section that is not there',
      '#/components/parameters/Page',
      '',
      {},
      'ref-not-found',
      /Correct the \$ref/,
    ],
    ['a file that is not there', './parameter/page.yaml', '', {}, 'ref-not-found', /add the file/],
    [
      'a file spelled wrong',
      './params/pge.yaml',
      '',
      { 'api/params/page.yaml': 'in: query' },
      'ref-not-found',
      /Did you mean 'page.yaml'/,
    ],
    [
      'a pointer missing in another file',
      'params.yaml#/Page',
      '',
      { 'api/params.yaml': 'Pages: {}' },
      'ref-not-found',
      /Did you mean 'Pages'/,
    ],
    ['an index beyond the list', '#/tags/1', 'tags: [{name: a}]\n', {}, 'ref-not-found', /Correct the \$ref/],
    ['an anchor nobody has', '#page', '', {}, 'ref-not-found', /Correct the \$ref/],
    ['http', 'http://example.com/page.yaml', '', {}, 'remote-ref-refused', /relative path/],
    ['https', 'https://example.com/page.yaml#/a', '', {}, 'remote-ref-refused', /relative path/],
    ['file', 'file:///etc/passwd', '', {}, 'remote-ref-refused', /relative path/],
    ['another host', '//example.com/page.yaml', '', {}, 'remote-ref-refused', /relative path/],
    ['another drive', 'C:\\page.yaml', '', {}, 'remote-ref-refused', /relative path/],
    ['an absolute path', '/etc/passwd', '', {}, 'ref-outside-root', /Move the file/],
    ['a path that climbs out', '../../../etc/passwd', '', {}, 'ref-outside-root', /Move the file/],
    [
      'a path that climbs out in disguise',
      '%2e%2e/%2e%2e/etc/passwd',
      '',
      {},
      'ref-outside-root',
      /Move the file/,
    ],
    ['a broken escape', '#/components/%zz', '', {}, 'ref-malformed', /%25/],
    ['itself', '#/paths/~1a/get/parameters/0', '', {}, 'ref-loop', /loop/],
  ])('%s', async (_, ref, rest, others, code, next) => {
    const result = await withRef(ref, rest, others);
    expect(result.document).toBeUndefined();
    expect(brief(result)).toEqual([`${code} api/openapi.yaml:7:11`]);
    expect(result.problems[0]).toMatchObject({
      pointer: '/paths/~1a/get/parameters/0/$ref',
      next: expect.stringMatching(next),
    });
  });

  it('asks the host for nothing remote, and only when told', async () => {
    const files = {
      'a.yaml': `${head}paths: {/a: {$ref: 'https://example.com/a.yaml'}}\n`,
      'https://example.com/a.yaml': 'get: {}\n',
    };
    const host = memoryHost(files);
    expect(brief(await loadDocument('a.yaml', host))).toEqual(['remote-ref-refused a.yaml:3:14']);
    expect(host.asked).toEqual(['a.yaml']);
    expect((await loadDocument('a.yaml', host, { allowRemote: true })).problems).toEqual([]);
  });

  it('says once what is used many times, and how often', async () => {
    const uses = Array.from(
      { length: 5 },
      (_, i) => `  /p${i}: {$ref: '#/components/pathItems/Gone'}\n`,
    ).join('');
    const { problems } = await load({ 'a.yaml': `${head}paths:\n${uses}` });
    expect(problems.map(formatProblem)).toEqual([
      expect.stringContaining(
        "a.yaml:4:9: '#/components/pathItems/Gone' points nowhere: 'a.yaml' has no 'components' (used 5 times in this file, first here)",
      ),
    ]);
  });

  it('finds loops through several references and leaves recursive schemas alone', async () => {
    const components = `components:
  schemas:
    A: {$ref: '#/components/schemas/B'}
    B: {$ref: '#/components/schemas/A'}
    Tree: {properties: {left: {$ref: '#/components/schemas/Tree'}}}
`;
    expect(brief(await load({ 'a.yaml': head + components }))).toEqual([
      'ref-loop a.yaml:5:9',
      'ref-loop a.yaml:6:9',
    ]);
  });

  it('keeps messages short, whatever the reference', async () => {
    const { problems } = await load({
      'a.yaml': `${head}paths: {/a: {$ref: '#/${'x'.repeat(100_000)}'}}\n${'y'.repeat(100_000)}: 1\n`,
    });
    expect(problems[0].message.length).toBeLessThan(700);
  });

  it('does not take payloads and names for references', async () => {
    const { problems } = await load({
      'a.yaml': `${head}components:
  schemas:
    Link:
      properties:
        $ref: {type: string}
        example: {type: string}
        default: {$ref: '#/components/schemas/Other'}
      example: {$ref: '#/not/here'}
      default: {$ref: '#/not/here'}
      enum: [{$ref: '#/not/here'}]
      examples: [{$ref: '#/not/here'}]
      x-anything: {$ref: '#/not/here'}
    Other: {}
  examples:
    one: {value: {$ref: '#/not/here'}}
`,
    });
    expect(problems).toEqual([]);
  });

  it('does take them for references where they are', async () => {
    const result = await load({
      'a.yaml': `${head}components:\n  schemas:\n    A: {properties: {default: {$ref: '#/not/1'}}}\n  examples:\n    one: {$ref: '#/not/2'}\n  responses:\n    default: {$ref: '#/not/3'}\n`,
    });
    expect(brief(result)).toEqual([
      'ref-not-found a.yaml:5:32',
      'ref-not-found a.yaml:7:11',
      'ref-not-found a.yaml:9:15',
    ]);
  });

  it('passes one $ref on the way for two names', async () => {
    const files = {
      'a.yaml': `${head}components:\n  schemas: {$ref: s.yaml}\n`,
      's.yaml':
        "X: {$ref: 'a.yaml#/components/schemas/Y'}\nY: {type: string}\nZ: {$ref: 'a.yaml#/components/schemas/X'}\n",
    };
    expect((await load(files)).problems).toEqual([]);
  });

  it('follows $anchor and $id', async () => {
    const schemas =
      "components:\n  schemas:\n    A: {$anchor: a, $id: 'https://example.com/a'}\n    B: {$ref: '#a'}\n    C: {$ref: 'https://example.com/a'}\n";
    expect((await load({ 'a.yaml': head + schemas })).problems).toEqual([]);
  });

  it('takes references that begin with the name the document has for itself', async () => {
    const schemas =
      "$self: https://example.com/api\ncomponents:\n  schemas:\n    A: {type: string}\n    B: {$ref: 'https://example.com/api#/components/schemas/A'}\n";
    expect((await load({ 'a.yaml': head + schemas })).problems).toEqual([]);
  });
});

describe('limits', () => {
  const many = (n: number) =>
    `${head}paths:\n${Array.from({ length: n }, (_, i) => `  /p${i}: {$ref: 'p${i}.yaml'}\n`).join('')}`;
  const parts = (n: number) =>
    Object.fromEntries(Array.from({ length: n }, (_, i) => [`p${i}.yaml`, 'get: {}\n']));

  it('files', async () => {
    expect((await load({ 'a.yaml': many(20), ...parts(20) }, { maxFiles: 21 })).problems).toEqual([]);
    const host = memoryHost({ 'a.yaml': many(20), ...parts(20) });
    const { problems } = await loadDocument('a.yaml', host, { maxFiles: 20 });
    expect(problems).toMatchObject([{ code: 'limit-files', file: 'a.yaml', line: 4 }]);
    expect(host.asked).toHaveLength(1);
  });

  it('references', async () => {
    expect((await load({ 'a.yaml': many(20), ...parts(20) }, { maxRefs: 19 })).problems).toMatchObject([
      { code: 'limit-refs' },
    ]);
  });

  it('bytes of one file and of all', async () => {
    expect(brief(await load({ 'a.yaml': new Uint8Array(101) }, { maxFileBytes: 100 }))).toEqual([
      'limit-size a.yaml:undefined:undefined',
    ]);
    const { problems } = await load(
      { 'a.yaml': many(20), ...parts(20) },
      { maxTotalBytes: many(20).length + 40 },
    );
    expect(problems[0]).toMatchObject({ code: 'limit-size' });
  });

  it('problems', async () => {
    const broken = Array.from({ length: 300 }, (_, i) => `  /p${i}: {$ref: '#/gone/${i}'}\n`).join('');
    const { problems } = await load({ 'a.yaml': `${head}paths:\n${broken}` }, { maxProblems: 10 });
    expect(problems).toHaveLength(11);
    expect(problems[10].code).toBe('limit-problems');
  });
});
