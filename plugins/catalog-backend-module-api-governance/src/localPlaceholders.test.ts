import { createMockDirectory } from '@backstage/backend-test-utils';
import { local, openapi, text, yaml } from './localPlaceholders';

const directory = createMockDirectory();
const remote = jest.fn(async () => Buffer.from('from the web'));

const resolve = (
  resolver: typeof text,
  value: string,
  baseUrl = directory.resolve('apis/orders/catalog-info.yaml'),
) =>
  local(resolver)({
    key: 'text',
    value,
    baseUrl,
    read: remote,
    resolveUrl: (url, base) => new URL(url, base).toString(),
    emit: () => {},
  });

beforeEach(() => {
  remote.mockClear();
  directory.setContent({
    secret: 'secret',
    'apis/orders': {
      'usage.yaml': 'apiVersion: treaty/v1\n',
    },
  });
});

it('reads a file beside the entity to the last line break', async () => {
  expect(await resolve(text, './usage.yaml')).toBe('apiVersion: treaty/v1\n');
  expect(await resolve(yaml, './usage.yaml')).toEqual({ apiVersion: 'treaty/v1' });
});

it.each(['../../secret', 'file:///etc/hostname'])('does not read %s', async path => {
  await expect(resolve(text, path)).rejects.toThrow(/outside/);
});

it('does not follow a link out of the folder', async () => {
  directory.addContent({ 'apis/orders/link.yaml': ctx => ctx.symlink('../../secret') });
  await expect(resolve(text, './link.yaml')).rejects.toThrow(/outside/);
});

it('leaves entities from the web to the catalog', async () => {
  expect(await resolve(text, './a.yaml', 'https://git.example/catalog-info.yaml')).toBe('from the web');
  expect(remote).toHaveBeenCalledWith('https://git.example/a.yaml');
});

it.each([
  ['broken YAML', 'openapi: 3.0.3\ninfo: [\n'],
  ['a reference that leads nowhere', "openapi: 3.0.3\npaths:\n  /a:\n    $ref: './nowhere.yaml'\n"],
  ['a reference out of the folder', "openapi: 3.0.3\npaths:\n  /a:\n    $ref: '../../secret'\n"],
])('leaves a description with %s as it is, for its page to tell', async (_what, content) => {
  directory.addContent({ 'apis/orders/openapi.yaml': content });
  expect(await resolve(openapi, './openapi.yaml')).toBe(content);
});

it('refuses a description that is not there', async () => {
  await expect(resolve(openapi, './missing.yaml')).rejects.toThrow(/missing\.yaml/);
});
