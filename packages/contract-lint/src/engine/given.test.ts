import { parseGiven, Progress } from './given';

const taken = (given: string) =>
  parseGiven(given)?.map(({ deep, names, asks }) =>
    [deep ? '..' : '.', names ? [...names].join('|') : '*', asks ? '?' : ''].join(''),
  );

describe('the steps of an expression', () => {
  it.each<[string, string[]]>([
    ['$', []],
    ['$.paths[*][*]', ['.paths', '.*', '.*']],
    ["$..['a','b']", ['..a|b']],
    ['$..[?(@.type=="array")]', ['..*']],
    ['$..parameters[?(@ && @.in && @.in.match(/query|path/))].name', ['..parameters', '.*?', '.name']],
    ['$..[securitySchemes][?(@.type=="http")].scheme', ['..securitySchemes', '.*?', '.scheme']],
    [
      '$.paths..parameters[*][?(@property === "name" && (@ === "id" || @.match(/(_id|Id|-id)$/)))]^.schema',
      ['.paths', '..parameters', '.*?', '.schema'],
    ],
    ["$.a[?(@.b === ')]')].c", ['.a', '.*?', '.c']],
    ['$.a[?(@.match(/[/)\\]]\\/\\)]/))].c', ['.a', '.*?', '.c']],
    ['$.a[?(@.b / 2 > 1)].c', ['.a', '.*?', '.c']],
    ["$.a[?(@['b']['c'])][?(@.d)].e", ['.a', '.*?', '.*?', '.e']],
  ])('%s', (given, expected) => {
    expect(taken(given)).toEqual(expected);
  });

  it.each([
    'paths',
    '$.a[?(@path === "x")].b',
    '$.a[?(@parent.b)].c',
    '$.a[?(@root.b)].c',
    '$..[?(@.a)]^.b',
    '$[?(@.a)]^^.b',
    '$.a^',
    '$.a~',
    '$.a[?(@.b]).c',
    "$.a[?(@.b === 'c)].d",
    '$.a[0:1]',
  ])('%s is not understood', given => {
    expect(parseGiven(given)).toBeUndefined();
  });
});

describe('progress along expressions', () => {
  const at = (given: string, ...tokens: string[]) => {
    const progress = new Progress([{ given, everywhere: false }]);
    return tokens.reduce((state, token) => progress.step(state, token), progress.start);
  };

  it('is never quiet between a filter and what it leads to', () => {
    const given = '$.a[?(@.x)].b.c';
    expect(at(given, 'a').quiet).toBe(true);
    expect(at(given, 'a', '0').quiet).toBe(false);
    expect(at(given, 'a', '0', 'b').quiet).toBe(false);
    // The end of the expression is told of the place itself, and nothing of what is below.
    expect(at(given, 'a', '0', 'b', 'c').quiet).toBe(true);
    expect(at(given, 'a', '0', 'x').quiet).toBe(true);
  });

  it('stays loud for as long as a descent behind a filter goes on', () => {
    expect(at('$.a[?(@.x)]..b', 'a', '0', 'c', 'd').quiet).toBe(false);
    expect(at('$.a..b', 'a', '0', 'c', 'd').quiet).toBe(true);
  });
});
