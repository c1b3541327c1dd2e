import { emptyDatabase } from '../__testUtils__/database';
import { migrationsDirectory } from './migrate';

jest.setTimeout(120_000);

describe('migrations', () => {
  it('go up, all the way down, and up again', async () => {
    const knex = await emptyDatabase();
    const directory = migrationsDirectory();
    const tables = async (): Promise<string[]> =>
      (
        await knex('information_schema.tables')
          .where({ table_schema: 'public' })
          .whereNot('table_name', 'like', 'knex_%')
          .select('table_name')
      )
        .map((row: { table_name: string }) => row.table_name)
        .sort();

    await knex.migrate.latest({ directory });
    const up = await tables();
    expect(up).toEqual([
      'apis',
      'consumers',
      'consumptions',
      'deprecation_impacts',
      'deprecations',
      'documents',
      'ingestion_problems',
      'ingestion_runs',
      'operations',
      'releases',
      'usage_coverages',
      'usage_records',
    ]);
    await knex.migrate.rollback({ directory }, true);
    expect(await tables()).toEqual([]);
    await knex.migrate.latest({ directory });
    expect(await tables()).toEqual(up);
  });
});
