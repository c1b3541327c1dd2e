import { suggest } from './suggest';

describe('suggest', () => {
  it.each([
    ['getOrdr', ['getOrder', 'listOrders'], 'getOrder'],
    ['GETORDER', ['getOrder'], 'getOrder'],
    ['chekc', ['check', 'diff'], 'check'],
    ['banana', ['getOrder'], undefined],
    ['x', [], undefined],
  ])('%s among %j is %s', (name, candidates, expected) => {
    expect(suggest(name, candidates)).toBe(expected);
  });
});
