import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, realpathSync } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { OutsideRootError, SourceHost } from '@treaty/contract-source';

/** Larger files are read the plain way; they are refused for their size, or are a rare sight. */
const MAX_SCRATCH_BYTES = 64 * 1024 * 1024;
/** The new version of a document is mostly somewhat larger than the old one. */
const SPARE_BYTES = 2 * 1024 * 1024;

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
      return readContent(await inside(uri));
    },
    list: async name => readdir(await inside(name === '' ? '.' : name)),
    sha256,
  };
}

/** Where files are read into, one after the other: on a large file, memory that is touched anew costs more than reading. */
let scratch = Buffer.alloc(0);

/**
 * A file as text where Node itself can say that it is UTF-8, which is faster than a decoder that checks; anything else
 * stays bytes, and its reader says what is wrong.
 */
function readContent(file: string): string | Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    // A pipe has no size, and what is too large is refused by its reader.
    if (size === 0 || size > MAX_SCRATCH_BYTES) return readFileSync(descriptor);
    if (scratch.length <= size) scratch = Buffer.allocUnsafeSlow(size + SPARE_BYTES);
    let length = 0;
    while (length <= size) {
      const read = readSync(descriptor, scratch, length, size + 1 - length, null);
      if (read === 0) break;
      length += read;
    }
    const bytes = scratch.subarray(0, length);
    // One byte more than there was: somebody writes to it.
    if (length > size) return Buffer.concat([bytes, readFileSync(descriptor)]);
    return isUtf8(bytes) ? bytes.toString('utf8') : Buffer.from(bytes);
  } finally {
    closeSync(descriptor);
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
