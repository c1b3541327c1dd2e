import { formatProblem } from '@treaty/contract-findings';
import fc from 'fast-check';
import { dump } from 'js-yaml';
import { parseAll, parseText } from './parse';
import { printJson, printYaml } from './testing/print';

const json = fc.jsonValue({ maxDepth: 5 }).map(x => JSON.parse(JSON.stringify(x)) as unknown);
const read = (text: string, uri = 'openapi.yaml') => parseText(text, uri);
/** `code line:column`, the part of a problem that must be exact. */
const brief = (text: string, uri?: string) =>
  read(text, uri).problems.map(p => `${p.code} ${p.line}:${p.column}`);

describe('parse(print(x)) = x', () => {
  it('for JSON, pretty and dense', () => {
    fc.assert(
      fc.property(json, fc.boolean(), (x, dense) => {
        expect(read(printJson({ x }, '\r\n', dense).text)).toEqual({ value: { x }, problems: [] });
      }),
    );
  });

  it('for YAML of our own printer', () => {
    fc.assert(
      fc.property(json, fc.boolean(), fc.constantFrom('\n', '\r\n'), (x, compact, eol) => {
        expect(read(printYaml({ x }, eol, compact).text)).toEqual({ value: { x }, problems: [] });
      }),
    );
  });

  it('for YAML of another printer', () => {
    fc.assert(
      fc.property(json, fc.boolean(), fc.constantFrom(-1, 0, 2), (x, noRefs, flowLevel) => {
        expect(read(dump({ x }, { noRefs, flowLevel }))).toEqual({ value: { x }, problems: [] });
      }),
    );
  });

  it('for YAML with aliases in the place of repeated values', () => {
    fc.assert(
      fc.property(json, x => {
        expect(read(dump({ first: x, again: [x, { x }] }))).toEqual({
          value: { first: x, again: [x, { x }] },
          problems: [],
        });
      }),
    );
  });
});

describe('keys that are written with a backslash', () => {
  it('are never taken for one another, in one text or in two', () => {
    const keysOf = (text: string) => Object.keys(read(text, 'a.json').value as object);
    const texts = ['{"":null,"\\\\":null}', '{"":null,"\\"":null}'];
    expect(texts.map(keysOf)).toEqual([
      ['', '\\'],
      ['', '"'],
    ]);
    expect(read(`[${texts.join(',')}]`, 'a.json').value).toEqual([
      { '': null, '\\': null },
      { '': null, '"': null },
    ]);
  });

  it('are what was printed, among others of all kinds', () => {
    const key = fc.string({
      unit: fc.constantFrom('\\', '"', '/', 'n', 'u', '0', '\n', 'é', '\u0001'),
      maxLength: 3,
    });
    const value = fc.oneof(fc.constantFrom(null, true, -1.5e3, 'a\\"b', ''), fc.array(fc.constant(1)));
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.oneof(key, fc.constant('__proto__')), value, { noNullPrototype: true })),
        fc.constantFrom(undefined, 1, '\t'),
        (list, space) => {
          expect(read(JSON.stringify(list, undefined, space), 'a.json')).toEqual({
            value: list,
            problems: [],
          });
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('never throws, and every problem is complete', () => {
  const pieces = fc.constantFrom(
    'a',
    '1',
    ': ',
    ':',
    '- ',
    '\n',
    '\n  ',
    '\t',
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
    '>\n',
    '!!int ',
    '!x ',
    '---\n',
    '...\n',
    '%TAG',
    '\uFEFF',
    '\0',
    '\u2028',
    '\uD800',
    '__proto__',
    'null',
    '~',
    '0x1F',
    '1e3',
    '.inf',
  );
  it.each([
    ['arbitrary text', fc.string({ unit: 'binary' })],
    ['pieces of YAML and JSON', fc.array(pieces, { maxLength: 40 }).map(parts => parts.join(''))],
    [
      'broken JSON',
      fc.tuple(json, fc.nat(), fc.string({ maxLength: 3 })).map(([x, n, junk]) => {
        const text = JSON.stringify({ x });
        return text.slice(0, n % text.length) + junk + text.slice((n % text.length) + 1);
      }),
    ],
  ])('%s', (_, texts) => {
    fc.assert(
      fc.property(texts, fc.constantFrom('a.yaml', 'a.json', 'a'), (text, uri) => {
        const { value, problems } = parseText(text, uri);
        expect(value !== undefined || problems.length > 0).toBe(true);
        const lines = text.split(/\r\n|\r|\n/).length;
        for (const problem of problems) {
          expect(problem).toMatchObject({
            file: uri,
            code: expect.stringMatching(/^[a-z][a-z0-9-]+$/),
            message: expect.stringMatching(/\S/),
            next: expect.stringMatching(/\S.*\.$/),
          });
          expect(problem.line).toBeGreaterThanOrEqual(1);
          expect(problem.line).toBeLessThanOrEqual(lines);
          expect(problem.column).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('places the error of broken JSON exactly where JSON.parse stops', () => {
    fc.assert(
      fc.property(
        json,
        fc.nat(),
        fc.constantFrom('', '}', ']', ',', ':', 'x', '"', "'", '01', '/'),
        (x, n, junk) => {
          const whole = JSON.stringify({ x });
          const text = whole.slice(0, n % whole.length) + junk + whole.slice((n % whole.length) + 1);
          let valid = true;
          try {
            JSON.parse(text);
          } catch {
            valid = false;
          }
          const syntax = parseText(text, 'a.json').problems.some(problem =>
            /json-syntax|yaml-syntax/.test(problem.code),
          );
          // What does not start like JSON is YAML, whatever its name.
          expect(syntax && text.startsWith('{')).toBe(!valid && text.startsWith('{'));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('YAML 1.2 values', () => {
  it.each([
    [
      'dates stay text',
      'a: 2027-06-30\nb: 2027-06-30T12:00:00Z\nc: !!timestamp 2027-06-30',
      { a: '2027-06-30', b: '2027-06-30T12:00:00Z', c: '2027-06-30' },
    ],
    [
      'numbers as keys become text, as written',
      '200: a\n1.0: b\n010: c\n0x1F: d\n-1: e',
      { 200: 'a', '1.0': 'b', '010': 'c', '0x1F': 'd', '-1': 'e' },
    ],
    ['null and booleans as keys become text', 'null: a\ntrue: b\n~: c', { null: 'a', true: 'b', '~': 'c' }],
    [
      'yes, no, on, off are text (the Norway problem)',
      '[yes, no, on, off, NO, y, n]',
      ['yes', 'no', 'on', 'off', 'NO', 'y', 'n'],
    ],
    [
      'core schema scalars',
      '[null, Null, ~, true, False, 12, +12, -0x1, 0x1F, 0o17, 1.5, 1e3, .5, "12", 1_000, 12:30]',
      [null, null, null, true, false, 12, 12, '-0x1', 31, 15, 1.5, 1000, 0.5, '12', '1_000', '12:30'],
    ],
    [
      'explicit tags',
      '[!!str 12, !!int "12", !!float "1", !!bool "true", !!null "", ! 12]',
      ['12', 12, 1, true, null, '12'],
    ],
    [
      'merge keys, explicit keys win',
      'a: &a {x: 1, y: 1}\nb: {<<: *a, y: 2}\nc: {y: 3, <<: *a}',
      { a: { x: 1, y: 1 }, b: { x: 1, y: 2 }, c: { x: 1, y: 3 } },
    ],
    [
      'merge lists, earlier sources win',
      'a: &a {x: 1}\nb: &b {x: 2, y: 2}\nc: {<<: [*a, *b]}',
      { a: { x: 1 }, b: { x: 2, y: 2 }, c: { x: 1, y: 2 } },
    ],
    ['a quoted << is a key', '"<<": {a: 1}', { '<<': { a: 1 } }],
    ['block scalars', 'a: |\n  x\n  y\nb: >-\n  x\n  y\n', { a: 'x\ny\n', b: 'x y' }],
    ['an empty value', 'a:\nb: ""', { a: null, b: '' }],
    ['CRLF', 'a: 1\r\nb:\r\n  - x\r\n', { a: 1, b: ['x'] }],
    ['a byte order mark', '\uFEFFa: 1', { a: 1 }],
    ['tabs after content', 'a:\t1\nb: x\t# comment', { a: 1, b: 'x' }],
  ])('%s', (_, text, value) => {
    expect(read(text)).toEqual({ value, problems: [] });
  });

  it.each([
    ['YAML', '__proto__: {polluted: yes}\na: {__proto__: 1, constructor: 2}'],
    ['merged YAML', 'a: &a {__proto__: {polluted: 1}}\nb: {<<: *a}'],
    ['JSON', '{"__proto__": {"polluted": true}}'],
  ])('__proto__ in %s is plain data', (_, text) => {
    const value = read(text).value as Record<string, unknown>;
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    for (const object of [value, value.b ?? {}]) expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
    expect(JSON.stringify(value)).toContain('"__proto__"');
  });

  it('keeps the text under an unknown tag and says so', () => {
    const { value, problems } = read('a: !Ref b\nc: !Sub [d]');
    expect(value).toEqual({ a: 'b', c: ['d'] });
    expect(problems.map(p => [p.code, p.severity, p.line])).toEqual([
      ['yaml-unknown-tag', 'warning', 1],
      ['yaml-unknown-tag', 'warning', 2],
    ]);
  });
});

describe('problems have exact places', () => {
  it.each([
    ['a tab as indentation', 'a:\n\tb: 1', 'yaml-syntax 2:1'],
    ['a tab between brackets', 'a: [1,\t2]', 'yaml-syntax 1:8'],
    ['a bad indentation', 'a:\n    b: 1\n  c: 2', 'yaml-syntax 3:3'],
    ['an open bracket', 'a: [1, 2', 'yaml-syntax 1:9'],
    ['an open quote', 'a: "x\nb: 1', 'yaml-syntax 2:1'],
    ['a colon without a space', 'a: b: c', 'yaml-syntax 1:5'],
    ['an alias without an anchor', 'a: *b', 'yaml-syntax 1:4'],
    ['an alias inside its own anchor', 'a: &a\n  b: *a', 'yaml-recursive-alias 2:6'],
    ['a mapping as key', '? {a: 1}\n: 2', 'yaml-complex-key 1:3'],
    ['a value that is not what its tag says', 'a: !!int x', 'yaml-syntax 1:10'],
    ['a NUL character', 'a: \0', 'yaml-syntax 1:4'],
    ['a duplicate key', 'a: 1\nb:\n  c: 1\n  c: 2\na: 2', 'duplicate-key 4:3,duplicate-key 5:1'],
    ['keys that differ only in spelling as YAML, not as JSON', '"200": a\n200: b', 'duplicate-key 2:1'],
    ['two documents', 'a: 1\n---\nb: 1', 'multiple-documents 1:1'],
    ['nothing', '', 'empty-document 1:1'],
    ['spaces', ' \n \r\n', 'empty-document 1:1'],
    ['comments', '# later\n', 'empty-document 1:1'],
    ['a separator', '---\n', 'empty-document 1:1'],
  ])('%s', (_, text, expected) => {
    expect(brief(text).join()).toBe(expected);
  });

  it.each([
    ['a trailing comma', '{"a": 1,\n}', '2:1', /',' before '}'/],
    ['a trailing comma in a list', '[1,]', '1:4', /',' before '\]'/],
    ['a missing comma', '{"a": 1\n "b": 2}', '2:2', /expected ','/],
    ['a missing colon', '{"a" 1}', '1:6', /expected ':'/],
    ['a missing value', '{"a": }', '1:7', /no value/],
    ['a bare key', '{a: 1}', '1:2', /double quotes/],
    ['single quotes', '{"a": \'b\'}', '1:7', /single quotes/],
    ['a comment', '{ // no\n}', '1:3', /no comments/],
    ['an open string', '{"a": "b\n}', '1:7', /not closed on its line/],
    ['a tab in a string', '{"a": "\t"}', '1:8', /control character/],
    ['a bad escape', '{"a": "\\x"}', '1:8', /not a JSON escape/],
    ['a leading zero', '{"a": 01}', '1:7', /not a JSON number/],
    ['NaN', '{"a": NaN}', '1:7', /found 'NaN'/],
    ['an open object', '{"a": [1]', '1:10', /ends inside an object/],
    ['a wrong bracket', '{"a": [1}', '1:9', /closes nothing/],
    ['text after the end', '{} x', '1:4', /after the end/],
  ])('JSON: %s', (_, text, place, message) => {
    const { value, problems } = read(text, 'openapi.json');
    expect(value).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(`${problems[0].line}:${problems[0].column}`).toBe(place);
    expect(problems[0]).toMatchObject({ code: 'json-syntax', message: expect.stringMatching(message) });
  });

  it('JSON: every duplicate key, with both lines, and the last value', () => {
    const { value, problems } = read('{\n "a": 1,\n "b": {"c": 1, "\\u0063": 2},\n "a": 2\n}', 'x.json');
    expect(value).toEqual({ a: 2, b: { c: 2 } });
    expect(problems.map(formatProblem)).toEqual([
      expect.stringContaining("x.json:3:16: key 'c' appears twice in this object (first on line 3)"),
      expect.stringContaining("x.json:4:2: key 'a' appears twice in this object (first on line 2)"),
    ]);
  });

  it('reads what starts like JSON as YAML, unless it is named .json', () => {
    expect(read("{ openapi: '3.1.0', # flow\n tags: [a,],}").value).toEqual({
      openapi: '3.1.0',
      tags: ['a'],
    });
    expect(brief('{"a": 1,}', 'a.json')).toEqual(['json-syntax 1:9']);
    expect(brief('{"a" 1}', 'openapi')).toEqual(['json-syntax 1:6']);
  });
});

describe('parseAll', () => {
  it('reads every document of a stream and leaves out empty ones', () => {
    expect(parseAll('---\nkind: A\n---\n---\nkind: B\n...\n', 'catalog-info.yaml')).toEqual({
      values: [{ kind: 'A' }, { kind: 'B' }],
      problems: [],
    });
  });
});
