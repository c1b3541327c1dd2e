import { resolveUri, singleFileDocument } from './document';

describe('resolveUri', () => {
  it.each([
    ['openapi.yaml', '', 'openapi.yaml'],
    ['openapi.yaml', 'pet.yaml', 'pet.yaml'],
    ['openapi.yaml', './pet.yaml', 'pet.yaml'],
    ['api/openapi.yaml', 'pet.yaml', 'api/pet.yaml'],
    ['api/openapi.yaml', './a/../b/./pet.yaml', 'api/b/pet.yaml'],
    ['api/v1/openapi.yaml', '../pet.yaml', 'api/pet.yaml'],
    ['api/openapi.yaml', '../../pet.yaml', '../pet.yaml'],
    ['openapi.yaml', '../pet.yaml', '../pet.yaml'],
    ['../other/openapi.yaml', '../pet.yaml', '../pet.yaml'],
    ['../other/openapi.yaml', '../../pet.yaml', '../../pet.yaml'],
    ['api/openapi.yaml', '/etc/pet.yaml', '/etc/pet.yaml'],
    ['/api/openapi.yaml', 'pet.yaml', '/api/pet.yaml'],
    ['/api/openapi.yaml', '../../../pet.yaml', '/pet.yaml'],
    ['api//openapi.yaml', 'a//pet.yaml', 'api/a/pet.yaml'],
    ['api/openapi.yaml', 'https://example.com/pet.yaml', 'https://example.com/pet.yaml'],
    ['api/openapi.yaml', 'file:///pet.yaml', 'file:///pet.yaml'],
    ['https://example.com/api/openapi.yaml', 'pet.yaml', 'https://example.com/api/pet.yaml'],
    ['https://example.com/api/openapi.yaml', '../../../pet.yaml', 'https://example.com/pet.yaml'],
    ['https://example.com/api/openapi.yaml', '/pet.yaml', 'https://example.com/pet.yaml'],
    ['https://example.com', 'pet.yaml', 'https://example.com/pet.yaml'],
    ['https://example.com/api/openapi.yaml', '', 'https://example.com/api/openapi.yaml'],
  ])('from %s, %s is %s', (from, filePart, expected) => {
    expect(resolveUri(from, filePart)).toBe(expected);
  });

  it('agrees with the URL standard for absolute URIs', () => {
    const parts = ['a', '.', '..', 'b.yaml'];
    const paths = parts.flatMap(a => parts.flatMap(b => parts.map(c => `${a}/${b}/${c}/x.yaml`)));
    for (const from of ['https://example.com/p/q/r.yaml', 'https://example.com/r.yaml']) {
      for (const path of paths)
        expect([from, path, resolveUri(from, path)]).toEqual([from, path, new URL(path, from).href]);
    }
  });

  it('never keeps a dot, and a climb only at the start', () => {
    const parts = ['a', '.', '..', 'b'];
    for (const from of ['x.yaml', 'p/x.yaml', '../x.yaml', '/p/x.yaml']) {
      for (const path of parts.flatMap(a => parts.flatMap(b => parts.map(c => `${a}/${b}/${c}/y`)))) {
        const out = resolveUri(from, path);
        expect(out).toMatch(/^\/?(\.\.\/)*([ab pxy]+\/)*y$/);
        expect(resolveUri(out, 'y')).toBe(out);
      }
    }
  });
});

describe('singleFileDocument', () => {
  it('holds its root under its own name', () => {
    const root = { openapi: '3.1.0' };
    expect(singleFileDocument(root, 'a.yaml')).toEqual({
      uri: 'a.yaml',
      root,
      files: new Map([['a.yaml', root]]),
    });
  });
});
