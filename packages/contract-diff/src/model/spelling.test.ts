import { spelled, spelledBoth } from './spelling';
import { Shape, stylesDiffer } from './style';

const STYLES = [
  'form explode',
  'comma',
  'simple',
  'simple explode',
  'spaceDelimited',
  'pipeDelimited',
  'tab',
  'label',
  'label explode',
  'matrix',
  'matrix explode',
  'content application/json',
];

describe('a value as a style writes it', () => {
  it.each<[string, string, Shape, string]>([
    ['form explode', 'query', 'list', 'tags=a&tags=b'],
    ['form explode', 'query', 'composite', 'x=1&y=2'],
    ['comma', 'query', 'list', 'tags=a,b'],
    ['comma', 'query', 'composite', 'tags=x,1,y,2'],
    ['spaceDelimited', 'query', 'list', 'tags=a%20b'],
    ['pipeDelimited explode', 'query', 'list', 'tags=a&tags=b'],
    ['deepObject explode', 'query', 'composite', 'tags[x]=1&tags[y]=2'],
    ['simple', 'path', 'list', 'a,b'],
    ['simple explode', 'header', 'composite', 'x=1,y=2'],
    ['simple', 'header', 'composite', 'x,1,y,2'],
    ['label', 'path', 'list', '.a,b'],
    ['label explode', 'path', 'list', '.a.b'],
    ['matrix', 'path', 'list', ';tags=a,b'],
    ['matrix explode', 'path', 'list', ';tags=a;tags=b'],
    ['matrix explode', 'path', 'composite', ';x=1;y=2'],
    ['content application/json', 'query', 'list', 'tags=["a","b"]'],
    ['form explode reserved', 'query', 'scalar', 'tags=a/b'],
    ['form explode', 'query', 'scalar', 'tags=a'],
  ])('%s in a %s: a %s', (style, place, shape, text) => {
    expect(spelled(style, 'tags', place, shape)).toBe(text);
  });

  it('tells two ways apart wherever the comparison does', () => {
    for (const place of ['query', 'path', 'header'])
      for (const shape of ['scalar', 'list', 'composite'] as const)
        for (const one of STYLES)
          for (const other of STYLES.filter(style => stylesDiffer(one, style, shape))) {
            const [old, now] = spelledBoth([one, other], 'tags', place, shape);
            expect([one, other, shape, old]).not.toEqual([one, other, shape, now]);
          }
  });
});
