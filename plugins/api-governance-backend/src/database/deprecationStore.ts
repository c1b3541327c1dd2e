import type { ConsumerImpact } from '@treaty/contract-findings';
import type {
  AffectedConsumer,
  Deprecation,
  DeprecationDetail,
  DeprecationKind,
  DeprecationPage,
  ListDeprecationsQuery,
} from '@treaty/plugin-api-governance-common';
import { Knex } from 'knex';
import {
  AffectedRow,
  DeprecationRow,
  Occurrence,
  StatedDates,
  toAffected,
  toDeprecation,
} from './deprecationRows';
import { PageOf, PageOrder, PageRequest, readPage } from './paging';
import { searchText, whereOneOf, whereWords } from './search';
import { stateSql } from './state';
import { storableJson, storableOrNull, storableText } from './storable';

export type { Occurrence, StatedDates };

/** A row of the register. */
export interface DeprecationRecord {
  id: string;
  api: string;
  kind: DeprecationKind;
  /** The first is the one shown; never empty. */
  occurrences: Occurrence[];
  dates: StatedDates[];
  /** Absent while only a sunset is announced. */
  deprecatedOn?: Date;
  sunset?: Date;
  malformed?: string;
  replacedBy?: string;
  reason?: string;
  guide?: string;
  sinceVersion?: string;
  firstSeen: Date;
  removedAt?: Date;
}

export type DeprecationFilter = Omit<ListDeprecationsQuery, 'limit' | 'cursor'>;
export type DeprecationCounts = DeprecationPage['counts'];

/** The register of what is going away, and what each removal would mean for whom. */
export interface DeprecationStore {
  list(filter: DeprecationFilter, page: PageRequest, now: Date): Promise<PageOf<Deprecation>>;
  counts(filter: DeprecationFilter, now: Date): Promise<DeprecationCounts>;
  get(id: string, now: Date): Promise<DeprecationDetail | undefined>;
  /** Every row of an API, removed ones included. */
  ofApi(apiRef: string): Promise<DeprecationRecord[]>;
  /** Inserts or updates by id. */
  save(records: readonly DeprecationRecord[]): Promise<void>;
  /** Deletes rows whose mark was taken back. */
  withdraw(ids: readonly string[]): Promise<void>;
  /** Makes `impacts` all that is known about who a removal would hit. Call it inside a transaction. */
  replaceImpacts(id: string, impacts: readonly ConsumerImpact[]): Promise<void>;
}

const ORDERS: Record<string, Pick<PageOrder, 'by' | 'types'>> = {
  sunset: { by: 'd.sunset', types: { by: 'timestamptz', key: 'text' } },
  deprecatedOn: { by: 'd.deprecated_on', types: { by: 'timestamptz', key: 'text' } },
  api: { by: 'd.api_ref', types: { by: 'text', key: 'text' } },
  owner: { by: 'a.owner', types: { by: 'text', key: 'text' } },
  consumers: { by: 'coalesce(i.consumer_count, 0)', types: { by: 'bigint', key: 'text' } },
};

/** Consumers a row of the list carries; the rest is counted. */
const SHOWN_CONSUMERS = 50;

export class DatabaseDeprecationStore implements DeprecationStore {
  constructor(private readonly knex: Knex) {}

  async list(filter: DeprecationFilter, page: PageRequest, now: Date): Promise<PageOf<Deprecation>> {
    const sort = filter.sort ?? 'sunset';
    const order: PageOrder = {
      ...ORDERS[sort.replace(/^-/, '')],
      direction: sort.startsWith('-') ? 'desc' : 'asc',
      key: 'd.id',
    };
    const found = await readPage<DeprecationRow>(
      this.filtered(filter, now),
      this.columns(now),
      order,
      page,
      filter,
    );
    const affected = await this.affected(found.items.map(row => row.id));
    return {
      ...found,
      items: found.items.map(row => toDeprecation(row, affected.get(row.id) ?? [], now, SHOWN_CONSUMERS)),
    };
  }

  async counts(filter: DeprecationFilter, now: Date): Promise<DeprecationCounts> {
    const { sql, bindings } = stateSql('d', now);
    const rows: Array<{ state: string; kind: string; total: string; open: string }> = await this.filtered(
      filter,
      now,
    )
      .select('d.kind', this.knex.raw(`${sql} as state`, bindings))
      .select(this.knex.raw('count(*) as total, count(*) filter (where d.sunset is null) as open'))
      .groupByRaw('1, 2');
    const counts: DeprecationCounts = { byState: {}, byKind: {}, withoutSunset: 0 };
    for (const row of rows) {
      counts.byState[row.state] = (counts.byState[row.state] ?? 0) + Number(row.total);
      counts.byKind[row.kind] = (counts.byKind[row.kind] ?? 0) + Number(row.total);
      counts.withoutSunset += Number(row.open);
    }
    return counts;
  }

  async get(id: string, now: Date): Promise<DeprecationDetail | undefined> {
    const row: DeprecationRow | undefined = await this.rows()
      .select(this.columns(now))
      .where('d.id', id)
      .first();
    if (!row) return undefined;
    const affected = (await this.affected([id])).get(id) ?? [];
    const consumers: AffectedConsumer[] = affected.map(one => ({
      ...toAffected(one),
      evidence: one.evidence,
    }));
    return {
      ...toDeprecation(row, affected, now, affected.length),
      consumers,
      occurrences: row.occurrences,
      dates: row.dates,
    };
  }

  async ofApi(apiRef: string): Promise<DeprecationRecord[]> {
    const rows: DeprecationRow[] = await this.knex('deprecations').where({ api_ref: apiRef }).orderBy('id');
    return rows.map(row => ({
      id: row.id,
      api: row.api_ref,
      kind: row.kind,
      occurrences: row.occurrences,
      dates: row.dates,
      deprecatedOn: row.deprecated_on ?? undefined,
      sunset: row.sunset ?? undefined,
      malformed: row.malformed ?? undefined,
      replacedBy: row.replaced_by ?? undefined,
      reason: row.reason ?? undefined,
      guide: row.guide ?? undefined,
      sinceVersion: row.since_version ?? undefined,
      firstSeen: row.first_seen,
      removedAt: row.removed_at ?? undefined,
    }));
  }

  async save(records: readonly DeprecationRecord[]): Promise<void> {
    for (const record of records) {
      await this.knex('deprecations').insert(toInsert(record)).onConflict('id').merge();
    }
  }

  async withdraw(ids: readonly string[]): Promise<void> {
    await this.knex('deprecations')
      .whereIn('id', [...ids])
      .delete();
  }

  async replaceImpacts(id: string, impacts: readonly ConsumerImpact[]): Promise<void> {
    await this.knex('deprecation_impacts').where({ deprecation_id: id }).delete();
    const rows = impacts.map(impact => ({
      deprecation_id: id,
      consumer_ref: impact.consumer,
      verdict: impact.verdict,
      evidence: storableJson(impact.evidence),
    }));
    await this.knex.batchInsert('deprecation_impacts', rows, 500);
  }

  private rows(): Knex.QueryBuilder {
    const hit = this.knex('deprecation_impacts')
      .whereNot('verdict', 'unaffected')
      .select('deprecation_id')
      .count('* as consumer_count')
      .groupBy('deprecation_id');
    return this.knex('deprecations as d')
      .join('apis as a', 'a.ref', 'd.api_ref')
      .leftJoin(hit.as('i'), 'i.deprecation_id', 'd.id')
      .whereNull('a.gone_at');
  }

  private filtered(filter: DeprecationFilter, now: Date): Knex.QueryBuilder {
    const query = this.rows();
    whereWords(query, 'd.search', filter.search);
    whereOneOf(query, 'd.api_ref', filter.api);
    whereOneOf(query, 'a.owner', filter.owner);
    whereOneOf(query, 'd.kind', filter.kind);
    if (filter.team?.length) {
      query.whereExists(
        this.knex('deprecation_impacts as x')
          .join('consumers as c', 'c.ref', 'x.consumer_ref')
          .whereRaw('x.deprecation_id = d.id')
          .whereNot('x.verdict', 'unaffected')
          .whereIn('c.owner', filter.team),
      );
    }
    const state = stateSql('d', now);
    if (filter.state?.length) query.whereRaw(`(${state.sql}) = any(?)`, [...state.bindings, filter.state]);
    else query.whereNull('d.removed_at');
    if (filter.from) query.where('d.sunset', '>=', `${filter.from}T00:00:00Z`);
    if (filter.to) query.whereRaw(`d.sunset < ?::timestamptz + interval '1 day'`, [`${filter.to}T00:00:00Z`]);
    return query;
  }

  private columns(now: Date): Array<string | Knex.Raw> {
    const { sql, bindings } = stateSql('d', now);
    return [
      'd.*',
      'a.title as api_title',
      'a.owner as api_owner',
      this.knex.raw(`${sql} as state`, bindings),
      this.knex.raw('coalesce(i.consumer_count, 0) as consumer_count'),
    ];
  }

  /** Consumers of each deprecation, worst verdict first. */
  private async affected(ids: readonly string[]): Promise<Map<string, AffectedRow[]>> {
    const rows: AffectedRow[] = await this.knex('deprecation_impacts as x')
      .join('consumers as c', 'c.ref', 'x.consumer_ref')
      .whereIn('x.deprecation_id', [...ids])
      .orderByRaw(
        `array_position(array['breaks', 'may-break', 'no-evidence', 'unaffected'], x.verdict), c.ref`,
      )
      .select('x.deprecation_id', 'x.verdict', 'x.evidence', 'c.ref', 'c.title', 'c.owner');
    const byId = new Map<string, AffectedRow[]>();
    for (const row of rows) byId.set(row.deprecation_id, [...(byId.get(row.deprecation_id) ?? []), row]);
    return byId;
  }
}

function toInsert(record: DeprecationRecord) {
  const [first] = record.occurrences;
  return {
    id: record.id,
    api_ref: record.api,
    kind: record.kind,
    subject: storableJson(first.subject),
    label: storableText(first.label),
    occurrences: storableJson(record.occurrences),
    dates: storableJson(record.dates),
    deprecated_on: record.deprecatedOn ?? null,
    sunset: record.sunset ?? null,
    malformed: storableOrNull(record.malformed),
    replaced_by: storableOrNull(record.replacedBy),
    reason: storableOrNull(record.reason),
    guide: storableOrNull(record.guide),
    since_version: storableOrNull(record.sinceVersion),
    first_seen: record.firstSeen,
    removed_at: record.removedAt ?? null,
    search: searchText(
      record.api,
      record.reason,
      record.replacedBy,
      ...record.occurrences.map(one => one.label),
    ),
  };
}
