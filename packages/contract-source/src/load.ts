import { digest, Problem } from '@treaty/contract-findings';
import { ContractFiles } from './files';
import { RefFollower } from './follow-refs';
import { resolveLimits, SourceLimits } from './limits';
import { locatePointers } from './locate';
import { detectSpecification, isGraphql } from './specification';
import { LoadedDocument, LoadResult, SourceHost, Specification } from './types';

/**
 * Reads a contract: the file, every file it reaches by `$ref`, and whether each `$ref` leads somewhere. Never throws on
 * user input; what is wrong is in `problems`, with file, line, column, reason and next step. `document` is absent as
 * soon as one of them is an error, so that nobody judges half a contract by accident.
 *
 * @param uri - `/`-separated path as the user named it; `files` and problems speak of it and of paths relative to it
 * @param host - the only way to any file
 */
export async function loadDocument(
  uri: string,
  host: SourceHost,
  limits?: Partial<SourceLimits>,
): Promise<LoadResult> {
  const bounds = resolveLimits(limits);
  const files = new ContractFiles(host, bounds);
  const text = await files.readText(uri);
  if (text === undefined)
    return { problems: files.problems.length > 0 ? files.problems : [unreadable(uri, files)] };
  if (isGraphql(text, uri)) return finish(uri, host, files, new Map(), { kind: 'graphql', version: '' }, []);
  files.parse(uri);
  if (!files.values.has(uri)) return { problems: files.problems };
  const { specification, problem } = detectSpecification(files.values.get(uri), uri);
  if (!specification)
    return { problems: withPlaces([...files.problems, ...(problem ? [problem] : [])], files) };
  const follower = new RefFollower(uri, files, bounds);
  await follower.follow();
  const problems = limited([...files.problems, ...follower.problems], bounds.maxProblems, uri);
  return finish(uri, host, files, follower.aliases, specification, withPlaces(problems, files));
}

function finish(
  uri: string,
  host: SourceHost,
  files: ContractFiles,
  aliases: ReadonlyMap<string, string>,
  specification: Specification,
  problems: Problem[],
): LoadResult {
  const root = specification.kind === 'graphql' ? files.texts.get(uri) : files.values.get(uri);
  const info = isRecord(root) && isRecord(root.info) ? root.info : {};
  let hash: string | undefined;
  const document: LoadedDocument = {
    uri,
    root,
    files: withAliases(specification.kind === 'graphql' ? files.texts : files.values, aliases),
    texts: withAliases(files.texts, aliases),
    specification,
    get digest() {
      hash ??= digestOf(files.texts, uri, host.sha256 ?? digest);
      return hash;
    },
    title: textOf(info.title),
    version: textOf(info.version),
  };
  return problems.some(problem => problem.severity === 'error')
    ? { partial: document, problems }
    : { document, problems };
}

function withAliases<T>(
  map: ReadonlyMap<string, T>,
  aliases: ReadonlyMap<string, string>,
): ReadonlyMap<string, T> {
  if (aliases.size === 0) return map;
  const out = new Map(map);
  for (const [alias, uri] of aliases) if (map.has(uri)) out.set(alias, map.get(uri) as T);
  return out;
}

/** Of one file: of its text. Of several: of their names relative to the root's folder and their digests, sorted. */
function digestOf(
  texts: ReadonlyMap<string, string>,
  rootUri: string,
  sha256: (text: string) => string,
): string {
  if (texts.size === 1) return sha256(texts.get(rootUri) ?? '');
  const folder = rootUri.replace(/[^/]*$/, '');
  const lines = [...texts].map(
    ([uri, text]) => `${uri.startsWith(folder) ? uri.slice(folder.length) : uri} ${sha256(text)}\n`,
  );
  return sha256(lines.sort().join(''));
}

function unreadable(uri: string, files: ContractFiles): Problem {
  const failure = files.failures.get(uri);
  return {
    code: 'file-not-readable',
    message:
      failure?.reason === 'missing'
        ? 'the file does not exist'
        : `the file cannot be read: ${failure?.message ?? 'no reason given'}`,
    file: uri,
    next:
      failure?.reason === 'outside'
        ? 'Name a file inside the allowed folder.'
        : 'Check the path and its permissions.',
    severity: 'error',
  };
}

function limited(problems: Problem[], limit: number, file: string): Problem[] {
  if (problems.length <= limit) return problems;
  const rest = problems.length - limit;
  return [
    ...problems.slice(0, limit),
    {
      code: 'limit-problems',
      message: `${rest} or more further problems are not shown`,
      file,
      next: 'Correct the ones above first.',
      severity: 'error',
    },
  ];
}

/** Problems that know a pointer get its line and column; each file is scanned once. */
function withPlaces(problems: Problem[], files: ContractFiles): Problem[] {
  const out = problems.slice();
  for (const [file, text] of files.texts) {
    const open = out.flatMap((problem, index) =>
      problem.file === file && problem.pointer !== undefined && problem.line === undefined ? [index] : [],
    );
    if (open.length === 0) continue;
    const places = locatePointers(
      text,
      open.map(index => out[index].pointer ?? ''),
    );
    open.forEach((index, k) => {
      out[index] = { ...out[index], ...places[k] };
    });
  }
  return out;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : undefined;
}
