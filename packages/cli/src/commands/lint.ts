import {
  LintReport,
  LintRunReport,
  Problem,
  REPORT_SCHEMA_VERSION,
  Severity,
  SEVERITIES,
} from '@treaty/contract-findings';
import path from 'node:path';
import { validityOf } from '../check/validityOf';
import { workspaceRoot } from '../check/workspace';
import { readSettings } from '../config/settings';
import { EXIT, ExitCode } from '../errors';
import { Cache } from '../host/cache';
import { loadNamed } from '../host/documents';
import { relativeUri } from '../host/files';
import { Io } from '../io';
import { Linter } from '../lint/linter';
import { LINT_FAIL_ON, LintOptions, oneOf, positive, readNow } from '../options';
import { parseFormats, wantsColor, writeReport } from '../output';
import { progress } from '../progress';
import { Accepted } from '../waivers/accepted';

/** `treaty lint FILE…`: documents held against a ruleset. */
export async function lint(files: string[], options: LintOptions, io: Io): Promise<ExitCode> {
  const formats = parseFormats(options.format);
  const tell = progress(io);
  const failOn = oneOf('--fail-on', options.failOn, LINT_FAIL_ON);
  const now = readNow(options.now, io);
  const root = workspaceRoot(undefined, io);
  const cache = Cache.open(io, options.cache);
  const settings = readSettings(root, cache);
  const accepted = Accepted.read(root, settings, now, cache);
  const limits = {
    seconds: positive('--lint-timeout', options.lintTimeout),
    megabytes: positive('--lint-memory', options.lintMemory),
  };
  const linter = await Linter.open(
    {
      ruleset: options.ruleset ?? settings.ruleset,
      folder: options.ruleset === undefined ? root : io.cwd,
      cache,
      allowNet: options.allowNet,
      limits,
    },
    io,
  );
  const reports: LintReport[] = [];
  const problems: Problem[] = [];
  try {
    for (const [index, file] of files.entries()) {
      tell(`linting ${file}, ${index + 1} of ${files.length}`);
      const loaded = await loadNamed(file, io, { allowNet: false });
      problems.push(...loaded.problems);
      if (loaded.document) {
        const invalid = await validityOf(loaded.document, cache);
        problems.push(...invalid);
        // What rules say of a document that is none of its specification would be about something else.
        if (invalid.length > 0) continue;
        // Both files speak of documents by their place in the repository, wherever the command runs.
        const name = relativeUri(root, path.resolve(io.cwd, file));
        reports.push(accepted.lint(name, await linter.lint(loaded.document, now), name));
      }
    }
  } finally {
    await linter.close();
  }
  const total = (severity: Severity) => reports.reduce((sum, report) => sum + report.summary[severity], 0);
  problems.push(...accepted.problems(new Set()));
  const report: LintRunReport = {
    schemaVersion: REPORT_SCHEMA_VERSION,
    summary: {
      documents: files.length,
      error: total('error'),
      warn: total('warn'),
      info: total('info'),
      hint: total('hint'),
    },
    reports,
    problems,
  };
  writeReport({ kind: 'lint', report }, formats, io, { color: wantsColor(io, options.color), now });
  const broken = [...problems, ...reports.flatMap(one => one.problems)].some(
    problem => problem.severity === 'error',
  );
  if (broken) return EXIT.unusable;
  const limit = failOn === 'none' ? -1 : SEVERITIES.indexOf(failOn);
  return SEVERITIES.some((severity, index) => index <= limit && total(severity) > 0)
    ? EXIT.gateFails
    : EXIT.pass;
}
