import { DiffReport, Problem, REPORT_SCHEMA_VERSION } from '@treaty/contract-findings';
import type { LoadedDocument, LoadResult } from '@treaty/contract-source';
import { withLines } from '../check/positions';
import { summarise } from '../check/summary';
import { workspaceRoot } from '../check/workspace';
import { judgeSettings } from '../config/judging';
import { readSettings } from '../config/settings';
import { EXIT, ExitCode } from '../errors';
import { loadNamed } from '../host/documents';
import { Io } from '../io';
import { DiffOptions } from '../options';
import { parseFormats, wantsColor, writeReport } from '../output';
import { progress } from '../progress';

/** `treaty diff OLD NEW`: two documents, compared. */
export async function diff(
  oldName: string,
  newName: string,
  options: DiffOptions,
  io: Io,
): Promise<ExitCode> {
  const formats = parseFormats(options.format);
  const tell = progress(io);
  const settings = judgeSettings(options, readSettings(workspaceRoot(undefined, io)), io);
  const { failOn } = settings;
  const before = await loadNamed(oldName, io, options);
  tell(`reading ${newName}`);
  const after = await loadNamed(newName, io, options);
  tell('comparing');
  const report =
    before.document && after.document
      ? await compare(before.document, after.document, [...before.problems, ...after.problems], settings)
      : unusable(oldName, newName, before, after);
  writeReport({ kind: 'diff', report }, formats, io, {
    color: wantsColor(io, options.color),
    now: settings.now,
  });
  if (report.problems.some(problem => problem.severity === 'error')) return EXIT.unusable;
  const { breaking, dangerous } = report.summary;
  const fails = failOn === 'breaking' ? breaking > 0 : failOn === 'dangerous' && breaking + dangerous > 0;
  return fails ? EXIT.gateFails : EXIT.pass;
}

type Settings = { policy: 'strict' | 'standard' | 'lenient'; scope: 'wire' | 'sdk'; now: Date };

async function compare(
  before: LoadedDocument,
  after: LoadedDocument,
  problems: Problem[],
  settings: Settings,
): Promise<DiffReport> {
  const { diff: engine } = await import('@treaty/contract-diff');
  for (const [document, name] of [
    [before, 'OLD'],
    [after, 'NEW'],
  ] as const) {
    if (document.specification.kind === 'openapi') continue;
    problems.push({
      code: 'not-comparable',
      message: `${name} is ${document.specification.kind}; only OpenAPI and Swagger documents can be compared`,
      file: document.uri,
      next: 'name an OpenAPI document',
      severity: 'error',
    });
  }
  if (problems.some(problem => problem.severity === 'error'))
    return empty(summarise(before), summarise(after), problems);
  const report = withLines(engine(before, after, settings), before, after);
  return {
    ...report,
    old: summarise(before),
    new: summarise(after),
    problems: [...problems, ...report.problems],
  };
}

function unusable(oldName: string, newName: string, before: LoadResult, after: LoadResult): DiffReport {
  const summary = (result: LoadResult, name: string) =>
    result.document ? summarise(result.document) : { file: name };
  return empty(summary(before, oldName), summary(after, newName), [...before.problems, ...after.problems]);
}

function empty(before: DiffReport['old'], after: DiffReport['new'], problems: Problem[]): DiffReport {
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    old: before,
    new: after,
    summary: { breaking: 0, dangerous: 0, safe: 0, bump: 'none' },
    findings: [],
    problems,
  };
}
