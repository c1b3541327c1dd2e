import { createHash } from 'node:crypto';
import type { ListConsumersQuery } from '@treaty/plugin-api-governance-common';
import { ConsumerEvidence, UsageCoverage, UsageRecord, usageKey } from '@treaty/contract-usage';
import { Knex } from 'knex';
import { PageOf, PageRequest, readPage } from './paging';
import { whereOneOf, whereWords } from './search';
import { storableJson, storableOrNull, storableText } from './storable';

/** A component, reduced to what the portal shows of a consumer. */
export interface ConsumerRecord {
  ref: string;
  title: string;
  type?: string;
  owner?: string;
}

/** What is known about one consumer of one API. */
export interface ConsumptionRecord {
  consumer: string;
  /** The catalog has the relation `consumesApi`. */
  declared: boolean;
  records: UsageRecord[];
  coverage: UsageCoverage[];
}

/** A consumer of one API with its usage facts. */
export interface StoredConsumer extends ConsumerRecord, ConsumptionRecord {}

export type ConsumerFilter = Omit<ListConsumersQuery, 'limit' | 'cursor'>;

/** Consumers of APIs and the evidence of what they use. */
export interface ConsumerStore {
  list(apiRef: string, filter: ConsumerFilter, page: PageRequest): Promise<PageOf<StoredConsumer>>;
  /** Evidence on every consumer of the API, in the form the verdict engine takes. */
  evidence(apiRef: string): Promise<ConsumerEvidence[]>;
  /** Inserts or updates consumers. */
  saveConsumers(consumers: readonly ConsumerRecord[]): Promise<void>;
  /** Makes `consumptions` all that is known about the API's consumers. Call it inside a transaction. */
  replace(apiRef: string, consumptions: readonly ConsumptionRecord[]): Promise<void>;
  /** Forgets consumers that consume nothing any more. */
  prune(): Promise<void>;
}

interface ConsumerRow {
  ref: string;
  title: string;
  type: string | null;
  owner: string | null;
  declared: boolean;
}

const BATCH = 500;

export class DatabaseConsumerStore implements ConsumerStore {
  constructor(private readonly knex: Knex) {}

  async list(apiRef: string, filter: ConsumerFilter, page: PageRequest): Promise<PageOf<StoredConsumer>> {
    const query = this.knex('consumptions as n')
      .join('consumers as c', 'c.ref', 'n.consumer_ref')
      .where('n.api_ref', apiRef);
    whereOneOf(query, 'c.owner', filter.owner);
    whereWords(query, `lower(c.ref || ' ' || c.title)`, filter.search);
    const found = await readPage<ConsumerRow>(
      query,
      ['c.*', 'n.declared'],
      { by: 'c.ref', direction: 'asc', key: 'c.ref', types: { by: 'text', key: 'text' } },
      page,
      ['consumers', apiRef, filter],
    );
    return { ...found, items: await this.withUsage(apiRef, found.items) };
  }

  async evidence(apiRef: string): Promise<ConsumerEvidence[]> {
    const rows: ConsumerRow[] = await this.knex('consumptions as n')
      .join('consumers as c', 'c.ref', 'n.consumer_ref')
      .where('n.api_ref', apiRef)
      .orderBy('c.ref')
      .select('c.*', 'n.declared');
    const consumers = await this.withUsage(apiRef, rows);
    return consumers.map(consumer => ({
      consumer: consumer.ref,
      owner: consumer.owner,
      declaredIn: consumer.declared ? consumer.ref : undefined,
      records: consumer.records,
      coverage: consumer.coverage,
    }));
  }

  async saveConsumers(consumers: readonly ConsumerRecord[]): Promise<void> {
    for (let start = 0; start < consumers.length; start += BATCH) {
      await this.knex('consumers')
        .insert(
          consumers.slice(start, start + BATCH).map(consumer => ({
            ref: consumer.ref,
            title: storableText(consumer.title),
            type: storableOrNull(consumer.type),
            owner: storableOrNull(consumer.owner),
          })),
        )
        .onConflict('ref')
        .merge()
        // Every run saves all of them; only what changed may cost a write.
        .whereRaw(
          '(consumers.title, consumers.type, consumers.owner) is distinct from (excluded.title, excluded.type, excluded.owner)',
        );
    }
  }

  async replace(apiRef: string, consumptions: readonly ConsumptionRecord[]): Promise<void> {
    const { knex } = this;
    await knex('consumptions').where({ api_ref: apiRef }).delete(); // records and coverages go with it
    await knex.batchInsert(
      'consumptions',
      consumptions.map(one => toConsumption(apiRef, one)),
      BATCH,
    );
    const records = consumptions.flatMap(one =>
      one.records.map(record => ({
        api_ref: apiRef,
        consumer_ref: one.consumer,
        usage_key: createHash('sha256').update(usageKey(record)).digest('hex'),
        operation: storableText(`${record.operation.method} ${record.operation.template}`),
        source: record.source,
        body: storableJson(record),
      })),
    );
    // One manifest may name an operation twice; the later entry is the one that counts.
    await knex.batchInsert(
      'usage_records',
      [...new Map(records.map(row => [row.usage_key, row])).values()],
      BATCH,
    );
    const coverages = consumptions.flatMap(one =>
      one.coverage.map((coverage, position) => ({
        api_ref: apiRef,
        consumer_ref: one.consumer,
        position,
        source: coverage.source,
        body: storableJson(coverage),
      })),
    );
    await knex.batchInsert('usage_coverages', coverages, BATCH);
  }

  async prune(): Promise<void> {
    await this.knex('consumers')
      .whereNotExists(this.knex('consumptions').whereRaw('consumptions.consumer_ref = consumers.ref'))
      .delete();
  }

  private async withUsage(apiRef: string, rows: readonly ConsumerRow[]): Promise<StoredConsumer[]> {
    const refs = rows.map(row => row.ref);
    const [records, coverages]: [Array<{ body: UsageRecord }>, Array<{ body: UsageCoverage }>] =
      await Promise.all([
        this.knex('usage_records')
          .where({ api_ref: apiRef })
          .whereIn('consumer_ref', refs)
          .orderBy(['operation', 'usage_key'])
          .select('body'),
        this.knex('usage_coverages')
          .where({ api_ref: apiRef })
          .whereIn('consumer_ref', refs)
          .orderBy('position')
          .select('body'),
      ]);
    return rows.map(row => ({
      ref: row.ref,
      title: row.title,
      type: row.type ?? undefined,
      owner: row.owner ?? undefined,
      consumer: row.ref,
      declared: row.declared,
      records: records.map(one => one.body).filter(record => record.consumer === row.ref),
      coverage: coverages.map(one => one.body).filter(coverage => coverage.consumer === row.ref),
    }));
  }
}

function toConsumption(apiRef: string, one: ConsumptionRecord) {
  const seen = [...one.records, ...one.coverage]
    .map(item => item.lastSeen)
    .filter(Boolean)
    .sort();
  return {
    api_ref: apiRef,
    consumer_ref: one.consumer,
    declared: one.declared,
    complete: one.coverage.some(coverage => coverage.operations === 'closed'),
    last_seen: seen[seen.length - 1] ?? null,
  };
}
