import { CheckReport, Problem, REPORT_SCHEMA_VERSION } from '@treaty/contract-findings';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readCatalog } from '../catalog/catalog';
import { findBase } from '../check/base';
import { exitCodeOf, worstStatus } from '../check/gate';
import { judgeApi, JudgeContext } from '../check/judge';
import { openRuleset } from '../check/linting';
import { changedTargets, fileTarget, namedTargets, Target } from '../check/targets';
import { listFiles, Workspace, workspaceRoot } from '../check/workspace';
import { CommandError, ExitCode } from '../errors';
import { Git } from '../host/git';
import { Io } from '../io';
import { CheckOptions, FAIL_ON, oneOf, POLICIES, readNow, SCOPES } from '../options';
import { parseFormats, wantsColor, writeReport } from '../output';
import { progress } from '../progress';

/** `treaty check`: every changed API, judged. */
export async function check(paths: string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const formats = parseFormats(options.format);
  const tell = progress(io);
  const failOn = oneOf('--fail-on', options.failOn, FAIL_ON);
  const settings = {
    failOn,
    policy: oneOf('--policy', options.policy, POLICIES),
    scope: oneOf('--scope', options.scope, SCOPES),
    now: readNow(options.now, io),
  };
  const git = Git.open(io.cwd);
  const base = findBase(options.base, git, io);
  const root = workspaceRoot(git, io);
  const workspace = new Workspace(root, base);
  const catalog = readCatalog(root, listFiles(root, git));
  const targets = findTargets(paths, io, workspace, catalog);
  const context: JudgeContext = {
    ...settings,
    catalog,
    ruleset: await openRuleset(options.ruleset, io.cwd),
    readCatalogFile: file => readFileSync(path.join(root, file), 'utf8'),
  };
  const apis = [];
  for (const [index, target] of targets.entries()) {
    tell(`judging ${target.api}, ${index + 1} of ${targets.length}`);
    apis.push(await judgeApi(target, context));
  }
  const problems = catalog.problems.map(problem => demoteOld(problem, workspace));
  const unreadable = problems.some(problem => problem.severity === 'error') ? (['unusable'] as const) : [];
  const report: CheckReport = {
    schemaVersion: REPORT_SCHEMA_VERSION,
    status: worstStatus([...apis.map(api => api.status), ...unreadable]),
    failOn,
    base: base.says,
    seen: catalog.apis.length,
    apis: apis.sort(worstFirst),
    problems,
  };
  writeReport({ kind: 'check', report }, formats, io, {
    color: wantsColor(io, options.color),
    now: settings.now,
  });
  return exitCodeOf(report.status);
}

/** A catalog file that was broken before is told about, and does not stop a change that has nothing to do with it. */
function demoteOld(problem: Problem, workspace: Workspace): Problem {
  const isOld =
    workspace.base.kind === 'file' || (problem.file !== undefined && !workspace.isChanged(problem.file));
  return isOld ? { ...problem, severity: 'warning' } : problem;
}

function findTargets(
  paths: string[],
  io: Io,
  workspace: Workspace,
  catalog: ReturnType<typeof readCatalog>,
): Target[] {
  const { base } = workspace;
  if (base.kind === 'git')
    return paths.length === 0
      ? changedTargets(catalog, workspace)
      : namedTargets(paths, io.cwd, catalog, workspace);
  if (paths.length !== 1) {
    throw new CommandError(
      paths.length === 0
        ? 'with a file as --base, say which document to hold against it'
        : 'with a file as --base, only one document can be held against it',
      'write: treaty check NEW_FILE --base OLD_FILE',
    );
  }
  return [fileTarget(paths[0], io.cwd, base.file, catalog, workspace)];
}

const ORDER = { blocked: 0, unusable: 1, 'cannot-decide': 2, passed: 3 } as const;

function worstFirst(a: CheckReport['apis'][number], b: CheckReport['apis'][number]): number {
  return ORDER[a.status] - ORDER[b.status] || (a.api < b.api ? -1 : 1);
}
