import { singleFileDocument } from '@treaty/contract-findings';
import { PathMatcher } from './match';

const paths = (spec: Record<string, string[]>) =>
  singleFileDocument({
    paths: Object.fromEntries(
      Object.entries(spec).map(([template, methods]) => [
        template,
        Object.fromEntries(methods.map(m => [m, {}])),
      ]),
    ),
  });

const matcher = new PathMatcher(
  paths({
    '/orders': ['get', 'post'],
    '/orders/{id}': ['get', 'delete'],
    '/orders/latest': ['get'],
    '/jobs/{id}': ['get', 'post'],
    '/jobs/{id}:cancel': ['post'],
    '/files/{name}.{ext}': ['get'],
    '/files/{name}': ['get'],
    '/{tenant}/users': ['get'],
    '/teams/{team}': ['get'],
    '/teams/{name}': ['put'],
    '/a/{x}/c': ['get'],
    '/a/b/{y}': ['get'],
    '/slash/': ['get'],
  }),
  { basePaths: ['/api', '/api/v2/'] },
);

describe('PathMatcher', () => {
  it.each([
    ['GET', '/orders', 'GET /orders', 'exact'],
    ['GET', 'https://api.example.com/api/v2/orders/o-1?expand=lines#x', 'GET /orders/{id}', 'exact'],
    ['GET', '/api/orders/latest', 'GET /orders/latest', 'ranked'],
    ['HEAD', '/orders', 'GET /orders', 'exact'],
    ['POST', '/jobs/j1:cancel', 'POST /jobs/{id}:cancel', 'ranked'],
    ['POST', '/jobs/j1', 'POST /jobs/{id}', 'exact'],
    ['GET', '/jobs/j1:cancel', 'GET /jobs/{id}', 'shadowed'],
    ['DELETE', '/orders/latest', 'DELETE /orders/{id}', 'shadowed'],
    ['GET', '/files/a.txt', 'GET /files/{name}.{ext}', 'ranked'],
    ['GET', '/acme/users', 'GET /{tenant}/users', 'exact'],
    ['GET', '/%6Frders', 'GET /orders', 'exact'],
    ['PUT', '/teams/x', 'PUT /teams/{name}', 'exact'],
    ['GET', '/a/b/c', 'GET /a/b/{y}', 'ranked'],
    ['GET', '/slash/', 'GET /slash/', 'exact'],
  ])('%s %s is %s (%s)', (method, url, expected, match) => {
    expect(matcher.match(method, url)).toEqual({
      operations: [{ method: expected.split(' ')[0], template: expected.split(' ')[1] }],
      match,
    });
  });

  it.each([
    ['GET', '/orders/a/b', 'no-path'],
    ['GET', '/orders/', 'no-path'],
    ['PATCH', '/orders', 'method-not-declared'],
    ['GET', '/slash', 'no-path'],
    ['GET', '/Orders', 'no-path'],
  ])('%s %s has no operation', (method, url, reason) => {
    const result = matcher.match(method, url);
    expect('reason' in result && result.reason).toBe(reason);
  });

  it('says ambiguous when nothing tells two templates apart', () => {
    const twins = new PathMatcher(paths({ '/x/{a}-{b}': ['get'], '/x/{a}_{b}': ['get'] }));
    expect(twins.match('GET', '/x/1-2_3')).toMatchObject({
      match: 'ambiguous',
      operations: [{ template: '/x/{a}-{b}' }, { template: '/x/{a}_{b}' }],
    });
  });
});
