import path from 'path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { sharedName } from './whereabouts';

const directory = createMockDirectory();

it('names a file from the root of its checkout, a worktree included', () => {
  directory.setContent({
    shop: { '.git': { HEAD: 'ref: refs/heads/main' }, 'components/web': { 'usage.yaml': '' } },
    worktree: { '.git': 'gitdir: ../shop/.git/worktrees/a', 'usage.yaml': '' },
  });
  expect(sharedName(directory.resolve('shop/components/web/usage.yaml'))).toBe('components/web/usage.yaml');
  expect(sharedName(directory.resolve('worktree/usage.yaml'))).toBe('usage.yaml');
});

it('names a file outside of every checkout from the folder the portal runs in', () => {
  directory.setContent({ 'portal/catalog/web/usage.yaml': '', elsewhere: { 'usage.yaml': '' } });
  const portal = directory.resolve('portal');
  expect(sharedName(path.join(portal, 'catalog/web/usage.yaml'), portal)).toBe('catalog/web/usage.yaml');
  expect(sharedName(directory.resolve('elsewhere/usage.yaml'), portal)).toBeUndefined();
});
