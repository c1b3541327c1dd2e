import { existsSync, lstatSync, readFileSync, realpathSync, Stats, statSync } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { Problem } from '@treaty/contract-findings';
import {
  decodeText,
  DEFAULT_LIMITS,
  OutsideRootError,
  SourceHost,
  TooLargeError,
} from '@treaty/contract-source';

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
      return readFile(await readable(await inside(uri)));
    },
    list: async name => readdir(await inside(name === '' ? '.' : name)),
    sha256,
  };
}

/** Fails before a pipe is waited for, a device read without end, or more read than is allowed. */
async function readable(file: string): Promise<string> {
  const found = await stat(file);
  const wrong = notReadable(found);
  if (wrong !== undefined) throw new Error(wrong);
  if (found.size > DEFAULT_LIMITS.maxFileBytes) throw new TooLargeError(found.size);
  return file;
}

/** Why something on the disk is not read as a file; a folder says so itself. */
export function notReadable(found: Stats): string | undefined {
  if (found.isFile() || found.isDirectory()) return undefined;
  return `it is ${found.isFIFO() ? 'a pipe' : 'a device or a socket'}; write its content to a file first`;
}

/**
 * The text of one of a repository's own files (settings, catalog, waivers), or what keeps it from being read; undefined
 * when there is none.
 *
 * @param file - relative to `root`
 */
export function readOwnFile(
  root: string,
  file: string,
): { text: string; problem?: undefined } | { text?: undefined; problem: Problem } | undefined {
  const target = path.join(root, file);
  const refuse = (reason: string, next: string): { problem: Problem } => ({
    problem: {
      code: 'file-not-readable',
      message: `it cannot be read: ${reason}`,
      file,
      next,
      severity: 'error',
    },
  });
  try {
    if (!lstatSync(target, { throwIfNoEntry: false })) return undefined;
    const real = realpathSync(target);
    if (!isBelow(real, realpathSync(root)))
      return refuse('its link leads out of the repository', 'put the file itself there');
    const found = statSync(real);
    const wrong = found.isDirectory() ? 'it is a folder' : notReadable(found);
    if (wrong !== undefined) return refuse(wrong, 'put a file there, or remove it');
    if (found.size > DEFAULT_LIMITS.maxFileBytes)
      return refuse(`it has ${found.size.toLocaleString('en')} bytes`, 'no such file is that large');
    const { text, problem } = decodeText(readFileSync(real), file, DEFAULT_LIMITS);
    return text === undefined && problem ? { problem } : { text: text ?? '' };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return refuse('its link leads nowhere', 'mend the link, or remove it');
    if (code === 'ELOOP') return refuse('its link leads to itself', 'mend the link, or remove it');
    return refuse(message, 'check its permissions, or remove it');
  }
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
