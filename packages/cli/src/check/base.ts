import { statSync } from 'node:fs';
import path from 'node:path';
import { CommandError, EXIT } from '../errors';
import { Git } from '../host/git';
import { Io } from '../io';

/** What a run compares with. */
export type Base =
  | { kind: 'git'; git: Git; commit: string; says: string }
  | { kind: 'file'; /** Absolute. */ file: string; says: string };

/**
 * Finds the base: a file or the merge base with a reference that `--base` names, else the merge base with the branch that
 * a pull request targets, else with the one of `treaty.yaml`, else with the default branch.
 */
export function findBase(option: string | undefined, git: Git | undefined, io: Io, standard?: string): Base {
  if (option !== undefined) {
    const file = path.resolve(io.cwd, option);
    if (statSync(file, { throwIfNoEntry: false })?.isFile())
      return { kind: 'file', file, says: `file ${option}` };
  }
  if (!git) {
    throw new CommandError(
      option === undefined
        ? 'this is no git repository, so there is nothing to compare with'
        : `'${option}' is no file, and this is no git repository`,
      'name the published document: treaty check NEW_FILE --base OLD_FILE',
    );
  }
  const name = option ?? targetBranch(git, io) ?? standard ?? git.defaultBranch();
  if (git.commit('HEAD') === undefined)
    throw new CommandError(
      'this git repository has no commit yet',
      'commit the published state first, or name a file with --base',
    );
  if (name === undefined)
    throw new CommandError(
      'no default branch was found to compare with',
      'name one: treaty check --base REF',
    );
  return mergeBaseWith(name, option !== undefined, git);
}

function mergeBaseWith(name: string, named: boolean, git: Git): Base {
  const shallow = git.isShallow();
  const commit = git.commit(name);
  if (commit === undefined && shallow) throw shallowClone(`'${name}' is not in this shallow clone`);
  if (commit === undefined) {
    const remote =
      git.commit(`origin/${name}`) === undefined
        ? `fetch it: git fetch origin ${name}`
        : `did you mean 'origin/${name}'?`;
    throw new CommandError(`${named ? '--base' : 'the base'}: git knows no commit '${name}'`, remote);
  }
  const base = git.mergeBase('HEAD', commit);
  if (base !== undefined)
    return { kind: 'git', git, commit: base, says: `merge base of HEAD and ${name}: ${base.slice(0, 7)}` };
  if (shallow) throw shallowClone(`the common ancestor of HEAD and '${name}' is not in this shallow clone`);
  throw new CommandError(
    `HEAD and '${name}' have no common history`,
    'name another base with --base',
    EXIT.cannotDecide,
  );
}

function shallowClone(message: string): CommandError {
  return new CommandError(
    message,
    "fetch the history: git fetch --unshallow (in GitHub Actions: 'fetch-depth: 0' for actions/checkout)",
    EXIT.cannotDecide,
  );
}

/** The branch a pull or merge request goes to, as the usual CI systems say it. */
function targetBranch(git: Git, io: Io): string | undefined {
  const target = io.env.GITHUB_BASE_REF || io.env.CI_MERGE_REQUEST_TARGET_BRANCH_NAME;
  if (!target) return undefined;
  return git.commit(`origin/${target}`) === undefined ? target : `origin/${target}`;
}
