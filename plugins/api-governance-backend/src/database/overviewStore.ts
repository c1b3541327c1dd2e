import type { Facets, Overview } from '@treaty/plugin-api-governance-common';
import { Knex } from 'knex';

/** Counts over everything, for the home page and for filter menus. */
export interface OverviewStore {
  facets(): Promise<Facets>;
  counts(now: Date): Promise<Pick<Overview, 'apis' | 'releases' | 'consumers'>>;
}

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

export class DatabaseOverviewStore implements OverviewStore {
  constructor(private readonly knex: Knex) {}

  async facets(): Promise<Facets> {
    const [owners, systems, lifecycles, types, teams] = await Promise.all([
      this.values('owner'),
      this.values('system'),
      this.values('lifecycle'),
      this.values('type'),
      this.knex('consumptions as n')
        .join('consumers as c', 'c.ref', 'n.consumer_ref')
        .join('apis as a', 'a.ref', 'n.api_ref')
        .whereNull('a.gone_at')
        .whereNotNull('c.owner')
        .groupBy('c.owner')
        .orderByRaw('2 desc, 1')
        .select('c.owner as value')
        .countDistinct('c.ref as count'),
    ]);
    return { owners, systems, lifecycles, types, teams: teams.map(toValue) };
  }

  async counts(now: Date): Promise<Pick<Overview, 'apis' | 'releases' | 'consumers'>> {
    const { knex } = this;
    const problems = knex('ingestion_problems')
      .select('entity_ref', knex.raw(`bool_or(severity = 'error') as has_errors`))
      .groupBy('entity_ref');
    const [apis] = await knex('apis as a')
      .leftJoin(problems.as('p'), 'p.entity_ref', 'a.ref')
      .whereNull('a.gone_at')
      .select(
        knex.raw(`count(*)::int as total,
          count(*) filter (where a.owner is null)::int as "withoutOwner",
          count(*) filter (where p.has_errors)::int as "withErrors",
          count(*) filter (where not p.has_errors)::int as "withWarnings",
          count(*) filter (where a.deprecated)::int as deprecated`),
      );
    const [releases] = await knex('releases as r')
      .join('apis as a', 'a.ref', 'r.api_ref')
      .whereNull('a.gone_at')
      .select(
        knex.raw(
          `count(*)::int as total, count(*) filter (where r.published_at > ?)::int as "lastSevenDays"`,
          [new Date(now.getTime() - WEEK_MS)],
        ),
      );
    const [consumers] = await knex('consumptions as n')
      .join('apis as a', 'a.ref', 'n.api_ref')
      .whereNull('a.gone_at')
      .select(
        knex.raw(`count(distinct n.consumer_ref)::int as total,
          count(distinct n.consumer_ref) filter (where exists (
            select 1 from usage_coverages u where u.api_ref = n.api_ref and u.consumer_ref = n.consumer_ref
            union all
            select 1 from usage_records u where u.api_ref = n.api_ref and u.consumer_ref = n.consumer_ref
          ))::int as "withEvidence"`),
      );
    return { apis, releases, consumers };
  }

  private async values(column: 'owner' | 'system' | 'lifecycle' | 'type'): Promise<Facets['owners']> {
    const rows = await this.knex('apis')
      .whereNull('gone_at')
      .whereNotNull(column)
      .groupBy(column)
      .orderByRaw('2 desc, 1')
      .select(`${column} as value`)
      .count('* as count');
    return rows.map(toValue);
  }
}

function toValue(row: { value?: string | number; count?: string | number }): Facets['owners'][number] {
  return { value: String(row.value), count: Number(row.count) };
}
