import { Problem } from '@treaty/contract-findings';
import { looksLikeJson, parseJson } from './json';
import { resolveLimits, SourceLimits } from './limits';
import { parseYaml } from './yaml';

/**
 * Parses YAML 1.2 or JSON, by content: what starts as JSON is read as JSON, and as a YAML flow collection only when it
 * is not JSON and is not named `.json`. Never throws. `value` is absent when the text cannot be read at all; with a
 * duplicate key it is there (the last one wins) beside the problem.
 */
export function parseText(
  text: string,
  uri: string,
  limits?: Partial<SourceLimits>,
): { value?: unknown; problems: Problem[] } {
  const { values, problems } = parseAll(text, uri, limits);
  if (values.length > 1) {
    problems.push({
      code: 'multiple-documents',
      message: `the file holds ${values.length} YAML documents; a contract is one`,
      file: uri,
      line: 1,
      column: 1,
      next: "Keep one document per file; remove the '---' between them.",
      severity: 'error',
    });
    return { problems };
  }
  return values.length === 0 ? { problems } : { value: values[0], problems };
}

/**
 * Like {@link parseText} for files that may hold several YAML documents separated by `---`, such as catalog files.
 * Documents without content are left out; a file of nothing but those is `empty-document`.
 */
export function parseAll(
  text: string,
  uri: string,
  limits?: Partial<SourceLimits>,
): { values: unknown[]; problems: Problem[] } {
  const bounds = resolveLimits(limits);
  const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (source.length > bounds.maxFileBytes) {
    return {
      values: [],
      problems: [
        {
          code: 'limit-size',
          message: `the text has ${source.length.toLocaleString('en')} characters; ${bounds.maxFileBytes.toLocaleString('en')} are allowed`,
          file: uri,
          next: 'Split the contract into files joined by $ref, or raise the limit on file size.',
          severity: 'error',
        },
      ],
    };
  }
  if (looksLikeJson(source)) {
    const json = parseJson(source, uri, bounds);
    if (json.value !== undefined) return { values: [json.value], problems: json.problems };
    const isSyntax = json.problems.some(problem => problem.code === 'json-syntax');
    if (!isSyntax || /\.json$/i.test(uri)) return { values: [], problems: json.problems };
    const yaml = parseYaml(source, uri, bounds);
    // A text that is neither is most likely the JSON it starts like.
    if (yaml.values.length > 0 || !/^\s*(\{\s*["}]|\[)/.test(source)) return yaml;
    return { values: [], problems: json.problems };
  }
  const { values, problems } = parseYaml(source, uri, bounds);
  const documents = values.filter(value => value !== null);
  if (documents.length === 0 && problems.every(problem => problem.severity !== 'error')) {
    problems.push({
      code: 'empty-document',
      message:
        source.trim() === '' ? 'the file is empty' : 'the file holds no content, only comments or separators',
      file: uri,
      line: 1,
      column: 1,
      next: 'Write the contract into it, or correct the path.',
      severity: 'error',
    });
  }
  return { values: documents, problems };
}
