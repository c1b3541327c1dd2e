import { existsSync } from 'fs';
import path from 'path';

/**
 * Name of a file as everybody in a company can open it: from the root of the checkout it lies in, or from the folder the
 * portal runs in where a deployment mounts a catalog without its git history. Absent when it lies in neither; where the
 * file is on this machine tells nobody anything.
 */
export function sharedName(file: string, workingFolder = process.cwd()): string | undefined {
  const root = checkoutOf(path.dirname(file)) ?? workingFolder;
  const name = path.relative(root, file);
  return name.startsWith('..') || path.isAbsolute(name) ? undefined : name.split(path.sep).join('/');
}

/** A checkout has a `.git` folder, or a `.git` file in a worktree. */
function checkoutOf(folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) return at;
    if (at === path.dirname(at)) return undefined;
  }
}
