import fc from 'fast-check';
import { Json } from '@stoplight/spectral-parsers';
import { parseJsonText } from './json-text';

const key = fc.oneof(
  fc.constantFrom(
    'a',
    'b',
    '',
    '0',
    '1',
    '10',
    '2',
    '01',
    '1e1',
    '-1',
    'a/b',
    '"',
    '\\',
    'ü',
    '😀',
    '$ref',
    '1.5',
  ),
  fc.string({ maxLength: 3 }),
);
const value = fc.letrec(tie => ({
  any: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(null, true, false, 0, -1.5e-7, 1e300, '', 'x', '"', '\\', '\n', '\u2028'),
    fc.string({ maxLength: 4 }),
    fc.array(tie('any'), { maxLength: 4 }),
    // Pairs, so that the text has an order that an object would not keep.
    fc
      .uniqueArray(fc.tuple(key, tie('any')), { maxLength: 5, selector: ([name]) => name })
      .map(pairs => new Map(pairs)),
  ),
})).any;

type Written = { text: string; paths: string[][] };

/** JSON with line breaks of every kind wherever they are allowed, and a path to every value of it. */
function write(given: unknown, breaks: () => string, at: string[] = []): Written {
  const parts: Written[] = [];
  const inner = (prefix: string, member: unknown, token: string) => {
    const { text, paths } = write(member, breaks, [...at, token]);
    parts.push({ text: `${breaks()}${prefix}${breaks()}${text}${breaks()}`, paths });
  };
  const finish = (open: string, close: string): Written => ({
    text: `${open}${breaks()}${parts.map(part => part.text).join(',')}${close}`,
    paths: [at, ...parts.flatMap(part => part.paths)],
  });
  if (Array.isArray(given)) {
    given.forEach((item, index) => inner('', item, String(index)));
    return finish('[', ']');
  }
  if (given instanceof Map) {
    for (const [name, member] of given as Map<string, unknown>)
      inner(`${JSON.stringify(name)}${breaks()}:`, member, name);
    return finish('{', '}');
  }
  return { text: JSON.stringify(given), paths: [at] };
}

/** Values with their keys in the order in which they are listed. */
function listed(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(listed);
  if (typeof data !== 'object' || data === null) return data;
  return Object.entries(data).map(([name, member]) => [name, listed(member)]);
}

it('never takes one escaped key for another', () => {
  const keysOf = (text: string) =>
    Object.keys((parseJsonText(text)?.data ?? Json.parse(text).data) as object);
  expect(keysOf('{"":null,"\\\\":null}')).toEqual(['', '\\']);
  expect(keysOf('{"":null,"\\"":null}')).toEqual(['', '"']);
});

it('reads what the parser of Spectral reads, in its order, and finds everything where it does', () => {
  let seen = 0;
  fc.assert(
    fc.property(
      value,
      fc.array(fc.constantFrom('', ' ', '\n', '\r\n', '\r', '\t'), { minLength: 1 }),
      (given, gaps) => {
        let turn = 0;
        const { text, paths } = write(given, () => gaps[turn++ % gaps.length]);
        const quick = parseJsonText(text);
        if (!quick) return;
        seen++;
        const stock = Json.parse(text);
        expect(stock.diagnostics).toEqual([]);
        expect(listed(quick.data)).toEqual(listed(stock.data));
        for (const path of [
          ...paths,
          ['nowhere'],
          ['0', 'nowhere'],
          ...paths.map(one => [...one, 'x', '0']),
        ]) {
          for (const closest of [true, false]) {
            expect([path, quick.index.range(path, closest)]).toEqual([
              path,
              Json.getLocationForJsonPath(stock, path, closest)?.range,
            ]);
          }
        }
      },
    ),
    { numRuns: 400 },
  );
  expect(seen).toBeGreaterThan(300);
}, 60_000);

it.each([
  ['a key twice', '{"a":1,"a":2}'],
  ['a key twice in two spellings', '{"a":1,"\\u0061":2}'],
  ['a key that is no member', '{"__proto__":{"a":1}}'],
  ['the same in another spelling', '{"_\\u005Fproto__":{"a":1}}'],
  ['a comment', '{"a":1 /* one */}'],
  ['nothing', ''],
  ['half of it', '{"a":'],
])('leaves %s to the parser of Spectral', (_, text) => {
  expect(parseJsonText(text)).toBeUndefined();
});
