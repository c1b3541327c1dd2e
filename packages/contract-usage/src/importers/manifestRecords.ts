import { ContractDocument, Problem, suggest } from '@treaty/contract-findings';
import { Facet, FacetKind, UsageCoverage, UsageRecord, World } from '../facts';
import {
  ContractOperation,
  listOperations,
  operationKey,
  parseOperation,
  requestSchema,
  responseSchema,
} from '../operations';
import { Node, resolveSchemaPath } from '../schemaPath';
import { ManifestOperation, ManifestUse, UsageManifest } from './manifestTypes';

export interface ManifestContext {
  /** Entity ref of the API whose contract this is; entries for other APIs are skipped. */
  api: string;
  /** The published contract: what the consumer uses today. */
  document: ContractDocument;
  contractDigest: string;
  /** Manifest path, with its commit where there is one. */
  sourceRef: string;
  /** A proposed contract in which names may be found that the published one does not have yet. */
  proposed?: ContractDocument;
}

/**
 * Turns a manifest's entries for one API into usage facts. Names that the contract does not have become problems with
 * file, line and a suggestion; such an entry no longer counts as complete, because what it uses is then not fully known.
 */
export function manifestToRecords(
  manifest: UsageManifest,
  context: ManifestContext,
): { records: UsageRecord[]; coverage: UsageCoverage[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const records: UsageRecord[] = [];
  const coverage: UsageCoverage[] = [];
  for (const use of manifest.uses.filter(entry => entry.api === context.api)) {
    const resolved = use.operations.map(entry => resolveEntry(entry, use, manifest, context, problems));
    for (const environment of use.environments) {
      const common = {
        consumer: manifest.consumer,
        api: use.api,
        environment,
        source: 'declared' as const,
        sourceRef: context.sourceRef,
        lastSeen: use.reviewed,
      };
      const complete = use.complete && resolved.every(entry => entry !== undefined);
      coverage.push({ ...common, operations: complete ? 'closed' : 'open' });
      for (const entry of resolved) {
        if (!entry) continue;
        const { method, template } = entry.operation;
        records.push({
          ...common,
          operation: { method, template, match: 'exact' },
          contractDigest: context.contractDigest,
          firstSeen: use.reviewed,
          facets: entry.facets,
        });
      }
    }
  }
  return { records, coverage, problems };
}

/** One manifest operation to facets, each present member being closed: what is stated there is complete. */
class FacetReader {
  private readonly facets: Facet[] = [];

  constructor(
    private readonly document: ContractDocument,
    private readonly operation: ContractOperation,
    private readonly entry: ManifestOperation,
    private readonly uri: string,
    private readonly problems: Problem[],
  ) {}

  read(complete: boolean): Facet[] {
    const { entry } = this;
    // `complete` says that nothing else is used; a parameter that is not listed is then not sent.
    const unlisted = complete ? {} : undefined;
    this.parameters('query', entry.query ?? unlisted);
    this.parameters('header', entry.headers ?? unlisted);
    this.parameters('cookie', entry.cookies ?? unlisted);
    const body = requestSchema(this.document, this.operation, entry.contentTypes?.[0]);
    if (entry.sends) {
      const sent = this.resolve(entry.sends, body, 'the request body');
      this.add('requestBody', sent.paths, { world: sent.world });
    }
    for (const [text, values] of Object.entries(entry.values ?? {})) {
      const [path] = this.resolve([text], body, 'the request body').paths;
      this.add('requestEnum', [path], { values: { [path]: values } });
    }
    if (entry.contentTypes) this.add('requestMedia', entry.contentTypes);
    if (entry.accepts) this.add('responseMedia', entry.accepts);
    if (entry.security)
      this.add(
        'security',
        entry.security.map(scheme => `/${scheme.replace(/^\//, '')}`),
      );
    this.responses();
    return this.facets;
  }

  private responses() {
    const { reads = {}, requires = {}, enums = {} } = this.entry;
    const statuses = [...new Set([...Object.keys(reads), ...Object.keys(requires)])];
    for (const status of statuses) {
      const schema = responseSchema(this.document, this.operation, status);
      const required = this.resolve(requires[status] ?? [], schema, `the ${status} response`).paths;
      const read = this.resolve(reads[status] ?? [], schema, `the ${status} response`);
      // `requires` alone says what is needed, not that nothing else is read.
      const world = reads[status] ? read.world : 'open';
      this.add('responseRead', [...new Set([...read.paths, ...required])], {
        where: status,
        world,
        required,
      });
    }
    const success = statuses.find(status => /^2/.test(status)) ?? '200';
    for (const [text, stated] of Object.entries(enums)) {
      const schema = responseSchema(this.document, this.operation, success);
      const [path] = this.resolve([text], schema, `the ${success} response`).paths;
      this.add('responseEnum', [path], {
        where: success,
        values: { [path]: stated.values },
        unknown: stated.unknown,
      });
    }
  }

  private parameters(kind: FacetKind, stated: Record<string, string[] | true> | undefined) {
    if (!stated) return;
    const values = Object.entries(stated).flatMap(([name, list]) =>
      list === true ? [] : [[pointer(name), list] as const],
    );
    this.add(kind, Object.keys(stated).map(pointer), { values: Object.fromEntries(values) });
  }

  /** Canonical pointers. One that the contract lacks may be a slip for another, so the list is then no longer complete. */
  private resolve(
    pointers: string[],
    schema: Node | undefined,
    where: string,
  ): { paths: string[]; world: World } {
    let world: World = 'closed';
    const paths = pointers.map(text => {
      const found = resolveSchemaPath(this.document, schema, text);
      if (found.ok) return found.path;
      world = 'open';
      const meant = suggest(found.token, found.candidates);
      this.problems.push({
        code: 'usage-unknown-field',
        message: `${where} of '${this.entry.name}' has no '${text}'`,
        file: this.uri,
        line: this.entry.line,
        next: meant ? `did you mean '${found.known}/${meant}'?` : 'correct the pointer or remove it',
        severity: 'warning',
      });
      return text;
    });
    return { paths, world };
  }

  private add(kind: FacetKind, paths: string[], rest: Partial<Facet> = {}) {
    this.facets.push({ kind, paths, world: 'closed', ...rest });
  }
}

/** A parameter's name as a pointer. */
function pointer(name: string): string {
  return `/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`;
}

function resolveEntry(
  entry: ManifestOperation,
  use: ManifestUse,
  manifest: UsageManifest,
  context: ManifestContext,
  problems: Problem[],
) {
  for (const document of [context.document, context.proposed]) {
    const operation = document && findOperation(document, entry.name);
    if (operation)
      return {
        operation,
        facets: new FacetReader(document, operation, entry, manifest.uri, problems).read(use.complete),
      };
  }
  const operations = listOperations(context.document);
  const names = parseOperation(entry.name)
    ? operations.map(operation => `${operation.method} ${operation.template}`)
    : operations.flatMap(operation => operation.operationId ?? []);
  const meant = suggest(entry.name, names);
  problems.push({
    code: 'usage-unknown-operation',
    message: `${use.api} has no operation '${entry.name}'`,
    file: manifest.uri,
    line: entry.line,
    next: meant
      ? `did you mean '${meant}'?`
      : 'name an operationId of the contract, or METHOD /path as the contract spells it',
    severity: 'warning',
  });
  return undefined;
}

/** The operation that an operationId or `GET /x/{id}` names; path parameters may be called differently. */
export function findOperation(document: ContractDocument, name: string): ContractOperation | undefined {
  const operations = listOperations(document);
  const parsed = parseOperation(name);
  if (!parsed) return operations.find(operation => operation.operationId === name);
  const key = operationKey(parsed.method, parsed.template);
  return operations.find(operation => operationKey(operation.method, operation.template) === key);
}
