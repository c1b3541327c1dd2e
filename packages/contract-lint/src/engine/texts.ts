import { Problem } from '@treaty/contract-findings';
import { Json, Yaml } from '@stoplight/spectral-parsers';
import type { IParser, JsonParserResult } from '@stoplight/spectral-parsers';
import type { IDiagnostic, IParserResult, IRange } from '@stoplight/types';
import { LintDocument } from '../types';
import { JsonText, parseJsonText } from './json-text';

/** A text after parsing, with the way back to its lines. */
export interface ParsedText {
  uri: string;
  text: string;
  format: 'json' | 'yaml';
  data: unknown;
  diagnostics: readonly IDiagnostic[];
  /** The parser with this result in its hands, in the shape Spectral's documents take: nothing is parsed twice. */
  parser: IParser;
  /** 0-based range of the value at a path, or of the nearest parent that exists. */
  range(path: ReadonlyArray<string | number>): IRange | undefined;
}

/** JSON is what parses as an object or array by its first character; a name says nothing about a text given as data. */
export function isJsonText(text: string): boolean {
  return /^\uFEFF?\s*[{[]/.test(text);
}

/** Parses one text. JSON as JSON, so that its ranges are exact; everything else as YAML. */
export function parseLintText(uri: string, given: string): ParsedText {
  const text = given.startsWith('\uFEFF') ? given.slice(1) : given;
  if (isJsonText(text)) {
    const quick = parseJsonText(text);
    if (quick) return jsonResult(uri, text, quick);
    const parsed: JsonParserResult<unknown> = Json.parse(text);
    // A YAML flow mapping may begin like JSON; only a text that JSON itself accepts is JSON.
    if (parsed.data !== undefined && !parsed.diagnostics.some(isFatal)) {
      return result(uri, text, 'json', parsed, Json);
    }
  }
  return result(uri, text, 'yaml', Yaml.parse(text), Yaml);
}

function jsonResult(uri: string, text: string, { data, index }: JsonText): ParsedText {
  const parsed = { data, diagnostics: [], ast: {}, lineMap: [] };
  return {
    uri,
    text,
    format: 'json',
    data,
    diagnostics: [],
    range: path => index.range(path, true),
    parser: {
      parse: () => parsed,
      getLocationForJsonPath: (_, path, closest = false) => {
        const range = index.range(path, closest);
        return range && { range };
      },
      trapAccess: obj => Json.trapAccess(obj),
    },
  };
}

function result<R extends IParserResult>(
  uri: string,
  text: string,
  format: ParsedText['format'],
  parsed: R,
  parser: IParser<R>,
): ParsedText {
  const range = (path: ReadonlyArray<string | number>) =>
    parser.getLocationForJsonPath(parsed, [...path], true)?.range;
  return {
    uri,
    text,
    format,
    data: parsed.data,
    diagnostics: parsed.diagnostics,
    range,
    parser: {
      parse: () => parsed,
      getLocationForJsonPath: (_, path, closest) => parser.getLocationForJsonPath(parsed, path, closest),
      trapAccess: obj => parser.trapAccess(obj),
    },
  };
}

function isFatal(diagnostic: IDiagnostic): boolean {
  return diagnostic.severity === 0 && !/^Duplicate key/.test(diagnostic.message);
}

/** Every text of a document, parsed once. */
export class ParsedDocument {
  readonly files = new Map<string, ParsedText>();

  constructor(readonly document: LintDocument) {
    this.files.set(document.uri, parseLintText(document.uri, document.text));
    for (const [uri, text] of document.files) {
      if (uri !== document.uri) this.files.set(uri, parseLintText(uri, text));
    }
  }

  get root(): ParsedText {
    return this.get(this.document.uri);
  }

  get(uri: string): ParsedText {
    const file = this.files.get(uri);
    if (!file) throw new Error(`no text of '${uri}' was given`);
    return file;
  }

  data(): Map<string, unknown> {
    return new Map([...this.files].map(([uri, file]) => [uri, file.data]));
  }

  /** What the parsers say about the texts, as problems: `error` where the document cannot be judged. */
  problems(): Problem[] {
    const out: Problem[] = [];
    for (const file of this.files.values()) {
      for (const diagnostic of file.diagnostics) out.push(toProblem(file, diagnostic));
    }
    return out;
  }
}

function toProblem(file: ParsedText, diagnostic: IDiagnostic): Problem {
  const duplicate = /^Duplicate key/.test(diagnostic.message);
  return {
    code: duplicate ? 'duplicate-key' : `${file.format}-syntax`,
    message: diagnostic.message,
    file: file.uri,
    line: diagnostic.range.start.line + 1,
    column: diagnostic.range.start.character + 1,
    next: duplicate
      ? 'remove or rename one of the two; only the last one counts'
      : `make the ${file.format.toUpperCase()} parse`,
    severity: diagnostic.severity === 0 ? 'error' : 'warning',
  };
}
