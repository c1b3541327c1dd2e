import { DatabaseService, resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

/** Folder of the migrations; in it knex finds them by name, in order. */
export function migrationsDirectory(): string {
  return resolvePackagePath('@treaty/plugin-api-governance-backend', 'migrations');
}

/** Connects to the plugin's database and brings its tables up to date, unless the host does that itself. */
export async function connect(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (knex.client.config.client !== 'pg') {
    throw new Error(
      `api-governance keeps its data in PostgreSQL, but its database client is '${knex.client.config.client}'; ` +
        "set backend.database.client to 'pg'",
    );
  }
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ directory: migrationsDirectory() });
  }
  return knex;
}
