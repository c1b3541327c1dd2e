import { spawnSync } from 'node:child_process';
import { CommandError, EXIT } from '../errors';

/** Documents are large; the default of 1 MB would cut them. */
const MAX_OUTPUT = 256 * 1024 * 1024;

/** What happened to a file between the base and the working tree. */
export interface FileChange {
  kind: 'added' | 'modified' | 'deleted' | 'renamed';
  /** Path in the working tree; for `deleted` the path in the base. */
  path: string;
  /** Path in the base; absent for `added`. */
  basePath?: string;
}

/** Reads one git repository through the `git` command. Paths are relative to its root, with `/`. */
export class Git {
  private constructor(readonly root: string) {}

  /** The repository that holds a folder; undefined when there is none. */
  static open(folder: string): Git | undefined {
    const result = run(folder, ['rev-parse', '--show-toplevel']);
    if (result.status !== 0) {
      const said = result.stderr.trim();
      // A repository of another user is there, but git refuses it; silence would look like "no repository".
      if (/dubious ownership/.test(said)) {
        throw new CommandError(
          'git refuses this repository because it belongs to another user',
          `git config --global --add safe.directory ${folder}`,
        );
      }
      return undefined;
    }
    return new Git(result.stdout.replace(/\n$/, ''));
  }

  /** The commit a name stands for; undefined when there is no such commit here. */
  commit(name: string): string | undefined {
    const result = run(this.root, [
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${name}^{commit}`,
    ]);
    return result.status === 0 ? result.stdout.trim() : undefined;
  }

  /** A setting of git, such as `user.email`; undefined when it is not set. */
  config(name: string): string | undefined {
    const result = run(this.root, ['config', '--get', name]);
    return result.status === 0 ? result.stdout.trim() || undefined : undefined;
  }

  /**
   * Commits of the published line that touched a file, newest first, with the name it had in each. Renames are followed.
   *
   * @param limit - commits looked at
   */
  history(commit: string, file: string, limit: number): Array<{ commit: string; at: string; path: string }> {
    const format = [
      '--format=%x01%H %cI',
      '--name-only',
      '-z',
      '--follow',
      '--first-parent',
      `--max-count=${limit}`,
    ];
    return this.must(['log', ...format, commit, '--', file])
      .split('\u0001')
      .flatMap(block => {
        const [, hash, at, path] = /^([0-9a-f]{40,64}) ([^\s\0]+)\0\n([^\0]+)\0/.exec(block) ?? [];
        return path === undefined ? [] : [{ commit: hash, at, path }];
      });
  }

  mergeBase(a: string, b: string): string | undefined {
    const result = run(this.root, ['merge-base', a, b]);
    return result.status === 0 ? result.stdout.trim() : undefined;
  }

  isShallow(): boolean {
    return run(this.root, ['rev-parse', '--is-shallow-repository']).stdout.trim() === 'true';
  }

  /** The default branch: what the remote says, else the usual names. */
  defaultBranch(): string | undefined {
    const head = run(this.root, ['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD']);
    const named = head.status === 0 ? [head.stdout.trim()] : [];
    return [...named, 'origin/main', 'origin/master', 'main', 'master'].find(
      name => this.commit(name) !== undefined,
    );
  }

  /** Every file that differs between a commit and the working tree, untracked ones included, renames followed. */
  changes(commit: string): FileChange[] {
    const fields = this.must(['diff', '--name-status', '-z', '-M', '--no-ext-diff', commit, '--']).split(
      '\0',
    );
    const out: FileChange[] = [];
    for (let index = 0; index + 1 < fields.length;) {
      const status = fields[index][0];
      if (status === 'R' || status === 'C') {
        const [basePath, path] = [fields[index + 1], fields[index + 2]];
        out.push(status === 'R' ? { kind: 'renamed', path, basePath } : { kind: 'added', path });
        index += 3;
      } else {
        const path = fields[index + 1];
        if (status === 'A') out.push({ kind: 'added', path });
        else if (status === 'D') out.push({ kind: 'deleted', path, basePath: path });
        else out.push({ kind: 'modified', path, basePath: path });
        index += 2;
      }
    }
    const untracked = this.must(['ls-files', '-z', '--others', '--exclude-standard'])
      .split('\0')
      .filter(Boolean);
    return [...out, ...untracked.map(path => ({ kind: 'added' as const, path }))];
  }

  /** Files of the working tree that git knows or would add; what `.gitignore` names is left out. */
  files(): string[] {
    const deleted = new Set(this.must(['ls-files', '-z', '--deleted']).split('\0'));
    const all = this.must(['ls-files', '-z', '--cached', '--others', '--exclude-standard']).split('\0');
    return [...new Set(all)].filter(path => path !== '' && !deleted.has(path)).sort();
  }

  /** Content of a file in a commit; undefined when the commit does not have it. */
  show(commit: string, path: string): Buffer | undefined {
    const result = spawnSync('git', ['-C', this.root, 'cat-file', 'blob', `${commit}:${path}`], {
      maxBuffer: MAX_OUTPUT,
    });
    return result.status === 0 ? result.stdout : undefined;
  }

  private must(args: string[]): string {
    const result = run(this.root, args);
    if (result.status === 0) return result.stdout;
    throw new CommandError(
      `git ${args[0]} failed: ${result.stderr.trim().split('\n')[0]}`,
      'see whether the repository is complete: git fsck',
      EXIT.cannotDecide,
    );
  }
}

function run(folder: string, args: string[]) {
  // Without optional locks a read-only checkout works, and a developer's own git is not disturbed.
  const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };
  const result = spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8', maxBuffer: MAX_OUTPUT, env });
  if (result.error && (result.error as NodeJS.ErrnoException).code === 'ENOENT') {
    throw new CommandError(
      "the 'git' command was not found",
      'install git, or name the older document: treaty check FILE --base OLD_FILE',
      EXIT.cannotDecide,
    );
  }
  if (result.error)
    throw new CommandError(
      `git could not run: ${result.error.message}`,
      'run the same again',
      EXIT.cannotDecide,
      { cause: result.error },
    );
  return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}
