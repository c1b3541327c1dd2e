import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { listDeprecations } from '@treaty/contract-deprecations';
import { parseSunset, Problem } from '@treaty/contract-findings';
import { LoadedDocument, loadDocument, locate } from '@treaty/contract-source';
import { manifestToRecords } from '@treaty/contract-usage';
import { indexOperations } from './operations';
import type {
  AnalysedContract,
  AnalysedUsage,
  AnalysisRequest,
  AnalysisResult,
  LocatedDeprecation,
} from './types';
import { findViolations } from './validate';

/** Languages whose documents are read; the others are kept and shown as they are. */
const READABLE = new Set(['openapi', 'asyncapi']);

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * Reads one definition: is it whole, is it valid, which operations and deprecations does it have, and what of it do the
 * manifests say is used. Makes room for other work between the steps, each of which may take a while.
 */
export async function analyse(request: AnalysisRequest): Promise<AnalysisResult> {
  const text = request.text.replace(/^\uFEFF/, '');
  if (!READABLE.has(request.type)) return { problems: [], contract: unread(request.type, text), usage: [] };

  const { document, problems } = await loadDocument(request.file, {
    sha256,
    read: async uri => {
      if (uri === request.file) return text;
      throw new Error(
        'only what is embedded in the catalog entity can be read; embed split documents with $openapi',
      );
    },
  });
  if (!document) return { problems: problems.map(withEmbeddingHint), usage: [] };
  const digest = document.digest;
  await setImmediate();
  const violations = withPlaces(document, await findViolations(document));
  await setImmediate();
  const contract: AnalysedContract = {
    digest,
    mediaType: mediaTypeOf(text),
    title: document.title,
    version: document.version,
    specification: `${document.specification.kind} ${document.specification.version}`.trim(),
    valid: violations.length === 0,
    ...readContract(document),
  };
  await setImmediate();
  return { problems: [...problems, ...violations], contract, usage: readUsage(request, document, digest) };
}

/** What is embedded in an entity has no folder, so the usual advice on an unreadable file does not help here. */
function withEmbeddingHint(problem: Problem): Problem {
  if (problem.code !== 'file-not-readable') return problem;
  return {
    ...problem,
    next: "Embed the document with 'definition: { $openapi: ./openapi.yaml }', which brings its other files along.",
  };
}

function unread(type: string, text: string): AnalysedContract {
  return {
    digest: sha256(text),
    mediaType: 'text/plain',
    specification: type,
    valid: true,
    operations: [],
    deprecations: [],
  };
}

function readContract(document: LoadedDocument): Pick<AnalysedContract, 'operations' | 'deprecations'> {
  if (document.specification.kind !== 'openapi') return { operations: [], deprecations: [] };
  const entries = listDeprecations(document);
  const places = locate(
    document,
    entries.map(({ file, pointer }) => ({ file, pointer })),
  );
  const deprecations = entries.map((entry, index): LocatedDeprecation => ({
    ...entry,
    line: places[index].line,
  }));
  const marked = new Map(
    deprecations.filter(entry => entry.kind === 'operation').map(entry => [entry.subject.operation, entry]),
  );
  // The deprecation engine knows more dialects of the mark than `deprecated: true`.
  const operations = indexOperations(document).map(operation => {
    const mark = marked.get(operation.operation);
    if (!mark) return operation;
    const sunset = parseSunset(mark.sunset);
    return {
      ...operation,
      deprecated: mark.deprecated,
      sunset: sunset.kind === 'date' ? sunset.at : undefined,
    };
  });
  return { operations, deprecations };
}

function readUsage(
  request: AnalysisRequest,
  document: LoadedDocument,
  contractDigest: string,
): AnalysedUsage[] {
  if (document.specification.kind !== 'openapi') return [];
  return request.manifests.map(({ consumer, manifest, sourceRef }) => ({
    consumer,
    ...manifestToRecords(manifest, { api: request.api, document, contractDigest, sourceRef }),
  }));
}

function withPlaces(document: LoadedDocument, problems: Problem[]): Problem[] {
  const places = locate(
    document,
    problems.map(problem => ({ file: problem.file ?? document.uri, pointer: problem.pointer ?? '' })),
  );
  return problems.map((problem, index) =>
    problem.pointer === undefined
      ? problem
      : { ...problem, line: places[index].line, column: places[index].column },
  );
}

function mediaTypeOf(text: string): string {
  return /^\s*[{[]/.test(text) ? 'application/json' : 'application/yaml';
}
