import { digest, fingerprint } from './fingerprint';
import { compareLevels, LEVELS } from './level';
import { appendPointer, parsePointer } from './location';
import { formatProblem } from './problem';
import { AT_LOCATIONS, formatAt, formatSubject, parseAt, Subject, subjectKey } from './subject';
import { compareVerdicts, VERDICTS } from './verdict';

/** Tokens where escaping goes wrong first. */
const TOKENS = [
  '',
  'a',
  '/',
  '~',
  '~0',
  '~1',
  '~01',
  '~~',
  '//',
  'a/b',
  '*',
  '{*}',
  ' ',
  'ü',
  '💶',
  '__proto__',
  '0',
  'a\\b',
  '%2F',
  '"',
];
const PATHS = [[], ...TOKENS.map(token => [token]), ...TOKENS.flatMap(a => TOKENS.map(b => [a, b]))];

/** Subjects that differ pairwise, moving the same word from part to part. */
const SUBJECTS: Subject[] = [
  {},
  { operation: 'x' },
  { at: 'body' },
  { at: 'body/x' },
  { status: 'x' },
  { media: 'x' },
  { direction: 'request' },
  { direction: 'response' },
  { operation: 'x', status: 'y' },
  { operation: 'y', status: 'x' },
  { operation: 'x', media: 'y' },
  { operation: 'x', at: 'body/y' },
  { operation: 'x', direction: 'request', at: 'body/y' },
];

describe('JSON Pointers', () => {
  it('take raw tokens and give them back', () => {
    for (const tokens of PATHS) expect(parsePointer(appendPointer('', ...tokens))).toEqual(tokens);
  });

  it('differ for different paths', () => {
    expect(new Set(PATHS.map(tokens => appendPointer('', ...tokens))).size).toBe(PATHS.length);
  });

  it('grow at the end', () => {
    for (const tokens of PATHS)
      expect(appendPointer(appendPointer('/a', ...tokens), 7)).toBe(appendPointer('/a', ...tokens, 7));
  });

  it.each([
    ['/foo/0', ['foo', '0']],
    ['/', ['']],
    ['/a~1b', ['a/b']],
    ['/m~0n', ['m~n']],
    ['/~01', ['~1']],
    ['/c%d', ['c%d']],
  ])('RFC 6901: %s', (pointer, tokens) => {
    expect(parsePointer(pointer)).toEqual(tokens);
  });

  it.each(['a', '#/a', ' /a'])("'%s' is none", text => {
    expect(() => parsePointer(text)).toThrow(RangeError);
  });
});

describe('at', () => {
  it('takes a location and raw tokens and gives them back', () => {
    for (const location of AT_LOCATIONS) {
      for (const tokens of PATHS) expect(parseAt(formatAt(location, tokens))).toEqual({ location, tokens });
    }
  });

  it.each(['', 'payload/x', '/body', 'Body'])("refuses '%s'", at => {
    expect(() => parseAt(at)).toThrow(RangeError);
  });
});

describe('subjectKey', () => {
  it('is equal exactly for equal subjects', () => {
    expect(new Set(SUBJECTS.map(subjectKey)).size).toBe(SUBJECTS.length);
    for (const subject of SUBJECTS)
      expect(subjectKey(Object.fromEntries(Object.entries(subject).reverse()))).toBe(subjectKey(subject));
  });

  it('takes an absent part for an undefined one', () => {
    expect(subjectKey({ operation: 'x', at: undefined })).toBe(subjectKey({ operation: 'x' }));
  });
});

describe('formatSubject', () => {
  it.each<[Subject, string]>([
    [{}, 'the whole document'],
    [{ operation: 'GET /a' }, 'GET /a'],
    [
      { operation: 'POST /a', direction: 'request', at: 'body/x', media: 'application/json' },
      'POST /a application/json  /x',
    ],
    [
      { operation: 'POST /a', direction: 'request', at: 'body', media: 'application/json' },
      'POST /a application/json  body',
    ],
    [
      {
        operation: 'GET /a',
        direction: 'response',
        status: '200',
        media: 'application/json',
        at: 'body/x/*/a~1b',
      },
      'GET /a → 200 application/json  /x/*/a~1b',
    ],
    [{ operation: 'GET /a', direction: 'request', at: 'query/expand' }, 'GET /a  query expand'],
    [{ operation: 'GET /a', at: 'security' }, 'GET /a  security'],
    [{ operation: 'GET /a', at: 'operation' }, 'GET /a'],
    [{ at: 'document' }, 'the whole document'],
  ])('%j', (subject, line) => {
    expect(formatSubject(subject)).toBe(line);
  });
});

describe('fingerprint', () => {
  it('is 16 hex digits, the same for the same parts, of any Unicode normalisation', () => {
    expect(fingerprint(['rule', 'ü'])).toMatch(/^[0-9a-f]{16}$/);
    expect(fingerprint(['rule', 'u\u0308'])).toBe(fingerprint(['rule', '\u00fc']));
  });

  it('differs when a part, the order or the cut between parts differs', () => {
    const lists = [...PATHS, ['ab', 'c'], ['a', 'bc'], ['abc'], ['', 'abc'], ['abc', '']];
    expect(new Set(lists.filter(list => list.length > 0).map(fingerprint)).size).toBe(lists.length - 1);
  });

  it('is what it always was: waivers and baselines hang on it', () => {
    expect(
      fingerprint([
        'response-property-removed',
        'GET /orders\u0000response\u0000200\u0000application/json\u0000body/customer',
        'email',
      ]),
    ).toBe('3e52e36317600267');
    expect(digest('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(digest('grüß dich')).toBe('04912357731daba88ae9c93116f388313f25dac0b61f2cd5ba463399ae3c902c');
  });
});

describe('orders', () => {
  it('levels and verdicts sort from worst to mildest', () => {
    expect([...LEVELS].reverse().sort(compareLevels)).toEqual([...LEVELS]);
    expect([...VERDICTS].reverse().sort(compareVerdicts)).toEqual([
      'breaks',
      'may-break',
      'no-evidence',
      'unaffected',
    ]);
  });
});

describe('formatProblem', () => {
  const problem = { code: 'x', message: 'it is wrong', next: 'Correct it.', severity: 'error' as const };
  it.each([
    [{}, 'it is wrong → Correct it.'],
    [{ file: 'a.yaml' }, 'a.yaml: it is wrong → Correct it.'],
    [{ file: 'a.yaml', line: 3, column: 5 }, 'a.yaml:3:5: it is wrong → Correct it.'],
    [{ file: 'a.yaml', column: 5 }, 'a.yaml: it is wrong → Correct it.'],
  ])('%j', (place, line) => {
    expect(formatProblem({ ...problem, ...place })).toBe(line);
  });
});
