import { appendPointer } from '@treaty/contract-findings';
import fc from 'fast-check';
import { locate, locatePointers } from './locate';
import { printJson, Printed, printYaml } from './testing/print';

/** Small keys collide with each other, with array indexes and with pointer escapes; that is where locating goes wrong. */
const key = fc.oneof(
  fc.constantFrom(
    'a',
    'b',
    '0',
    '1',
    '200',
    'x/y',
    'x~1',
    '~',
    '',
    '__proto__',
    '<<',
    '$ref',
    'a b',
    '"',
    "'",
    '#',
    '\\',
    'ü',
    '{',
    ']',
    ':',
  ),
  fc.string({ maxLength: 6 }),
);
const value = fc.letrec<{ node: unknown }>(tie => ({
  node: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom('{"a":1}', "it's # not", '[,]', '- x'),
    ),
    fc.array(tie('node'), { maxLength: 4 }),
    fc.dictionary(key, tie('node'), { maxKeys: 5 }),
  ),
})).node;

/** What was noted and what is found, in a form that shows the difference. */
function compared({ text, places }: Printed): { found: unknown; noted: unknown } {
  const pointers = [...places.keys()];
  const found = locatePointers(text, pointers);
  return {
    found: pointers.map((pointer, i) => [pointer, found[i]]),
    noted: pointers.map(pointer => [pointer, places.get(pointer)]),
  };
}

describe('locate agrees with a printer that noted where it wrote', () => {
  it.each([
    ['pretty JSON', (x: unknown) => printJson(x)],
    ['dense JSON', (x: unknown) => printJson(x, '\n', true)],
    ['JSON with CRLF', (x: unknown) => printJson(x, '\r\n')],
    ['compact YAML', (x: unknown) => printYaml(x)],
    ['YAML with blocks on their own lines', (x: unknown) => printYaml(x, '\n', false)],
    ['YAML with CRLF', (x: unknown) => printYaml(x, '\r\n')],
  ])('%s', (_, print) => {
    const collections = value.filter(x => typeof x === 'object' && x !== null);
    fc.assert(
      fc.property(collections, x => {
        const { found, noted } = compared(print(x));
        expect(found).toEqual(noted);
      }),
      { numRuns: 300 },
    );
  });

  it('finds one pointer where it finds it among all', () => {
    fc.assert(
      fc.property(value, fc.nat(), (x, n) => {
        const { text, places } = printJson(x);
        const pointer = [...places.keys()][n % places.size];
        expect(locatePointers(text, [pointer])).toEqual([places.get(pointer)]);
      }),
    );
  });

  it('falls back to the nearest existing parent', () => {
    fc.assert(
      fc.property(value, fc.nat(), fc.boolean(), (x, n, yaml) => {
        const { text, places } = yaml && typeof x === 'object' ? printYaml(x) : printJson(x);
        const pointers = [...places.keys()];
        const parent = pointers[n % pointers.length];
        const missing = appendPointer(parent, 'no such key', 'deeper', 3);
        expect(locatePointers(text, [missing])).toEqual([places.get(parent)]);
      }),
    );
  });
});

describe('locatePointers', () => {
  const at = (text: string, ...pointers: string[]) =>
    locatePointers(text, pointers).map(p => `${p.line}:${p.column}`);

  it('points at the key of an entry and at the item of a sequence', () => {
    const text = 'openapi: 3.1.0\ntags:\n  - name: a\n  - name: b\nservers: [{url: /v1}, {url: /v2}]\n';
    expect(at(text, '/openapi', '/tags', '/tags/1', '/tags/1/name', '/servers/1/url')).toEqual([
      '1:1',
      '2:1',
      '4:5',
      '4:5',
      '5:24',
    ]);
  });

  it('points at the quotes of quoted keys and items', () => {
    expect(at(`"a": 1\n'b': ["x", 'y']\n`, '/a', '/b', '/b/0', '/b/1')).toEqual([
      '1:1',
      '2:1',
      '2:7',
      '2:12',
    ]);
  });

  it('follows aliases to where the text stands', () => {
    const text = 'base: &base\n  type: object\n  nested:\n    deep: 1\nuse: *base\nlist: [*base]\n';
    expect(at(text, '/use', '/use/type', '/use/nested/deep', '/list/0', '/list/0/nested')).toEqual([
      '5:1',
      '2:3',
      '4:5',
      '6:8',
      '3:3',
    ]);
  });

  it('follows merge keys, explicit keys first, earlier sources first', () => {
    const text = 'one: &one {a: 1, b: 1}\ntwo: &two {b: 2, c: 2}\nuse:\n  <<: [*one, *two]\n  a: 3\n';
    expect(at(text, '/use/a', '/use/b', '/use/c', '/use/d')).toEqual(['5:3', '1:18', '2:18', '3:1']);
  });

  it('takes a quoted << for a key like any other', () => {
    expect(at('use:\n  "<<": {a: 1}\n', '/use/a', '/use/<</a')).toEqual(['1:1', '2:10']);
  });

  it('uses the anchor that was last defined before an alias', () => {
    const text = 'a: &x {k: 1}\nb: &x {k: 2}\nc: *x\n';
    expect(at(text, '/c/k')).toEqual(['2:8']);
  });

  it('reads a YAML flow mapping that only starts like JSON', () => {
    expect(at("{ a: {b: 'x}'},\n c: [1, # no ]\n 2] }", '/a/b', '/c/1')).toEqual(['1:7', '3:2']);
  });

  it('does not count the byte order mark', () => {
    expect(at('\uFEFFopenapi: 3.1.0', '/openapi')).toEqual(['1:1']);
    expect(at('\uFEFF{"openapi": "3.1.0"}', '/openapi')).toEqual(['1:2']);
  });

  it('chooses a document of a stream, empty ones not counted', () => {
    const text = '---\n---\nkind: A\n---\n# nothing\n---\n\nkind: B\n';
    expect(locatePointers(text, ['/kind'], 0)).toEqual([{ line: 3, column: 1 }]);
    expect(locatePointers(text, ['/kind'], 1)).toEqual([{ line: 8, column: 1 }]);
  });

  it('answers with the start for text that does not parse and pointers that are none', () => {
    expect(at('a: [', '/a')).toEqual(['1:1']);
    expect(at('a: 1', 'a', '')).toEqual(['1:1', '1:1']);
  });

  it('never throws', () => {
    const pieces = fc.constantFrom(
      'a',
      ': ',
      '- ',
      '\n',
      '  ',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      ',',
      '&a ',
      '*a',
      '#',
      '\\',
      '? ',
      '<<',
      '|',
      '>',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 30 }).map(parts => parts.join('')),
        ),
        text => {
          expect(locatePointers(text, ['/a', '/0/a', '/<</a'])).toHaveLength(3);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('locate', () => {
  const texts = new Map([
    ['openapi.yaml', 'paths:\n  /a:\n    $ref: ./a.json\n'],
    ['a.json', '{\n  "get": {}\n}\n'],
  ]);

  it('works file by file and keeps the order of the question', () => {
    expect(
      locate({ texts }, [
        { file: 'a.json', pointer: '/get' },
        { file: 'openapi.yaml', pointer: '/paths/~1a' },
        { file: 'a.json', pointer: '' },
      ]),
    ).toEqual([
      { file: 'a.json', pointer: '/get', line: 2, column: 3 },
      { file: 'openapi.yaml', pointer: '/paths/~1a', line: 2, column: 3 },
      { file: 'a.json', pointer: '', line: 1, column: 1 },
    ]);
  });

  it('leaves a location in an unknown file as it is', () => {
    expect(locate({ texts }, [{ file: 'b.yaml', pointer: '/x' }])).toEqual([
      { file: 'b.yaml', pointer: '/x' },
    ]);
  });
});
