import { loadDocument } from './load';
import { locatePointers } from './locate';
import { memoryHost } from './testing/memoryHost';

const MB = 1024 * 1024;
const bomb = (close: string) =>
  `openapi: 3.1.0\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n${Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]\n`).join('')}${close}`;
const mergeBomb = `m: &m {${Array.from({ length: 2000 }, (_, i) => `k${i}: ${i}`).join(', ')}}\n${Array.from({ length: 2000 }, (_, i) => `n${i}: {<<: [*m, *m, *m]}`).join('\n')}`;
const deepYaml = Array.from({ length: 10_000 }, (_, i) => `${' '.repeat(i)}a:\n`).join('');
const deepAliases = `a0: &a0 {}\n${Array.from({ length: 2000 }, (_, i) => `a${i + 1}: &a${i + 1} {k: *a${i}}\n`).join('')}`;

describe('hostile input gives a problem within seconds, never a crash', () => {
  it.each<[string, () => string | Uint8Array, string | undefined]>([
    ['a YAML bomb', () => bomb(''), 'limit-aliases'],
    ['a bomb of merge keys', () => mergeBomb, 'limit-aliases'],
    ['a recursive alias', () => 'openapi: 3.1.0\na: &a [*a]', 'yaml-recursive-alias'],
    ['a recursive merge', () => 'openapi: 3.1.0\na: &a {<<: *a}', 'yaml-recursive-alias'],
    ['aliases nested by aliases', () => deepAliases, 'limit-depth'],
    ['10,000 nested YAML mappings', () => deepYaml, 'limit-depth'],
    ['10,000 nested YAML sequences', () => '- '.repeat(10_000), 'limit-depth'],
    ['10,000 nested complex keys', () => '? '.repeat(10_000), 'limit-depth'],
    ['10,000 nested flow collections', () => `a: ${'['.repeat(10_000)}`, 'limit-depth'],
    [
      '10,000 nested JSON arrays',
      () => `{"openapi":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
      'limit-depth',
    ],
    ['60 MB of open brackets', () => '['.repeat(60 * MB), 'limit-depth'],
    ['100 MB of spaces', () => new Uint8Array(100 * MB).fill(32), 'limit-size'],
    ['60 MB of spaces', () => ' '.repeat(60 * MB), 'empty-document'],
    ['60 MB of tabs', () => '\t'.repeat(60 * MB), 'empty-document'],
    ['a million separators', () => '---\n'.repeat(1_000_000), 'limit-nodes'],
    ['millions of list items', () => '- a\n'.repeat(3_000_000), 'limit-nodes'],
    [
      'a mapping of a hundred thousand keys',
      () => `openapi: 3.1.0\nx-a:\n${Array.from({ length: 100_000 }, (_, i) => `  k${i}: a\n`).join('')}`,
      'limit-nodes',
    ],
    ['millions of JSON arrays', () => `[${'[],'.repeat(6_000_000)}[]]`, 'limit-nodes'],
    ['a million equal keys', () => `{${'"a":1,'.repeat(1_000_000)}"a":1}`, 'duplicate-key'],
    ['an open quote before 20 MB', () => `a: "${'x'.repeat(20 * MB)}`, 'yaml-syntax'],
    ['20 MB of exclamation marks', () => '!'.repeat(20 * MB), 'yaml-syntax'],
    ['a NUL', () => 'openapi: 3.1.0\nx: \0', 'yaml-syntax'],
    ['a lone surrogate', () => 'openapi: 3.1.0\nx: \uD800', 'yaml-syntax'],
    ['random bytes', () => Uint8Array.from({ length: 1000 }, (_, i) => (i * 7919) % 256), 'not-utf8'],
    [
      'a million references to nothing',
      () =>
        `{"openapi":"3.1.0","paths":{${Array.from({ length: 250_000 }, (_, i) => `"/${i}":{"$ref":"#/${i}"}`).join(',')}}}`,
      'limit-refs',
    ],
    ['CRLF and BOM', () => '\uFEFFopenapi: 3.1.0\r\npaths: {}\r\n', undefined],
  ])(
    '%s',
    async (_, make, code) => {
      const content = make();
      const started = performance.now();
      const { document, problems } = await loadDocument(
        'openapi.yaml',
        memoryHost({ 'openapi.yaml': content }),
      );
      const codes = problems.map(problem => problem.code);
      expect(codes.length === 0 ? [undefined] : codes).toContain(code);
      expect(document === undefined).toBe(code !== undefined);
      expect(problems.length).toBeLessThanOrEqual(101);
      // Generous: the claim is linear work, and the machine may be busy.
      expect(performance.now() - started).toBeLessThan(30_000);
    },
    60_000,
  );

  it.each([
    ['a bomb', bomb('')],
    ['depth', deepYaml],
    ['open brackets', '['.repeat(MB)],
    ['open braces', '{"a":'.repeat(100_000)],
  ])('locating in %s ends, too', (_, text) => {
    expect(locatePointers(text, ['/a0/1', '/a12/0/0/0/0'])).toHaveLength(2);
  });

  it('a chain of references is told apart from a loop', async () => {
    const chain = (n: number) => {
      const schemas = Array.from(
        { length: n },
        (_, i) => `    S${i}: {$ref: '#/components/schemas/S${i + 1}'}\n`,
      );
      return `openapi: 3.1.0\ncomponents:\n  schemas:\n${schemas.join('')}    S${n}: {}\n`;
    };
    expect((await loadDocument('a.yaml', memoryHost({ 'a.yaml': chain(100) }))).problems).toEqual([]);
    const { problems } = await loadDocument('a.yaml', memoryHost({ 'a.yaml': chain(15_000) }));
    expect(new Set(problems.map(problem => problem.code))).toEqual(
      new Set(['limit-ref-chain', 'limit-problems']),
    );
  });

  it('pollutes no prototype', async () => {
    const yaml =
      'openapi: 3.1.0\n__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\ncomponents: {schemas: {__proto__: {$ref: "#/components/schemas/__proto__"}}}\n';
    await loadDocument('a.yaml', memoryHost({ 'a.yaml': yaml }));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
