import type { IngestionRun } from '@treaty/plugin-api-governance-common';
import { Knex } from 'knex';
import { PageOf, PageRequest, readPage } from './paging';
import { storableText } from './storable';

/** What a finished run found. */
export interface RunResult {
  seen: number;
  newReleases: number;
  problems: number;
}

/** The history of ingestion runs. */
export interface RunStore {
  /** Newest first. */
  list(page: PageRequest): Promise<PageOf<IngestionRun>>;
  /** Opens a run. The scheduler runs one at a time, so one that is still open was left by a replica that went away. */
  start(now: Date): Promise<number>;
  finish(id: number, now: Date, result: RunResult): Promise<void>;
  fail(id: number, now: Date, error: string): Promise<void>;
  /** Keeps the newest `keep` runs. */
  prune(keep: number): Promise<void>;
}

interface RunRow {
  id: string;
  started_at: Date;
  finished_at: Date | null;
  status: IngestionRun['status'];
  seen: number;
  new_releases: number;
  problems: number;
  error: string | null;
}

export class DatabaseRunStore implements RunStore {
  constructor(private readonly knex: Knex) {}

  async list(page: PageRequest): Promise<PageOf<IngestionRun>> {
    const found = await readPage<RunRow>(
      this.knex('ingestion_runs as r'),
      ['r.*'],
      { by: 'r.id', direction: 'desc', key: 'r.id', types: { by: 'bigint', key: 'bigint' } },
      page,
      ['runs'],
    );
    return {
      ...found,
      items: found.items.map(row => ({
        id: Number(row.id),
        startedAt: row.started_at.toISOString(),
        finishedAt: row.finished_at?.toISOString(),
        status: row.status,
        seen: row.seen,
        newReleases: row.new_releases,
        problems: row.problems,
        error: row.error ?? undefined,
      })),
    };
  }

  async start(now: Date): Promise<number> {
    return this.knex.transaction(async tx => {
      await tx('ingestion_runs').where({ status: 'running' }).update({ status: 'aborted', finished_at: now });
      const [{ id }] = await tx('ingestion_runs')
        .insert({ started_at: now, status: 'running' })
        .returning('id');
      return Number(id);
    });
  }

  async finish(id: number, now: Date, result: RunResult): Promise<void> {
    await this.knex('ingestion_runs').where({ id }).update({
      status: 'succeeded',
      finished_at: now,
      seen: result.seen,
      new_releases: result.newReleases,
      problems: result.problems,
    });
  }

  async fail(id: number, now: Date, error: string): Promise<void> {
    await this.knex('ingestion_runs')
      .where({ id })
      .update({ status: 'failed', finished_at: now, error: storableText(error) });
  }

  async prune(keep: number): Promise<void> {
    const kept = this.knex('ingestion_runs').select('id').orderBy('id', 'desc').limit(keep);
    await this.knex('ingestion_runs').whereNotIn('id', kept).delete();
  }
}
