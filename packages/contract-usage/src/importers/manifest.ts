import { Problem, suggest } from '@treaty/contract-findings';
import { Document, isNode, LineCounter, parseDocument } from 'yaml';
import { isObject } from '../schemaPath';
import { ManifestOperation, ManifestUse, UsageManifest } from './manifestTypes';

const TOP_KEYS = ['apiVersion', 'consumer', 'uses'];
const USE_KEYS = ['api', 'environments', 'complete', 'reviewed', 'operations'];
const OPERATION_KEYS = [
  'operationId',
  'operation',
  'query',
  'headers',
  'cookies',
  'sends',
  'values',
  'contentTypes',
  'accepts',
  'security',
  'reads',
  'requires',
  'enums',
];
const HELP = 'docs/usage-manifest.md describes the format';
type Path = Array<string | number>;

class ManifestReader {
  private readonly problems: Problem[] = [];

  constructor(
    private readonly document: Document,
    private readonly lines: LineCounter,
    private readonly uri: string,
  ) {}

  read(): { manifest?: UsageManifest; problems: Problem[] } {
    const root = this.value();
    if (!isObject(root) || root.apiVersion !== 'treaty/v1') {
      if (this.problems.length === 0)
        this.report(['apiVersion'], 'not a usage manifest', "start it with 'apiVersion: treaty/v1'", 'error');
      return { problems: this.problems };
    }
    this.unknownKeys(root, TOP_KEYS, []);
    if (typeof root.consumer !== 'string' || !/^[a-z]+:[^/\s]+\/\S+$/i.test(root.consumer)) {
      this.report(
        ['consumer'],
        "'consumer' must be an entity reference",
        "for example 'consumer: component:default/web-shop'",
        'error',
      );
      return { problems: this.problems };
    }
    const uses = this.list(root.uses, ['uses'], "'uses' must be a list of APIs");
    const manifest = {
      uri: this.uri,
      consumer: root.consumer.toLowerCase(),
      uses: uses.flatMap((value, index) => this.use(value, ['uses', index])),
    };
    return { manifest, problems: this.problems };
  }

  /** The plain value; undefined when aliases would blow it up (the caller then reports that this is no manifest). */
  private value(): unknown {
    try {
      return this.document.toJS({ maxAliasCount: 100 });
    } catch (error) {
      // The only error this call documents: too many aliases, or one that names no anchor.
      if (!(error instanceof ReferenceError)) throw error;
      this.report(
        [],
        `the aliases of this file cannot be resolved: ${error.message}`,
        'write the values out',
        'error',
      );
      return undefined;
    }
  }

  private use(value: unknown, path: Path): ManifestUse[] {
    if (!isObject(value) || typeof value.api !== 'string') {
      this.report(
        [...path, 'api'],
        "every entry of 'uses' names an API",
        "for example '- api: api:default/orders-v2'",
      );
      return [];
    }
    this.unknownKeys(value, USE_KEYS, path);
    const operations = this.list(
      value.operations ?? [],
      [...path, 'operations'],
      "'operations' must be a list",
    );
    const api = value.api.toLowerCase();
    return [
      {
        api: /^api:/.test(api) ? api : `api:${api.includes('/') ? api : `default/${api}`}`,
        line: this.line(path),
        environments:
          value.environments === undefined
            ? ['production']
            : this.strings(value.environments, [...path, 'environments']),
        complete: value.complete === true,
        reviewed: this.reviewed(value.reviewed, path),
        operations: operations.flatMap((entry, index) =>
          this.operation(entry, [...path, 'operations', index]),
        ),
      },
    ];
  }

  private reviewed(value: unknown, path: Path): string {
    if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)))
      return value;
    this.report(
      [...path, 'reviewed'],
      "'reviewed' must be the day somebody last looked, such as 2026-11-01",
      'without it the entry counts as stale',
    );
    return '';
  }

  private operation(value: unknown, path: Path): ManifestOperation[] {
    const entry = typeof value === 'string' ? { operationId: value } : value;
    const name = isObject(entry) ? (entry.operationId ?? entry.operation) : undefined;
    if (!isObject(entry) || typeof name !== 'string') {
      this.report(
        path,
        'an operation needs a name',
        "write 'operationId: getOrder' or 'operation: GET /orders/{id}'",
      );
      return [];
    }
    this.unknownKeys(entry, OPERATION_KEYS, path);
    const each = <T>(key: string, read: (item: unknown, at: Path) => T): Record<string, T> | undefined => {
      const map = entry[key];
      if (map === undefined) return undefined;
      if (isObject(map))
        return Object.fromEntries(Object.entries(map).map(([k, item]) => [k, read(item, [...path, key, k])]));
      this.report([...path, key], `'${key}' must be a mapping`, HELP);
      return undefined;
    };
    const strings = (key: string) =>
      entry[key] === undefined ? undefined : this.strings(entry[key], [...path, key]);
    const pointers = (item: unknown, at: Path) =>
      this.strings(item, at).filter(pointer => this.isPointer(pointer, at));
    const parameter = (item: unknown, at: Path) =>
      item === true || item === null ? (true as const) : this.strings(item, at);
    return [
      {
        name,
        line: this.line(path),
        query: each('query', parameter),
        headers: each('headers', parameter),
        cookies: each('cookies', parameter),
        sends: entry.sends === undefined ? undefined : pointers(entry.sends, [...path, 'sends']),
        values: each('values', (item, at) => this.strings(item, at)),
        contentTypes: strings('contentTypes'),
        accepts: strings('accepts'),
        security: strings('security'),
        reads: each('reads', pointers),
        requires: each('requires', pointers),
        enums: each('enums', (item, at) => this.enum(item, at)),
      },
    ];
  }

  private enum(value: unknown, path: Path): { values: string[]; unknown?: 'tolerated' | 'breaks' } {
    if (!isObject(value)) return { values: this.strings(value, path) };
    const { unknown } = value;
    if (unknown !== undefined && unknown !== 'tolerated' && unknown !== 'breaks') {
      this.report(
        [...path, 'unknown'],
        `'unknown' must be 'tolerated' or 'breaks', not '${String(unknown)}'`,
        'say what the reader does with a member it does not know',
      );
    }
    return {
      values: value.values === undefined ? [] : this.strings(value.values, [...path, 'values']),
      unknown: unknown === 'tolerated' || unknown === 'breaks' ? unknown : undefined,
    };
  }

  private isPointer(text: string, path: Path): boolean {
    if (text === '' || text.startsWith('/')) return true;
    this.report(path, `'${text}' is not a pointer`, `write '/${text.replace(/\./g, '/')}'`);
    return false;
  }

  private list(value: unknown, path: Path, message: string): unknown[] {
    if (Array.isArray(value)) return value;
    this.report(path, message, HELP);
    return [];
  }

  private strings(value: unknown, path: Path): string[] {
    const list = Array.isArray(value) ? value : [value];
    const good = list.filter(item => ['string', 'number', 'boolean'].includes(typeof item)).map(String);
    if (good.length !== list.length || value === undefined)
      this.report(path, 'expected a list of words', HELP);
    return good;
  }

  private unknownKeys(value: Record<string, unknown>, known: string[], path: Path) {
    for (const key of Object.keys(value).filter(k => !known.includes(k))) {
      const meant = suggest(key, known);
      this.report(
        [...path, key],
        `'${key}' is not known here`,
        meant ? `did you mean '${meant}'?` : `known are ${known.join(', ')}`,
      );
    }
  }

  private report(path: Path, message: string, next: string, severity: Problem['severity'] = 'warning') {
    this.problems.push({
      code: 'usage-manifest',
      message,
      file: this.uri,
      line: this.line(path),
      next,
      severity,
    });
  }

  /** Line of the node at a path, or of the nearest ancestor that exists. */
  private line(path: Path): number | undefined {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? this.document.contents : this.document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return this.lines.linePos(node.range[0]).line;
    }
    return undefined;
  }
}

/** Reads a usage manifest. What is wrong becomes problems with file and line; what is left is still read. Never throws. */
export function readManifest(text: string, uri: string): { manifest?: UsageManifest; problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const syntax = document.errors[0];
  if (syntax) {
    const { line, col } = lines.linePos(syntax.pos[0]);
    return {
      problems: [
        {
          code: 'yaml-syntax',
          message: `the usage manifest is not YAML: ${syntax.message}`,
          file: uri,
          line,
          column: col,
          next: 'correct the syntax',
          severity: 'error',
        },
      ],
    };
  }
  return new ManifestReader(document, lines, uri).read();
}
