import type { ApiSummary, FamilyMember, ListApisQuery } from '@treaty/plugin-api-governance-common';
import { Knex } from 'knex';
import { PageOf, PageOrder, PageRequest, readPage } from './paging';
import { ApiRow, LineRow, releaseColumns, toApiSummary, toLineDeprecation } from './rows';
import { searchText, whereOneOf, whereWords } from './search';
import { storableOrNull, storableText } from './storable';

/** An API entity, reduced to what the portal shows of it. */
export interface ApiRecord {
  ref: string;
  namespace: string;
  name: string;
  title: string;
  description?: string;
  type: string;
  family?: string;
  major?: string;
  audience?: string;
  owner?: string;
  system?: string;
  lifecycle?: string;
  statedVersion?: string;
  deprecation?: { deprecatedOn?: Date; sunset?: Date; successor?: string; guide?: string };
}

/** What earlier runs left behind, so that a run does only what is new. */
export interface ApiProgress {
  entityEtag?: string;
  usageKey?: string;
  impactKey?: string;
  latestDigest?: string;
  /** Version of the analysis that filled the newest release's derived rows. */
  analysis?: number;
}

export type ApiFilter = Omit<ListApisQuery, 'limit' | 'cursor'>;

/** The APIs of the catalog as the last ingestion saw them. */
export interface ApiStore {
  list(filter: ApiFilter, page: PageRequest, now: Date): Promise<PageOf<ApiSummary>>;
  get(ref: string, now: Date): Promise<ApiSummary | undefined>;
  /** All lines of the API's family, itself included, highest major first. */
  family(ref: string, now: Date): Promise<FamilyMember[]>;
  /** Inserts or updates; an API that had gone comes back with its history. */
  save(api: ApiRecord): Promise<void>;
  /** Progress of every API that has not gone. */
  progress(): Promise<Map<string, ApiProgress>>;
  setProgress(
    ref: string,
    progress: { entityEtag?: string; usageKey?: string; impactKey?: string },
  ): Promise<void>;
  /** Hides every API that is not in `present`; returns the ones newly hidden. */
  hideAllBut(present: readonly string[], now: Date): Promise<string[]>;
}

const ORDERS: Record<string, Pick<PageOrder, 'by' | 'types'>> = {
  title: { by: 'lower(a.title)', types: { by: 'text', key: 'text' } },
  owner: { by: 'a.owner', types: { by: 'text', key: 'text' } },
  system: { by: 'a.system', types: { by: 'text', key: 'text' } },
  lifecycle: { by: 'a.lifecycle', types: { by: 'text', key: 'text' } },
  sunset: { by: 'a.sunset', types: { by: 'timestamptz', key: 'text' } },
  consumers: { by: 'coalesce(c.consumer_count, 0)', types: { by: 'bigint', key: 'text' } },
  released: { by: 'r.published_at', types: { by: 'timestamptz', key: 'text' } },
  problems: { by: 'coalesce(p.problem_count, 0)', types: { by: 'bigint', key: 'text' } },
};

export class DatabaseApiStore implements ApiStore {
  constructor(private readonly knex: Knex) {}

  async list(filter: ApiFilter, page: PageRequest, now: Date): Promise<PageOf<ApiSummary>> {
    const query = this.rows();
    whereWords(query, 'a.search', filter.search);
    whereOneOf(query, 'a.owner', filter.owner);
    whereOneOf(query, 'a.system', filter.system);
    whereOneOf(query, 'a.lifecycle', filter.lifecycle);
    whereOneOf(query, 'a.type', filter.type);
    if (filter.deprecated !== undefined) query.where('a.deprecated', filter.deprecated);
    if (filter.problemState?.length) {
      query.whereRaw(
        `(case when p.has_errors then 'error' when p.problem_count > 0 then 'warning' else 'ok' end) = any(?)`,
        [filter.problemState],
      );
    }
    const sort = filter.sort ?? 'title';
    const order: PageOrder = {
      ...ORDERS[sort.replace(/^-/, '')],
      direction: sort.startsWith('-') ? 'desc' : 'asc',
      key: 'a.ref',
    };
    const found = await readPage<ApiRow>(query, this.columns(), order, page, filter);
    return { ...found, items: found.items.map(row => toApiSummary(row, now)) };
  }

  async get(ref: string, now: Date): Promise<ApiSummary | undefined> {
    const row: ApiRow | undefined = await this.rows().select(this.columns()).where('a.ref', ref).first();
    return row && toApiSummary(row, now);
  }

  async family(ref: string, now: Date): Promise<FamilyMember[]> {
    const rows: Array<
      LineRow & Pick<ApiRow, 'ref' | 'title' | 'major' | 'lifecycle' | 'stated_version' | 'release_version'>
    > = await this.knex('apis as a')
      .leftJoin('releases as r', 'r.id', 'a.latest_release')
      .whereNull('a.gone_at')
      .where(where =>
        where.where('a.ref', ref).orWhereIn('a.family', this.knex('apis').select('family').where({ ref })),
      )
      .select('a.*', 'r.version as release_version');
    return rows
      .sort(
        (a, b) =>
          (b.major ?? '').localeCompare(a.major ?? '', 'en', { numeric: true }) || (a.ref < b.ref ? -1 : 1),
      )
      .map(row => ({
        ref: row.ref,
        title: row.title,
        major: row.major ?? undefined,
        version: row.release_version ?? row.stated_version ?? undefined,
        lifecycle: row.lifecycle ?? undefined,
        deprecation: toLineDeprecation(row, now),
        current: row.ref === ref,
      }));
  }

  async save(api: ApiRecord): Promise<void> {
    await this.knex('apis')
      .insert({
        ref: api.ref,
        namespace: api.namespace,
        name: api.name,
        title: storableText(api.title),
        description: storableOrNull(api.description),
        type: storableText(api.type),
        family: storableOrNull(api.family),
        major: storableOrNull(api.major),
        audience: storableOrNull(api.audience),
        owner: storableOrNull(api.owner),
        system: storableOrNull(api.system),
        lifecycle: storableOrNull(api.lifecycle),
        stated_version: storableOrNull(api.statedVersion),
        deprecated: api.deprecation !== undefined,
        deprecated_on: api.deprecation?.deprecatedOn ?? null,
        sunset: api.deprecation?.sunset ?? null,
        successor: storableOrNull(api.deprecation?.successor),
        guide: storableOrNull(api.deprecation?.guide),
        search: searchText(api.ref, api.title, api.description),
        gone_at: null,
      })
      .onConflict('ref')
      .merge();
  }

  async progress(): Promise<Map<string, ApiProgress>> {
    const rows: Array<{
      ref: string;
      entity_etag: string | null;
      usage_key: string | null;
      impact_key: string | null;
      digest: string | null;
      analysis: number | null;
    }> = await this.knex('apis as a')
      .leftJoin('releases as r', 'r.id', 'a.latest_release')
      .whereNull('a.gone_at')
      .select('a.ref', 'a.entity_etag', 'a.usage_key', 'a.impact_key', 'r.digest', 'r.analysis');
    return new Map(
      rows.map(row => [
        row.ref,
        {
          entityEtag: row.entity_etag ?? undefined,
          usageKey: row.usage_key ?? undefined,
          impactKey: row.impact_key ?? undefined,
          latestDigest: row.digest ?? undefined,
          analysis: row.analysis ?? undefined,
        },
      ]),
    );
  }

  async setProgress(
    ref: string,
    progress: { entityEtag?: string; usageKey?: string; impactKey?: string },
  ): Promise<void> {
    await this.knex('apis')
      .where({ ref })
      .update({
        ...('entityEtag' in progress && { entity_etag: progress.entityEtag ?? null }),
        ...('usageKey' in progress && { usage_key: progress.usageKey ?? null }),
        ...('impactKey' in progress && { impact_key: progress.impactKey ?? null }),
      });
  }

  async hideAllBut(present: readonly string[], now: Date): Promise<string[]> {
    return this.knex('apis')
      .whereNull('gone_at')
      .whereRaw('not (ref = any(?))', [[...present]])
      .update({ gone_at: now, entity_etag: null, usage_key: null, impact_key: null })
      .returning('ref')
      .then((rows: Array<{ ref: string }>) => rows.map(row => row.ref));
  }

  private rows(): Knex.QueryBuilder {
    return this.knex('apis as a')
      .leftJoin('releases as r', 'r.id', 'a.latest_release')
      .leftJoin('documents as d', 'd.digest', 'r.digest')
      .leftJoin(
        this.knex('consumptions').select('api_ref').count('* as consumer_count').groupBy('api_ref').as('c'),
        'c.api_ref',
        'a.ref',
      )
      .leftJoin(
        this.knex('ingestion_problems')
          .select('entity_ref', this.knex.raw(`bool_or(severity = 'error') as has_errors`))
          .count('* as problem_count')
          .groupBy('entity_ref')
          .as('p'),
        'p.entity_ref',
        'a.ref',
      )
      .whereNull('a.gone_at');
  }

  private columns(): Array<string | Knex.Raw> {
    return [
      'a.*',
      ...releaseColumns,
      this.knex.raw('coalesce(c.consumer_count, 0) as consumer_count'),
      this.knex.raw('coalesce(p.problem_count, 0) as problem_count'),
      this.knex.raw('coalesce(p.has_errors, false) as has_errors'),
    ];
  }
}
