import { spawnSync } from 'node:child_process';
import { CommandError, EXIT } from '../errors';

/** Documents are large; the default of 1 MB would cut them. */
const MAX_OUTPUT = 256 * 1024 * 1024;

/** Bytes of files that are remembered; a long history of large documents is read and let go. */
const MAX_KEPT = 32 * 1024 * 1024;

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
  /** What was asked before; starting git takes longer than most of its answers. */
  private readonly commits = new Map<string, string | undefined>();
  private readonly blobs = new Map<string, Buffer | undefined>();
  private keptBytes = 0;
  private listing: { untracked: string[]; present: string[] } | undefined;

  private constructor(
    readonly root: string,
    private readonly shallow: boolean,
  ) {}

  /** The repository that holds a folder; undefined when there is none. */
  static open(folder: string): Git | undefined {
    const result = run(folder, ['rev-parse', '--is-shallow-repository', '--show-toplevel']);
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
    const [shallow, ...root] = result.stdout.replace(/\n$/, '').split('\n');
    return new Git(root.join('\n'), shallow === 'true');
  }

  /** The commit a name stands for; undefined when there is no such commit here. */
  commit(name: string): string | undefined {
    this.lookUp([name]);
    return this.commits.get(name);
  }

  /** The first of some names that stands for a commit; all are asked for at once. */
  firstCommit(names: readonly string[]): string | undefined {
    this.lookUp(names);
    return names.find(name => this.commits.get(name) !== undefined);
  }

  /** One process for all names that were not asked for yet; what is checked out is wanted sooner or later. */
  private lookUp(names: readonly string[]): void {
    if (names.every(name => this.commits.has(name))) return;
    const asked = [...new Set(['HEAD', ...names])].filter(name => !this.commits.has(name));
    // A line is a question; what holds a line break names nothing.
    const questions = asked.filter(name => !/[\r\n]/.test(name));
    const input = questions.map(name => `${name}^{commit}\n`).join('');
    const answers = questions.length === 0 ? [] : this.must(['cat-file', '--batch-check'], input).split('\n');
    const found = new Map(questions.map((name, index) => [name, answers[index]]));
    for (const name of asked) {
      const commit = /^([0-9a-f]{40,64}) commit /.exec(found.get(name) ?? '')?.[1];
      this.commits.set(name, commit);
      if (commit !== undefined) this.commits.set(commit, commit);
    }
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
    const [one, other] = [this.commit(a), this.commit(b)];
    if (one !== undefined && one === other) return one;
    const result = run(this.root, ['merge-base', a, b]);
    return result.status === 0 ? result.stdout.trim() : undefined;
  }

  isShallow(): boolean {
    return this.shallow;
  }

  /** The default branch: what the remote says, else the usual names. */
  defaultBranch(): string | undefined {
    const head = run(this.root, ['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD']);
    const named = head.status === 0 ? [head.stdout.trim()] : [];
    return this.firstCommit([...named, 'origin/main', 'origin/master', 'main', 'master']);
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
    return [...out, ...this.list().untracked.map(path => ({ kind: 'added' as const, path }))];
  }

  /** Files of the working tree that git knows or would add; what `.gitignore` names is left out. */
  files(): string[] {
    return this.list().present;
  }

  /** The working tree at the first question; a run judges one state of it. */
  private list(): { untracked: string[]; present: string[] } {
    if (this.listing) return this.listing;
    const [untracked, deleted, known] = [new Set<string>(), new Set<string>(), new Set<string>()];
    const options = ['-z', '-t', '--cached', '--others', '--deleted', '--exclude-standard'];
    for (const line of this.must(['ls-files', ...options])
      .split('\0')
      .filter(Boolean)) {
      const path = line.slice(2);
      if (line.startsWith('?')) untracked.add(path);
      else if (line.startsWith('R')) deleted.add(path);
      else known.add(path);
    }
    const present = [...known, ...untracked].filter(path => !deleted.has(path)).sort();
    return (this.listing = { untracked: [...untracked], present });
  }

  /** Content of a file in a commit; undefined when the commit does not have it. */
  show(commit: string, path: string): Buffer | undefined {
    const name = `${commit}:${path}`;
    if (this.blobs.has(name)) return this.blobs.get(name);
    const result = spawnSync('git', ['-C', this.root, 'cat-file', 'blob', name], { maxBuffer: MAX_OUTPUT });
    const content = result.status === 0 ? result.stdout : undefined;
    const bytes = content?.length ?? 0;
    if (this.keptBytes + bytes <= MAX_KEPT) {
      this.keptBytes += bytes;
      this.blobs.set(name, content);
    }
    return content;
  }

  private must(args: string[], input?: string): string {
    const result = run(this.root, args, input);
    if (result.status === 0) return result.stdout;
    throw new CommandError(
      `git ${args[0]} failed: ${result.stderr.trim().split('\n')[0]}`,
      'see whether the repository is complete: git fsck',
      EXIT.cannotDecide,
    );
  }
}

function run(folder: string, args: string[], input = '') {
  // Without optional locks a read-only checkout works, and a developer's own git is not disturbed.
  const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };
  const result = spawnSync('git', ['-C', folder, ...args], {
    encoding: 'utf8',
    maxBuffer: MAX_OUTPUT,
    env,
    input,
  });
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
