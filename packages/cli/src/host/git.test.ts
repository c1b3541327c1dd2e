/** Git as the gate asks it: few processes, the answers of one moment. */
import { Repository } from '../scenarios/repository';
import { Git } from './git';

let repository: Repository;
afterEach(() => repository.remove());

function open(files: Record<string, string | null>): Git {
  repository = new Repository(files);
  return Git.open(repository.folder)!;
}

describe('commits', () => {
  it('are found by branch, tag, hash and HEAD, and nothing else is one', () => {
    const git = open({ 'a.yaml': 'a: 1\n' });
    repository.git('tag', 'v1');
    const head = git.commit('HEAD');
    expect(head).toMatch(/^[0-9a-f]{40}$/);
    for (const name of ['main', 'v1', head!, head!.slice(0, 8)]) expect(git.commit(name)).toBe(head);
    for (const name of ['', 'nowhere', '--help', 'main\nmain', 'HEAD:a.yaml', 'HEAD~1'])
      expect(git.commit(name)).toBeUndefined();
  });

  it('of several names the first that stands for one is taken', () => {
    const git = open({});
    repository.git('branch', 'release-2');
    expect(git.firstCommit(['origin/main', 'release-2', 'main'])).toBe('release-2');
    expect(git.firstCommit(['origin/main', 'nowhere'])).toBeUndefined();
    expect(git.defaultBranch()).toBe('main');
  });

  it('have themselves as a common ancestor, and the fork otherwise', () => {
    const git = open({ 'a.yaml': 'a: 1\n' });
    const fork = git.commit('HEAD')!;
    repository.git('checkout', '--quiet', '-b', 'change');
    repository.commit('one');
    const later = Git.open(repository.folder)!;
    expect(later.mergeBase('HEAD', 'change')).toBe(later.commit('change'));
    expect(later.mergeBase('HEAD', 'main')).toBe(fork);
  });
});

describe('files', () => {
  it('are those that git knows or would add, without the deleted and the ignored', () => {
    const git = open({
      'kept.yaml': '1',
      'gone.yaml': '2',
      '.gitignore': 'ignored.yaml\n',
      'name with\ttab.yaml': '3',
    });
    repository.write({ 'gone.yaml': null, 'ignored.yaml': '4', 'new.yaml': '5', 'kept.yaml': '6' });
    expect(git.files()).toEqual(['.gitignore', 'kept.yaml', 'name with\ttab.yaml', 'new.yaml']);
    expect(git.changes(git.commit('HEAD')!)).toEqual([
      { kind: 'deleted', path: 'gone.yaml', basePath: 'gone.yaml' },
      { kind: 'modified', path: 'kept.yaml', basePath: 'kept.yaml' },
      { kind: 'added', path: 'new.yaml' },
    ]);
  });

  it('are read from a commit, as often as one likes', () => {
    const git = open({ 'a.yaml': 'old' });
    const head = git.commit('HEAD')!;
    repository.write({ 'a.yaml': 'new' });
    expect(git.show(head, 'a.yaml')?.toString()).toBe('old');
    expect(git.show(head, 'a.yaml')?.toString()).toBe('old');
    expect(git.show(head, 'b.yaml')).toBeUndefined();
  });
});
