import path from 'node:path';
import { appendPointer, parsePointer, Problem, resolveUri, SourceLocation } from '@treaty/contract-findings';
import { LoadedDocument, locate } from '@treaty/contract-source';
import SwaggerParser from '@apidevtools/swagger-parser';
import { isObject } from '../catalog/entity';

/** Schema errors that are told; the rest follows from them more often than not. */
const SHOWN = 5;

/** Values of a document with every `$ref` replaced; beyond, it is validated as it is written. */
const MAX_VALUES = 5_000_000;
/** Levels down, references followed. */
const MAX_DEPTH = 2_000;

interface SchemaError {
  instancePath: string;
  keyword: string;
  message?: string;
  params: Record<string, unknown>;
}

/**
 * Whether a document is what its specification says, with our file and line. Nothing is read from disk or network: every
 * file has been loaded already, and no other is handed out.
 */
export async function validity(document: LoadedDocument): Promise<Problem[]> {
  try {
    // The parser writes into what it is given.
    const root = structuredClone(document.root) as Parameters<typeof SwaggerParser.validate>[1];
    await SwaggerParser.validate(path.resolve('/', document.uri), root, {
      resolve: { file: false, http: false, loaded: loadedFiles(document) },
      // As written, every reference is allowed where its target is; that it leads somewhere is known already.
      ...(isTooLarge(document) && { dereference: { excludedPathMatcher: () => true } }),
    });
    return [];
  } catch (error) {
    return toProblems(document, error as Error & { details?: SchemaError[] });
  }
}

/**
 * Whether the document would grow beyond all use when every `$ref` is replaced by its target: forty schemas of two
 * references each make a million million.
 */
function isTooLarge(document: LoadedDocument): boolean {
  const sizes = new Map<object, number>();
  const size = (value: unknown, file: string, depth: number): number => {
    if (typeof value !== 'object' || value === null) return 1;
    if (depth > MAX_DEPTH) return Infinity;
    const known = sizes.get(value);
    if (known !== undefined) return known;
    // Met again on the way down, it is left as it is.
    sizes.set(value, 1);
    let total = 1;
    if (isObject(value) && typeof value.$ref === 'string') {
      const [filePart, fragment = ''] = value.$ref.split('#');
      const target = resolveUri(file, filePart);
      total = size(lookUp(document.files.get(target), fragment), target, depth + 1);
    } else for (const member of Object.values(value)) total += size(member, file, depth + 1);
    sizes.set(value, total);
    return total;
  };
  return size(document.root, document.uri, 0) > MAX_VALUES;
}

function loadedFiles(document: LoadedDocument) {
  const byPath = new Map([...document.files].map(([uri, value]) => [path.resolve('/', uri), value]));
  return {
    order: 1,
    canRead: true,
    read: (file: { url: string }) => {
      const value = byPath.get(decodeURI(file.url));
      if (value === undefined) throw new Error(`'${file.url}' is not part of the contract`);
      return structuredClone(value);
    },
  };
}

function toProblems(document: LoadedDocument, error: Error & { details?: SchemaError[] }): Problem[] {
  const specification =
    document.specification.version === '2.0' ? 'Swagger 2.0' : `OpenAPI ${document.specification.version}`;
  const next = 'correct it; the specification is at https://spec.openapis.org';
  if (!error.details) {
    const message = error.message.replace(/^Validation failed\.\s*/, '').split('\n')[0];
    return [
      {
        code: 'document-invalid',
        message: `not valid ${specification}: ${message}`,
        file: document.uri,
        line: 1,
        next,
        severity: 'error',
      },
    ];
  }
  const causes = likelyCauses(error.details);
  const places = locate(
    document,
    causes.map(cause => follow(document, cause.instancePath)),
  );
  return causes.map((cause, index) => ({
    code: 'document-invalid',
    message: `not valid ${specification}: ${describe(cause)}`,
    ...places[index],
    next,
    severity: 'error',
  }));
}

/**
 * A failed `oneOf` reports every branch it tried. The deepest places are where the author went wrong; the branch
 * selectors and "must be a $ref" are how the schema is written, not what is wrong.
 */
function likelyCauses(errors: SchemaError[]): SchemaError[] {
  const telling = errors.filter(
    one =>
      !['oneOf', 'anyOf', 'if', 'not', '$ref'].includes(one.keyword) && one.params.missingProperty !== '$ref',
  );
  const pool = telling.length > 0 ? telling : errors;
  const deepest = pool.filter(
    one => !pool.some(other => other.instancePath.startsWith(`${one.instancePath}/`)),
  );
  const seen = new Set<string>();
  return deepest
    .filter(one => {
      const key = `${one.instancePath} ${describe(one)}`;
      return seen.has(key) ? false : Boolean(seen.add(key));
    })
    .slice(0, SHOWN);
}

function describe(error: SchemaError): string {
  const { additionalProperty, unevaluatedProperty, allowedValues } = error.params;
  const unknown = additionalProperty ?? unevaluatedProperty;
  const at =
    error.instancePath === '' ? 'the document' : parsePointer(error.instancePath).slice(-2).join(' → ');
  if (typeof unknown === 'string') return `${at} has '${unknown}', which is not known there`;
  if (Array.isArray(allowedValues)) return `${at} must be one of ${allowedValues.join(', ')}`;
  return `${at} ${error.message ?? 'is not allowed'}`;
}

/** The validator speaks of the dereferenced document; this finds the file and pointer where the text really stands. */
function follow(document: LoadedDocument, instancePath: string): SourceLocation {
  let at: SourceLocation = { file: document.uri, pointer: '' };
  let value: unknown = document.root;
  for (const token of parsePointer(instancePath)) {
    for (let hop = 0; hop < 50 && isObject(value) && typeof value.$ref === 'string'; hop++) {
      const [filePart, fragment = ''] = value.$ref.split('#');
      const file = resolveUri(at.file, filePart);
      at = { file, pointer: fragment };
      value = lookUp(document.files.get(file), fragment);
    }
    at = { file: at.file, pointer: appendPointer(at.pointer, token) };
    value = isObject(value) || Array.isArray(value) ? (value as Record<string, unknown>)[token] : undefined;
  }
  return at;
}

function lookUp(root: unknown, fragment: string): unknown {
  if (fragment !== '' && !fragment.startsWith('/')) return undefined;
  return parsePointer(fragment).reduce<unknown>(
    (value, token) =>
      isObject(value) || Array.isArray(value) ? (value as Record<string, unknown>)[token] : undefined,
    root,
  );
}
