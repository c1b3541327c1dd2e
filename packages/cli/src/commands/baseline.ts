import { existsSync } from 'node:fs';
import path from 'node:path';
import { count, LintFinding } from '@treaty/contract-findings';
import { loadDocument } from '@treaty/contract-source';
import schema from '../../schema/treaty-baseline.schema.json';
import { readCatalog } from '../catalog/catalog';
import { listedDocuments } from '../check/listed';
import { listFiles, workspaceRoot } from '../check/workspace';
import { readChecked } from '../config/checkedFile';
import { readDay } from '../config/day';
import { fits } from '../config/glob';
import { readSettings } from '../config/settings';
import { CommandError, EXIT, ExitCode } from '../errors';
import { Cache } from '../host/cache';
import { fileHost, readOwnFile, relativeUri } from '../host/files';
import { Git } from '../host/git';
import { Io } from '../io';
import { DEFAULT_RULESET, Linter } from '../lint/linter';
import { BaselineOptions, readNow } from '../options';
import { progress } from '../progress';
import { BaselineFile } from '../waivers/baseline';

/** `treaty baseline`: accepts the lint findings of today, so that only new ones count. */
export async function baseline(paths: string[], options: BaselineOptions, io: Io): Promise<ExitCode> {
  const tell = progress(io);
  const git = Git.open(io.cwd);
  const root = workspaceRoot(git, io);
  const settings = readSettings(root);
  const now = readNow(options.now, io);
  const { file } = settings.baseline;
  const before = read(root, file);
  const owner = options.owner ?? before?.owner;
  const review = options.review === undefined ? before?.review : readDay('--review', options.review);
  if (owner === undefined)
    throw new CommandError(
      'a baseline needs an owner, who answers for it',
      'add --owner TEAM, for example group:default/team-orders',
    );
  if (review === undefined || Date.parse(`${review}T00:00:00Z`) <= now.getTime())
    throw new CommandError(
      'a baseline needs a day on which it is reviewed',
      `add --review DATE, for example ${halfAYearFrom(now)}`,
    );
  const ruleset = options.ruleset ?? settings.ruleset ?? DEFAULT_RULESET;
  const linter = await Linter.open(
    {
      ruleset,
      folder: options.ruleset === undefined ? root : io.cwd,
      cache: Cache.open(io, true),
    },
    io,
  );
  const documents = paths.length > 0 ? named(paths, root, io) : everyDocument(root, git, settings);
  const host = fileHost(root, root);
  const findings: BaselineFile['findings'] = {};
  try {
    for (const [index, document] of documents.entries()) {
      tell(`linting ${document}, ${index + 1} of ${documents.length}`);
      const loaded = await loadDocument(document, host);
      const report = loaded.document && (await linter.lint(loaded.document, now));
      const [trouble] = (report?.problems ?? loaded.problems).filter(({ severity }) => severity === 'error');
      // What was not judged to the end has no findings that could be accepted.
      if (report && !trouble) findings[document] = entries(report.findings);
      else io.err(`left out: ${document} cannot be judged (${trouble?.message ?? 'no reason given'})\n`);
    }
  } finally {
    await linter.close();
  }
  const { writeBaseline } = await import('../waivers/editing');
  const changes = writeBaseline({ root, file }, { owner, review, ruleset, findings });
  const held = Object.values(findings)
    .flat()
    .reduce((sum, { times = 1 }) => sum + times, 0);
  io.out(
    `${file}: ${count(held, 'lint finding')} in ${count(documents.length, 'document')} (${changes.added} added, ${changes.gone} gone), owned by ${owner}, to be reviewed by ${review}\nnext: commit ${file}\n`,
  );
  return EXIT.pass;
}

function read(root: string, file: string): BaselineFile | undefined {
  const found = readOwnFile(root, file);
  if (!found) return undefined;
  const { value, problems } = found.problem
    ? { value: undefined, problems: [found.problem] }
    : readChecked<BaselineFile>(found.text, file, schema);
  if (!value)
    throw new CommandError(`${file}:${problems[0].line ?? 1}: ${problems[0].message}`, problems[0].next);
  return value;
}

function everyDocument(
  root: string,
  git: Git | undefined,
  settings: ReturnType<typeof readSettings>,
): string[] {
  const files = listFiles(root, git).filter(
    file => !(settings.ignore ?? []).some(pattern => fits(pattern, file)),
  );
  const catalog = readCatalog(root, files);
  const defined = catalog.apis.flatMap(({ definition, entity }) =>
    definition.kind === 'file' && ['openapi', 'swagger'].includes(String(entity.spec.type))
      ? [definition.file]
      : [],
  );
  const all = [...new Set([...defined, ...listedDocuments(settings.apis ?? [], files, catalog)])].sort();
  if (all.length > 0) return all;
  throw new CommandError(
    'no API was found',
    'name documents: treaty baseline openapi.yaml, or see what is found: treaty doctor',
  );
}

function named(paths: string[], root: string, io: Io): string[] {
  return paths.map(name => {
    const target = path.resolve(io.cwd, name);
    if (!existsSync(target)) throw new CommandError(`there is no file '${name}'`, 'check the path');
    return relativeUri(root, target);
  });
}

function entries(findings: readonly LintFinding[]): BaselineFile['findings'][string] {
  const times = new Map<string, { rule: string; finding: string; times: number }>();
  for (const { id, fingerprint } of findings) {
    const key = `${id} ${fingerprint}`;
    times.set(key, { rule: id, finding: fingerprint, times: (times.get(key)?.times ?? 0) + 1 });
  }
  return [...times.values()].map(({ times: n, ...one }) => (n === 1 ? one : { ...one, times: n }));
}

function halfAYearFrom(now: Date): string {
  return new Date(now.getTime() + 182 * 86_400_000).toISOString().slice(0, 10);
}
