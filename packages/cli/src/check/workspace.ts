import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { SourceHost } from '@treaty/contract-source';
import { fileHost, readOwnFile, repositoryRoot } from '../host/files';
import { FileChange, Git } from '../host/git';
import { gitHost } from '../host/documents';
import { Io } from '../io';
import { Base } from './base';

const SKIPPED_FOLDERS = new Set(['node_modules', '.git', 'dist', 'build', 'vendor', 'target', '.venv']);

/** The working tree and the base it is compared with, both read by paths relative to the root. */
export class Workspace {
  /** By path in the working tree; deleted files are not there. */
  private readonly changed = new Map<string, FileChange>();
  readonly changes: readonly FileChange[];
  readonly host: SourceHost;
  readonly baseHost: SourceHost | undefined;

  constructor(
    readonly root: string,
    readonly base: Base,
  ) {
    this.host = fileHost(root, root);
    this.changes = base.kind === 'git' ? base.git.changes(base.commit) : [];
    for (const change of this.changes) this.changed.set(change.path, change);
    this.baseHost = base.kind === 'git' ? gitHost(base.git, base.commit) : undefined;
  }

  /** Whether a file of the working tree (or one that was deleted from it) differs from the base. */
  isChanged(file: string): boolean {
    return this.changed.has(file);
  }

  /** Path that a file of the working tree has in the base; undefined when it is new. */
  basePath(file: string): string | undefined {
    const change = this.changed.get(file);
    return change ? change.basePath : file;
  }

  /** Content of a file in the base. */
  baseText(file: string): string | undefined {
    if (this.base.kind !== 'git') return undefined;
    // What did not change is on disk; asking git for it would start a process.
    if (!this.isChanged(file) && existsSync(path.join(this.root, file))) return this.text(file);
    return this.base.git.show(this.base.commit, file)?.toString('utf8');
  }

  /** Content of a file in the working tree; undefined when there is none. */
  text(file: string): string | undefined {
    const read = readOwnFile(this.root, file);
    return read?.problem ? undefined : read?.text;
  }
}

/** Root of what a run looks at: the git repository, else the working folder. */
export function workspaceRoot(git: Git | undefined, io: Io): string {
  return git?.root ?? repositoryRoot(io.cwd) ?? io.cwd;
}

/** Every file a catalog may be in, relative to the root and sorted. */
export function listFiles(root: string, git: Git | undefined): string[] {
  return git ? git.files() : walk(root, '').sort();
}

function walk(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return SKIPPED_FOLDERS.has(entry.name) ? [] : walk(root, name);
    return entry.isFile() ? [name] : [];
  });
}
