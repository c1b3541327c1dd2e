import fc from 'fast-check';
import { matches } from './compile';
import { findWord } from './search';

const within = (inner: string, outer: string): string => {
  const answer = findWord({ inside: [inner], outside: [outer] });
  if (answer.kind === 'word') return `no: ${answer.word}`;
  return answer.kind === 'none' ? 'yes' : 'unknown';
};

describe('pattern inclusion', () => {
  it.each([
    ['^a+$', '^a*$', 'yes'],
    ['^a*$', '^a+$', 'no: '],
    ['^[a-f0-9]{4}$', '^[a-z0-9]+$', 'yes'],
    ['^[a-z0-9]+$', '^[a-f0-9]{4}$', 'no: a'],
    ['abc', 'b', 'yes'],
    ['b', 'abc', 'no: b'],
    ['^(foo|bar)$', '^(bar|foo|baz)$', 'yes'],
    ['^\\d{3}-\\d{4}$', '^[0-9-]+$', 'yes'],
    ['^(?<=a)b$', 'b', 'unknown'],
    ['^(?=a)b|c$', 'b', 'unknown'],
    ['^(?=a)+b$', 'b', 'unknown'],
    ['(?=a)b$', 'b', 'unknown'],
    ['^(?=a)b$', 'x', 'yes'],
    ['^(?=.*[0-9])(?=.*[a-z])[a-z0-9]{3,}$', '^(?=.*[a-z])(?=.*[0-9]).{3,}$', 'yes'],
    ['^(?=.*[0-9])[a-z0-9]{3}$', '^(?=.*[a-z])(?=.*[0-9]).{3,}$', 'no: 000'],
    ['^(?!admin$)[a-z]+$', '^[a-z]+$', 'yes'],
    ['^[a-z]+$', '^(?!admin$)[a-z]+$', 'no: admin'],
    ['^[a-z]+$', '^(?!.*[0-9])[a-z]+$', 'yes'],
    ['^(?!\\\\)[)\\\\]$', '^\\)$', 'yes'],
    ['^(?![)|])(a|[|])$', '^a$', 'yes'],
    ['^(a)\\1$', 'a', 'unknown'],
    ['^.*$', '', 'yes'],
  ])('%s within %s: %s', (inner, outer, expected) => {
    expect(within(inner, outer)).toBe(expected);
  });

  it('counts length in both directions', () => {
    expect(findWord({ inside: ['^a*$'], minLength: 3 })).toEqual({ kind: 'word', word: 'aaa' });
    expect(findWord({ inside: ['^a{5}'], maxLength: 4 })).toEqual({ kind: 'none' });
    expect(findWord({ inside: [], minLength: 2, maxLength: 1 })).toEqual({ kind: 'none' });
  });

  it('gives up on patterns that cost too much instead of hanging', () => {
    expect(within('^(a|b)*a(a|b){40}$', '^(a|b)*b(a|b){40}$')).not.toBe('yes');
  });

  it('agrees with the regular expression engine on every word it finds', () => {
    const atom = fc.constantFrom('a', 'b', '[ab]', '[^a]', '\\d', '.', '(a|bc)', '(?:ab)');
    const quantified = fc
      .tuple(atom, fc.constantFrom('', '*', '+', '?', '{2}', '{1,3}'))
      .map(parts => parts.join(''));
    const pattern = fc
      .tuple(
        fc.constantFrom('', '^', '^(?=.*b)', '^(?!ab?$)', '^(?=a|.b)(?!.*c)'),
        fc.array(quantified, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('', '$'),
      )
      .map(([start, items, end]) => start + items.join('') + end);
    fc.assert(
      fc.property(
        pattern,
        pattern,
        fc.array(fc.string({ maxLength: 6 }), { maxLength: 20 }),
        (inner, outer, words) => {
          const answer = findWord({ inside: [inner], outside: [outer] });
          const differs = (word: string) =>
            new RegExp(inner, 'u').test(word) && !new RegExp(outer, 'u').test(word);
          const found = answer.kind === 'word' ? [answer.word] : [];
          expect(found.filter(word => !differs(word))).toEqual([]);
          expect(answer.kind === 'none' ? words.filter(differs) : []).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('matching a value', () => {
  it.each([
    ['^[A-Z0-9]+(-[A-Z0-9]+)*$', 'AB-12', true],
    ['^[A-Z0-9]+(-[A-Z0-9]+)*$', 'AB-', false],
    ['(a+)+$', `${'a'.repeat(150)}b`, false],
    ['(ab+)+', 'xxabbabx', true],
    ['^(a)\\1+$', 'aa', true],
    ['^(?=(a+)+$)a', 'a', undefined],
  ])('%s on %s: %s', (pattern, value, expected) => {
    expect(matches(pattern, value)).toBe(expected);
  });
});
