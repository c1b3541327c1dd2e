import { createHash } from 'node:crypto';
import type { Problem } from '@treaty/contract-findings';
import type { IngestionProblem, ListProblemsQuery } from '@treaty/plugin-api-governance-common';
import { Knex } from 'knex';
import { PageOf, PageRequest, readPage } from './paging';
import { whereOneOf } from './search';
import { storableOrNull, storableText } from './storable';

/** A problem of an entity. */
export interface EntityProblem {
  entity: string;
  owner?: string;
  problem: Problem;
}

export type ProblemFilter = Omit<ListProblemsQuery, 'limit' | 'cursor'>;

/** What the ingestion could not read. */
export interface ProblemStore {
  /** Errors first, then by entity and line. */
  list(filter: ProblemFilter, page: PageRequest): Promise<PageOf<IngestionProblem>>;
  /**
   * Makes `problems` all that is wrong in an area: `document:<api>`, `usage:<api>`, `manifest:<component>`, whatever is
   * read in one go. One that was there before keeps the time it was first seen. Call it inside a transaction.
   */
  replace(area: string, problems: readonly EntityProblem[], now: Date): Promise<void>;
  /** Forgets the areas that are not in `present`. */
  forgetAllBut(present: readonly string[]): Promise<void>;
  count(): Promise<number>;
}

interface ProblemRow {
  id: string;
  entity_ref: string;
  code: string;
  message: string;
  file: string | null;
  line: number | null;
  column: number | null;
  pointer: string | null;
  next: string;
  severity: 'error' | 'warning';
  seen_at: Date;
}

export class DatabaseProblemStore implements ProblemStore {
  constructor(private readonly knex: Knex) {}

  async list(filter: ProblemFilter, page: PageRequest): Promise<PageOf<IngestionProblem>> {
    const query = this.knex('ingestion_problems as p');
    whereOneOf(query, 'p.entity_ref', filter.entity);
    whereOneOf(query, 'p.owner', filter.owner);
    if (filter.severity) query.where('p.severity', filter.severity);
    const found = await readPage<ProblemRow>(
      query,
      ['p.*'],
      {
        by: `p.severity || ' ' || p.entity_ref || ' ' || lpad(coalesce(p.line, 0)::text, 10, '0')`,
        direction: 'asc',
        key: 'p.id',
        types: { by: 'text', key: 'bigint' },
      },
      page,
      ['problems', filter],
    );
    return { ...found, items: found.items.map(toProblem) };
  }

  async replace(area: string, problems: readonly EntityProblem[], now: Date): Promise<void> {
    const rows = new Map(problems.map(one => [fingerprintOf(one), one]));
    await this.knex('ingestion_problems')
      .where({ area })
      .whereNotIn('fingerprint', [...rows.keys()])
      .delete();
    if (rows.size === 0) return;
    await this.knex('ingestion_problems')
      .insert(
        [...rows].map(([fingerprint, { entity, owner, problem }]) => ({
          area,
          fingerprint,
          entity_ref: entity,
          owner: storableOrNull(owner),
          code: problem.code,
          message: storableText(problem.message),
          file: storableOrNull(problem.file),
          line: problem.line ?? null,
          column: problem.column ?? null,
          pointer: storableOrNull(problem.pointer),
          next: storableText(problem.next),
          severity: problem.severity,
          seen_at: now,
        })),
      )
      .onConflict(['area', 'fingerprint'])
      .merge(['owner', 'line', 'column', 'next']);
  }

  async forgetAllBut(present: readonly string[]): Promise<void> {
    await this.knex('ingestion_problems')
      .whereRaw('not (area = any(?))', [[...present]])
      .delete();
  }

  async count(): Promise<number> {
    const [{ count }] = await this.knex('ingestion_problems').count({ count: '*' });
    return Number(count);
  }
}

/** The line is left out: text that moves is the same problem. */
function fingerprintOf({ entity, problem }: EntityProblem): string {
  const parts = [entity, problem.severity, problem.code, problem.message, problem.file, problem.pointer];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

function toProblem(row: ProblemRow): IngestionProblem {
  return {
    entity: row.entity_ref,
    code: row.code,
    message: row.message,
    file: row.file ?? undefined,
    line: row.line ?? undefined,
    column: row.column ?? undefined,
    pointer: row.pointer ?? undefined,
    next: row.next,
    severity: row.severity,
    seenAt: row.seen_at.toISOString(),
  };
}
