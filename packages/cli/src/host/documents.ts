import { statSync } from 'node:fs';
import path from 'node:path';
import { LoadResult, loadDocument, SourceHost } from '@treaty/contract-source';
import { CommandError, EXIT } from '../errors';
import { Io } from '../io';
import { allowedRoot, fileHost, sha256 } from './files';
import { Git } from './git';

const FETCH_TIMEOUT_MS = 30_000;
const MAX_FETCH_BYTES = 64 * 1024 * 1024;

/** Loads what a person named on the command line: a file, `REF:PATH` of git, or a URL where the network is allowed. */
export async function loadNamed(name: string, io: Io, options: { allowNet: boolean }): Promise<LoadResult> {
  if (/^https?:\/\//i.test(name)) return loadUrl(name, options.allowNet);
  const file = path.resolve(io.cwd, name);
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat?.isDirectory())
    throw new CommandError(
      `'${name}' is a folder, not a document`,
      'name the file, for example openapi.yaml in it',
    );
  if (stat) return loadDocument(name.split(path.sep).join('/'), fileHost(io.cwd, allowedRoot(file)));
  const colon = name.indexOf(':');
  if (colon > 0) return loadFromGit(name.slice(0, colon), name.slice(colon + 1), io);
  throw new CommandError(
    `there is no file '${name}'`,
    'check the path; a file in a git commit is written REF:PATH, for example main:api/openapi.yaml',
  );
}

/** Reads a document and what it refers to out of one commit. */
export function gitHost(git: Git, commit: string): SourceHost {
  return {
    read: async uri => {
      const found = git.show(commit, uri);
      if (!found)
        throw Object.assign(new Error(`'${uri}' is not in commit ${commit.slice(0, 7)}`), { code: 'ENOENT' });
      return found;
    },
    sha256,
  };
}

async function loadFromGit(ref: string, file: string, io: Io): Promise<LoadResult> {
  const git = Git.open(io.cwd);
  if (!git)
    throw new CommandError(
      `'${ref}:${file}' is neither a file nor in a git repository`,
      'run this inside the repository, or name two files',
    );
  const commit = git.commit(ref);
  if (!commit)
    throw new CommandError(
      `git knows no commit '${ref}'`,
      `see what there is: git branch --all; or fetch it: git fetch origin ${ref}`,
    );
  // `./x` is relative to the folder one stands in, as git reads it.
  const here = path.relative(git.root, io.cwd).split(path.sep).join('/');
  const uri = /^\.{1,2}\//.test(file) ? path.posix.join(here, file) : file;
  if (git.show(commit, uri) === undefined) {
    throw new CommandError(
      `'${uri}' is not in commit ${ref}`,
      `see what is: git ls-tree -r --name-only ${ref}`,
    );
  }
  return loadDocument(uri, gitHost(git, commit));
}

async function loadUrl(url: string, allowed: boolean): Promise<LoadResult> {
  if (!allowed)
    throw new CommandError(
      `'${url}' would use the network`,
      'add --allow-net, or download the document first',
    );
  // Fetched here, so that a network failure ends the command as "cannot decide" and is not taken for a bad document.
  const root = await fetchText(url);
  return loadDocument(
    url,
    { read: uri => (uri === url ? Promise.resolve(root) : fetchText(uri)), sha256 },
    { allowRemote: true },
  );
}

/** The bytes at an address; a network failure ends the command as "cannot decide". */
export async function fetchText(url: string): Promise<Uint8Array> {
  const fail = (why: string, cause?: unknown) =>
    new CommandError(
      `cannot fetch ${url}: ${why}`,
      'try again, or download the document and name the file',
      EXIT.cannotDecide,
      { cause },
    );
  let response: Response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
  } catch (error) {
    throw fail((error as Error).message, error);
  }
  if (!response.ok) throw fail(`the server answered ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.byteLength > MAX_FETCH_BYTES)
    throw fail(`it has ${bytes.byteLength} bytes, ${MAX_FETCH_BYTES} are allowed`);
  return bytes;
}
