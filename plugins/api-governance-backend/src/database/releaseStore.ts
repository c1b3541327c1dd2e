import type { ListOperationsQuery, Operation, Release } from '@treaty/plugin-api-governance-common';
import { Knex } from 'knex';
import { PageOf, PageRequest, readPage } from './paging';
import { ReleaseRow, releaseColumns, toRelease } from './rows';
import { searchText, whereWords } from './search';
import { storableOrNull, storableText } from './storable';

/** An operation or webhook as the analysis found it. */
export interface OperationRecord {
  /** As findings and usage facts name it: `GET /orders/{id}`, `webhook orderPaid: POST`. */
  operation: string;
  kind: 'operation' | 'webhook';
  method: string;
  path: string;
  operationId?: string;
  summary?: string;
  tags: string[];
  deprecated: boolean;
  sunset?: Date;
  pointer: string;
}

/** A document that becomes the newest release of its API. */
export interface NewRelease {
  apiRef: string;
  digest: string;
  content: Buffer;
  mediaType: string;
  version?: string;
  title?: string;
  specification?: string;
  source: 'catalog' | 'publish';
  valid: boolean;
  operations: OperationRecord[];
  deprecationCount: number;
  /** Version of the analysis, see `ANALYSIS_VERSION`. */
  analysis: number;
  publishedAt: Date;
}

/** A stored document. */
export interface StoredDocument {
  digest: string;
  mediaType: string;
  content: Buffer;
}

export type OperationFilter = Omit<ListOperationsQuery, 'limit' | 'cursor'>;

/** Documents by digest, the releases that point to them, and the index of their operations. */
export interface ReleaseStore {
  list(apiRef: string, page: PageRequest): Promise<PageOf<Release>>;
  /** `digest` may be `latest`. */
  find(apiRef: string, digest: string): Promise<Release | undefined>;
  document(apiRef: string, digest: string): Promise<StoredDocument | undefined>;
  operations(
    apiRef: string,
    digest: string,
    filter: OperationFilter,
    page: PageRequest,
  ): Promise<PageOf<Operation>>;
  /** Where in the document the operations stand, by name; those it does not have are missing. */
  pointers(apiRef: string, digest: string, operations: readonly string[]): Promise<Map<string, string>>;
  /** Operations that the newest release deprecates. */
  deprecatedOperations(apiRef: string): Promise<Map<string, { sunset?: Date }>>;
  /**
   * Makes the document the newest release of its API. Idempotent by digest: a known one only becomes the newest again
   * and gets what this analysis read out of it. Call it inside a transaction.
   */
  publish(release: NewRelease): Promise<{ created: boolean }>;
}

interface OperationRow {
  operation: string;
  kind: 'operation' | 'webhook';
  method: string;
  path: string;
  operation_id: string | null;
  summary: string | null;
  tags: string[];
  deprecated: boolean;
  sunset: Date | null;
  pointer: string;
  consumer_count: string;
}

/** Rows per INSERT; keeps the number of bindings far below Postgres' 65,535. */
const BATCH = 500;

export class DatabaseReleaseStore implements ReleaseStore {
  constructor(private readonly knex: Knex) {}

  async list(apiRef: string, page: PageRequest): Promise<PageOf<Release>> {
    const found = await readPage<ReleaseRow>(
      this.rows(apiRef),
      this.columns(),
      { by: 'r.published_at', direction: 'desc', key: 'r.id', types: { by: 'timestamptz', key: 'bigint' } },
      page,
      ['releases', apiRef],
    );
    return { ...found, items: found.items.map(toRelease) };
  }

  async find(apiRef: string, digest: string): Promise<Release | undefined> {
    const row: ReleaseRow | undefined = await this.byDigest(this.rows(apiRef), digest)
      .select(this.columns())
      .first();
    return row && toRelease(row);
  }

  async document(apiRef: string, digest: string): Promise<StoredDocument | undefined> {
    const row: { digest: string; media_type: string; content: Buffer } | undefined = await this.byDigest(
      this.rows(apiRef),
      digest,
    )
      .select('d.digest', 'd.media_type', 'd.content')
      .first();
    return row && { digest: row.digest, mediaType: row.media_type, content: row.content };
  }

  async operations(
    apiRef: string,
    digest: string,
    filter: OperationFilter,
    page: PageRequest,
  ): Promise<PageOf<Operation>> {
    const query = this.byDigest(
      this.knex('operations as o')
        .join('releases as r', 'r.id', 'o.release_id')
        .join('apis as a', 'a.ref', 'r.api_ref'),
      digest,
    )
      .where('r.api_ref', apiRef)
      .leftJoin(
        this.knex('usage_records')
          .where('api_ref', apiRef)
          .select('operation')
          .countDistinct('consumer_ref as consumer_count')
          .groupBy('operation')
          .as('u'),
        'u.operation',
        'o.operation',
      );
    whereWords(query, 'o.search', filter.search);
    if (filter.deprecated !== undefined) query.where('o.deprecated', filter.deprecated);
    if (filter.tag?.length) query.whereRaw('o.tags && ?::text[]', [filter.tag]);
    const found = await readPage<OperationRow>(
      query,
      ['o.*', this.knex.raw('coalesce(u.consumer_count, 0) as consumer_count')],
      { by: 'o.position', direction: 'asc', key: 'o.position', types: { by: 'bigint', key: 'bigint' } },
      page,
      ['operations', apiRef, digest, filter],
    );
    return { ...found, items: found.items.map(toOperation) };
  }

  async pointers(
    apiRef: string,
    digest: string,
    operations: readonly string[],
  ): Promise<Map<string, string>> {
    const rows: Array<Pick<OperationRow, 'operation' | 'pointer'>> = await this.knex('operations as o')
      .join('releases as r', 'r.id', 'o.release_id')
      .where({ 'r.api_ref': apiRef, 'r.digest': digest })
      .whereIn('o.operation', operations)
      .orderBy('o.position')
      .select('o.operation', 'o.pointer');
    return new Map(rows.map(row => [row.operation, row.pointer]));
  }

  async deprecatedOperations(apiRef: string): Promise<Map<string, { sunset?: Date }>> {
    const rows: Array<Pick<OperationRow, 'operation' | 'sunset'>> = await this.knex('operations as o')
      .join('apis as a', 'a.latest_release', 'o.release_id')
      .where({ 'a.ref': apiRef, 'o.deprecated': true })
      .select('o.operation', 'o.sunset');
    return new Map(rows.map(row => [row.operation, { sunset: row.sunset ?? undefined }]));
  }

  async publish(release: NewRelease): Promise<{ created: boolean }> {
    const { knex } = this;
    await knex('documents')
      .insert({
        digest: release.digest,
        content: release.content,
        bytes: release.content.length,
        media_type: release.mediaType,
      })
      .onConflict('digest')
      .ignore();
    const before = await knex('releases')
      .where({ api_ref: release.apiRef, digest: release.digest })
      .first('id');
    const derived = {
      version: storableOrNull(release.version),
      title: storableOrNull(release.title),
      specification: storableOrNull(release.specification),
      valid: release.valid,
      operation_count: release.operations.length,
      deprecation_count: release.deprecationCount,
      analysis: release.analysis,
    };
    const [{ id }]: Array<{ id: string }> = await knex('releases')
      .insert({
        api_ref: release.apiRef,
        digest: release.digest,
        source: release.source,
        published_at: release.publishedAt,
        ...derived,
      })
      .onConflict(['api_ref', 'digest'])
      .merge(derived)
      .returning('id');
    await knex('operations').where({ release_id: id }).delete();
    const rows = release.operations.map((operation, position) => toRow(id, position, operation));
    await knex.batchInsert('operations', rows, BATCH);
    await knex('apis').where({ ref: release.apiRef }).update({ latest_release: id });
    return { created: before === undefined };
  }

  private rows(apiRef: string): Knex.QueryBuilder {
    return this.knex('releases as r')
      .join('apis as a', 'a.ref', 'r.api_ref')
      .join('documents as d', 'd.digest', 'r.digest')
      .where('r.api_ref', apiRef)
      .whereNull('a.gone_at');
  }

  private columns(): Array<string | Knex.Raw> {
    return [...releaseColumns, this.knex.raw('coalesce(a.latest_release = r.id, false) as release_latest')];
  }

  private byDigest(query: Knex.QueryBuilder, digest: string): Knex.QueryBuilder {
    return digest === 'latest' ? query.whereRaw('r.id = a.latest_release') : query.where('r.digest', digest);
  }
}

function toRow(releaseId: string, position: number, operation: OperationRecord) {
  return {
    release_id: releaseId,
    position,
    operation: storableText(operation.operation),
    kind: operation.kind,
    method: operation.method,
    path: storableText(operation.path),
    operation_id: storableOrNull(operation.operationId),
    summary: storableOrNull(operation.summary),
    tags: operation.tags.map(storableText),
    deprecated: operation.deprecated,
    sunset: operation.sunset ?? null,
    pointer: storableText(operation.pointer),
    search: searchText(operation.operation, operation.operationId, operation.summary, ...operation.tags),
  };
}

function toOperation(row: OperationRow): Operation {
  return {
    operation: row.operation,
    kind: row.kind,
    method: row.method,
    path: row.path,
    operationId: row.operation_id ?? undefined,
    summary: row.summary ?? undefined,
    tags: row.tags,
    deprecated: row.deprecated,
    sunset: row.sunset?.toISOString(),
    pointer: row.pointer,
    consumerCount: Number(row.consumer_count),
  };
}
