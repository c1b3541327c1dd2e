import { Problem } from '@treaty/contract-findings';
import { ContractFiles, ReadFailure } from './files';
import { clip, nearNames, orList } from './near';
import { Resolution } from './resolve-pointer';

/** A `$ref` as written in one file: where it stands first, and how often. */
export interface RefUse {
  file: string;
  ref: string;
  /** Pointer of the object that holds the `$ref`. */
  pointer: string;
  count: number;
}

/** A problem at the `$ref` itself; line and column are filled in later, for all problems at once. */
export function problemAt(
  use: RefUse,
  code: string,
  message: string,
  next: string,
  severity: Problem['severity'] = 'error',
): Problem {
  const again = use.count > 1 ? ` (used ${use.count} times in this file, first here)` : '';
  return { code, message: message + again, file: use.file, pointer: `${use.pointer}/$ref`, next, severity };
}

/** The file is there, the place in it is not. */
export function missingPlace(use: RefUse, missing: Resolution & { kind: 'missing' }, file: string): Problem {
  const where = missing.parent === '' ? `'${file}'` : `'${clip(missing.parent)}' of '${file}'`;
  const near = nearNames(missing.token, missing.names);
  return problemAt(
    use,
    'ref-not-found',
    `'${clip(use.ref)}' points nowhere: ${where} has no '${clip(missing.token)}'`,
    near.length > 0
      ? `Did you mean ${orList(near)}? Correct the $ref.`
      : 'Correct the $ref, or add what it points to.',
  );
}

/** The file cannot be had. `undefined` when its own problem (size, encoding) was reported already. */
export async function missingFile(
  use: RefUse,
  uri: string,
  rootUri: string,
  failure: ReadFailure,
  files: ContractFiles,
): Promise<Problem | undefined> {
  if (files.problems.some(problem => problem.file === uri)) return undefined;
  if (failure.reason === 'outside' || (failure.reason === 'unreadable' && escapes(uri, rootUri))) {
    return problemAt(
      use,
      'ref-outside-root',
      `'${clip(use.ref)}' leaves the folder that may be read`,
      'Move the file beside the contract, or run from a folder that holds both.',
    );
  }
  if (failure.reason === 'unreadable') {
    return problemAt(
      use,
      'file-not-readable',
      `'${clip(use.ref)}' names '${uri}', which cannot be read: ${failure.message}`,
      'Make the file readable.',
    );
  }
  const name = uri.replace(/^.*\//, '');
  const near = nearNames(name, [
    ...(await files.namesBeside(uri)),
    ...[...files.texts.keys()].map(known => known.replace(/^.*\//, '')),
  ]);
  return problemAt(
    use,
    'ref-not-found',
    `'${clip(use.ref)}' names the file '${clip(uri)}', which does not exist`,
    near.length > 0
      ? `Did you mean ${orList([...new Set(near)])}? Correct the $ref.`
      : 'Correct the path, or add the file; it is relative to the file that refers to it.',
  );
}

/** True when a path climbs above where the root document's own path starts. */
export function escapes(uri: string, rootUri: string): boolean {
  const climbs = (path: string) => /^(?:\.\.\/)*/.exec(path)?.[0].length ?? 0;
  return climbs(uri) > climbs(rootUri) || (uri.startsWith('/') && !rootUri.startsWith('/'));
}
