import { CheckReport, Problem, REPORT_SCHEMA_VERSION } from '@treaty/contract-findings';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readCatalog } from '../catalog/catalog';
import { findBase } from '../check/base';
import { exitCodeOf, worstStatus } from '../check/gate';
import { judgeApi, JudgeContext } from '../check/judge';
import { listedDocuments, listedTargets } from '../check/listed';
import { changedTargets, fileTarget, namedTargets, Target } from '../check/targets';
import { listFiles, Workspace, workspaceRoot } from '../check/workspace';
import { inActions, tellGithub, withoutCommands } from '../ci/actions';
import { fits } from '../config/glob';
import { judgeSettings } from '../config/judging';
import { readSettings, Settings } from '../config/settings';
import { CommandError, ExitCode } from '../errors';
import { Cache } from '../host/cache';
import { Git } from '../host/git';
import { Io } from '../io';
import { Linter } from '../lint/linter';
import { CheckOptions, readNow } from '../options';
import { parseFormats, wantsColor, writeReport } from '../output';
import { progress } from '../progress';
import { Accepted } from '../waivers/accepted';

/** `treaty check`: every changed API, judged. */
export async function check(paths: string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const formats = parseFormats(options.format);
  const now = readNow(options.now, io);
  const { report, settings } = await runCheck(paths, options, io);
  const print = () =>
    writeReport({ kind: 'check', report }, formats, io, { color: wantsColor(io, options.color), now });
  if (!inActions(io)) print();
  else {
    if (formats[0].format.id === 'text') withoutCommands(io, print);
    else print();
    const comment = options.comment ?? settings.github?.comment ?? false;
    await tellGithub(report, { comment, now }, io);
  }
  return exitCodeOf(report.status);
}

/** What a check needs to know; the same for the commands that run one to look something up. */
export type CheckInput = Pick<CheckOptions, 'base' | 'failOn' | 'policy' | 'scope' | 'ruleset' | 'now'> &
  Partial<Pick<CheckOptions, 'cache'>>;

/** Judges without printing. */
export async function runCheck(
  paths: string[],
  options: CheckInput,
  io: Io,
): Promise<{ report: CheckReport; settings: Settings }> {
  const tell = progress(io);
  const git = Git.open(io.cwd);
  const root = workspaceRoot(git, io);
  const cache = Cache.open(io, options.cache ?? true);
  const settings = readSettings(root, cache);
  const judged = judgeSettings(options, settings, io);
  const base = findBase(options.base, git, io, settings.base);
  const workspace = new Workspace(root, base);
  const ignored = (file: string) => (settings.ignore ?? []).some(pattern => fits(pattern, file));
  const files = listFiles(root, git).filter(file => !ignored(file));
  const catalog = readCatalog(root, files, cache);
  const patterns = settings.apis ?? [];
  const listed = listedDocuments(patterns, files, catalog);
  const found = findTargets(paths, io, workspace, catalog);
  const targets =
    paths.length > 0 ? found : [...found, ...listedTargets(patterns, listed, catalog, workspace)];
  const accepted = Accepted.read(root, settings, judged.now, cache);
  const context: JudgeContext = {
    ...judged,
    catalog,
    accepted,
    cache,
    base,
    removal: settings.removal,
    linter: await Linter.open(
      {
        ruleset: options.ruleset ?? settings.ruleset,
        folder: options.ruleset === undefined ? root : io.cwd,
        cache,
      },
      io,
    ),
    readCatalogFile: file => readFileSync(path.join(root, file), 'utf8'),
  };
  const apis = [];
  try {
    for (const [index, target] of targets.entries()) {
      tell(`judging ${target.api}, ${index + 1} of ${targets.length}`);
      apis.push(await judgeApi(target, context));
    }
  } finally {
    await context.linter.close();
  }
  const { newUseOfDeprecated } = await import('../check/newUse');
  const problems = [
    ...catalog.problems,
    ...accepted.problems(new Set(apis.map(one => one.api))),
    ...(await newUseOfDeprecated(catalog, workspace)),
  ].map(problem => demoteOld(problem, workspace));
  const unreadable = problems.some(problem => problem.severity === 'error') ? (['unusable'] as const) : [];
  const report: CheckReport = {
    schemaVersion: REPORT_SCHEMA_VERSION,
    status: worstStatus([...apis.map(api => api.status), ...unreadable]),
    failOn: judged.failOn,
    base: base.says,
    seen: catalog.apis.length + listed.length,
    apis: apis.sort(worstFirst),
    problems,
  };
  return { report, settings };
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
