import { existsSync, realpathSync } from 'node:fs';
import { readdir, readFile, realpath } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { OutsideRootError, SourceHost } from '@treaty/contract-source';

/** Nearest folder upwards that holds `.git`; undefined outside of any repository. Needs no git command. */
export function repositoryRoot(folder: string): string | undefined {
  for (let current = folder; ; current = path.dirname(current)) {
    if (existsSync(path.join(current, '.git'))) return current;
    if (path.dirname(current) === current) return undefined;
  }
}

/** The folder that a document's references must stay in: its repository, else the folder it stands in. */
export function allowedRoot(file: string): string {
  return repositoryRoot(path.dirname(file)) ?? path.dirname(file);
}

/**
 * Reads files below one folder and refuses everything else. Links are followed first, so a link cannot lead outside.
 *
 * @param folder - what uris are relative to
 * @param root - what may be read
 */
export function fileHost(folder: string, root: string): SourceHost {
  const realRoot = realpathSync(root);
  const inside = async (uri: string) => {
    const target = await realpath(path.resolve(folder, uri));
    if (target !== realRoot && !target.startsWith(realRoot + path.sep))
      throw new OutsideRootError(uri, path.basename(realRoot));
    return target;
  };
  return {
    read: async uri => {
      // Refused before anything is touched, so that the answer does not tell whether a file outside exists.
      if (!isBelow(path.resolve(folder, uri), root) && !isBelow(path.resolve(folder, uri), realRoot)) {
        throw new OutsideRootError(uri, path.basename(realRoot));
      }
      return readFile(await inside(uri));
    },
    list: async name => readdir(await inside(name === '' ? '.' : name)),
    sha256,
  };
}

function isBelow(target: string, root: string): boolean {
  return target === root || target.startsWith(root.endsWith(path.sep) ? root : root + path.sep);
}

/** Hex SHA-256 of a text, by the machine's own library. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A path with `/`, relative to `folder` where it lies below it, absolute otherwise. */
export function relativeUri(folder: string, target: string): string {
  const relative = path.relative(folder, target);
  return (relative.startsWith('..') || path.isAbsolute(relative) ? target : relative)
    .split(path.sep)
    .join('/');
}
