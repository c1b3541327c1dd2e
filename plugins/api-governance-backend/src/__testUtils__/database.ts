import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrationsDirectory } from '../database/migrate';
import { createStores, Stores } from '../database/stores';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

/** An empty database on the real Postgres of `BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING`. */
export async function emptyDatabase(): Promise<Knex> {
  if (!databases.supports('POSTGRES_18')) {
    throw new Error('set BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING; `npm test` does');
  }
  return databases.init('POSTGRES_18');
}

/** A migrated database with its stores. */
export async function testStores(): Promise<{ knex: Knex; stores: Stores }> {
  const knex = await emptyDatabase();
  await knex.migrate.latest({ directory: migrationsDirectory() });
  return { knex, stores: createStores(knex) };
}
