// @ts-check

/**
 * The first tables. Postgres only, so its types are used as they are: `bytea` for documents (a text column cannot hold
 * a NUL), `jsonb` for what is only ever read as a whole, arrays for tags, and instants with milliseconds, which is what
 * JavaScript can hand back unchanged in a paging cursor.
 */

/** @param {import('knex').Knex.CreateTableBuilder} table @param {string} name */
const instant = (table, name) => table.specificType(name, 'timestamptz(3)');

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('documents', table => {
    table.comment('Texts of contracts, each once, under its SHA-256.');
    table.specificType('digest', 'char(64)').primary();
    table.binary('content').notNullable();
    table.integer('bytes').notNullable();
    table.text('media_type').notNullable();
    instant(table, 'created_at').notNullable().defaultTo(knex.fn.now());
  });

  await knex.schema.createTable('apis', table => {
    table.comment('API entities as the last ingestion saw them. Derived from the catalog and its documents.');
    table.text('ref').primary();
    table.text('namespace').notNullable();
    table.text('name').notNullable();
    table.text('title').notNullable();
    table.text('description').nullable();
    table.text('type').notNullable();
    table.text('family').nullable();
    table.text('major').nullable();
    table.text('audience').nullable();
    table.text('owner').nullable();
    table.text('system').nullable();
    table.text('lifecycle').nullable();
    table.text('stated_version').nullable().comment('spec.version of the entity');
    instant(table, 'deprecated_on').nullable();
    instant(table, 'sunset').nullable();
    table
      .boolean('deprecated')
      .notNullable()
      .defaultTo(false)
      .comment('the entity has a spec.deprecation block');
    table.text('successor').nullable();
    table.text('guide').nullable();
    table
      .text('entity_etag')
      .nullable()
      .comment('metadata.etag whose definition was ingested; null: ingest again');
    table.text('usage_key').nullable().comment('hash of what the usage records were matched from');
    table.text('impact_key').nullable().comment('hash of what the deprecation impacts were judged from');
    table.bigInteger('latest_release').nullable();
    table
      .text('search')
      .notNullable()
      .defaultTo('')
      .comment('lower-cased words of ref, title and description');
    instant(table, 'gone_at').nullable().comment('when the entity left the catalog; history stays');
    table.index(['family']);
    table.index(['owner']);
  });

  await knex.schema.createTable('releases', table => {
    table.comment(
      'A document published for an API. Never changes but for what a newer analysis reads out of it.',
    );
    table.bigIncrements('id');
    table.text('api_ref').notNullable().references('ref').inTable('apis').onDelete('CASCADE');
    table.specificType('digest', 'char(64)').notNullable().references('digest').inTable('documents');
    table.text('version').nullable();
    table.text('title').nullable();
    table.text('specification').nullable();
    table.text('source').notNullable().checkIn(['catalog', 'publish']);
    table.boolean('valid').notNullable();
    table.integer('operation_count').notNullable().defaultTo(0);
    table.integer('deprecation_count').notNullable().defaultTo(0);
    table.integer('analysis').notNullable().comment('version of the analysis that filled the derived tables');
    instant(table, 'published_at').notNullable();
    table.unique(['api_ref', 'digest']);
    table.index(['published_at']);
    table.index(['digest']);
  });
  await knex.schema.alterTable('apis', table => {
    table.foreign('latest_release').references('id').inTable('releases').onDelete('SET NULL');
  });

  await knex.schema.createTable('operations', table => {
    table.comment('Operations and webhooks of a release, in the order of its document.');
    table.bigInteger('release_id').notNullable().references('id').inTable('releases').onDelete('CASCADE');
    table.integer('position').notNullable();
    table.text('operation').notNullable();
    table.text('kind').notNullable().checkIn(['operation', 'webhook']);
    table.text('method').notNullable();
    table.text('path').notNullable();
    table.text('operation_id').nullable();
    table.text('summary').nullable();
    table.specificType('tags', 'text[]').notNullable().defaultTo('{}');
    table.boolean('deprecated').notNullable();
    instant(table, 'sunset').nullable();
    table.text('pointer').notNullable();
    table.text('search').notNullable();
    table.primary(['release_id', 'position']);
  });

  await knex.schema.createTable('consumers', table => {
    table.comment('Components that consume an API, as the last ingestion saw them.');
    table.text('ref').primary();
    table.text('title').notNullable();
    table.text('type').nullable();
    table.text('owner').nullable();
    table.index(['owner']);
  });

  await knex.schema.createTable('consumptions', table => {
    table.comment('Who consumes which API, and from which kind of statement that is known.');
    table.text('api_ref').notNullable().references('ref').inTable('apis').onDelete('CASCADE');
    table.text('consumer_ref').notNullable().references('ref').inTable('consumers').onDelete('CASCADE');
    table.boolean('declared').notNullable().comment('the catalog has the relation consumesApi');
    table.boolean('complete').notNullable().comment('some coverage says that nothing else is used');
    table.text('last_seen').nullable();
    table.primary(['api_ref', 'consumer_ref']);
    table.index(['consumer_ref']);
  });

  await knex.schema.createTable('usage_records', table => {
    table.comment('What one source knows of one consumer’s use of one operation.');
    table.text('api_ref').notNullable();
    table.text('consumer_ref').notNullable();
    table
      .specificType('usage_key', 'char(64)')
      .notNullable()
      .comment('hash of the key on which a record is unique');
    table.text('operation').notNullable();
    table.text('source').notNullable();
    table.jsonb('body').notNullable();
    table.primary(['api_ref', 'usage_key']);
    table
      .foreign(['api_ref', 'consumer_ref'])
      .references(['api_ref', 'consumer_ref'])
      .inTable('consumptions')
      .onDelete('CASCADE');
    table.index(['api_ref', 'operation']);
  });

  await knex.schema.createTable('usage_coverages', table => {
    table.comment('What a source says about the operations it does not list.');
    table.text('api_ref').notNullable();
    table.text('consumer_ref').notNullable();
    table.integer('position').notNullable();
    table.text('source').notNullable();
    table.jsonb('body').notNullable();
    table.primary(['api_ref', 'consumer_ref', 'source', 'position']);
    table
      .foreign(['api_ref', 'consumer_ref'])
      .references(['api_ref', 'consumer_ref'])
      .inTable('consumptions')
      .onDelete('CASCADE');
  });

  await knex.schema.createTable('deprecations', table => {
    table.comment('What is going away. The identity survives releases; the rest follows the newest one.');
    table.specificType('id', 'char(16)').primary();
    table.text('api_ref').notNullable().references('ref').inTable('apis').onDelete('CASCADE');
    table
      .text('kind')
      .notNullable()
      .checkIn(['api', 'operation', 'parameter', 'header', 'schema', 'property', 'enum-value']);
    table.jsonb('subject').notNullable();
    table.text('label').notNullable();
    table.jsonb('occurrences').notNullable();
    table.jsonb('dates').notNullable().comment('what each source says');
    instant(table, 'deprecated_on')
      .nullable()
      .comment('stated, else the first release with the mark; null: only announced');
    instant(table, 'sunset').nullable();
    table.text('malformed').nullable();
    table.text('replaced_by').nullable();
    table.text('reason').nullable();
    table.text('guide').nullable();
    table.text('since_version').nullable();
    instant(table, 'first_seen').notNullable();
    instant(table, 'removed_at').nullable();
    table.text('search').notNullable();
    table.index(['api_ref']);
    table.index(['sunset']);
  });

  await knex.schema.createTable('deprecation_impacts', table => {
    table.comment(
      'What a removal would mean for each consumer. Judged again whenever its inputs or the day change.',
    );
    table
      .specificType('deprecation_id', 'char(16)')
      .notNullable()
      .references('id')
      .inTable('deprecations')
      .onDelete('CASCADE');
    table.text('consumer_ref').notNullable().references('ref').inTable('consumers').onDelete('CASCADE');
    table.text('verdict').notNullable().checkIn(['breaks', 'may-break', 'unaffected', 'no-evidence']);
    table.jsonb('evidence').notNullable();
    table.primary(['deprecation_id', 'consumer_ref']);
    table.index(['consumer_ref']);
  });

  await knex.schema.createTable('ingestion_problems', table => {
    table.comment('What the ingestion could not read, by area; a problem that is mended disappears.');
    table.bigIncrements('id');
    table.text('entity_ref').notNullable();
    table.text('owner').nullable();
    table.text('area').notNullable().comment('what is read in one go and so replaced as a whole');
    table.specificType('fingerprint', 'char(64)').notNullable();
    table.text('code').notNullable();
    table.text('message').notNullable();
    table.text('file').nullable();
    table.integer('line').nullable();
    table.integer('column').nullable();
    table.text('pointer').nullable();
    table.text('next').notNullable();
    table.text('severity').notNullable().checkIn(['error', 'warning']);
    instant(table, 'seen_at').notNullable();
    table.unique(['area', 'fingerprint']);
    table.index(['entity_ref']);
  });

  await knex.schema.createTable('ingestion_runs', table => {
    table.comment('Walks over the catalog.');
    table.bigIncrements('id');
    instant(table, 'started_at').notNullable();
    instant(table, 'finished_at').nullable();
    table.text('status').notNullable().checkIn(['running', 'succeeded', 'failed', 'aborted']);
    table.integer('seen').notNullable().defaultTo(0);
    table.integer('new_releases').notNullable().defaultTo(0);
    table.integer('problems').notNullable().defaultTo(0);
    table.text('error').nullable();
    table.index(['started_at']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('apis', table => table.dropForeign(['latest_release']));
  for (const name of [
    'ingestion_runs',
    'ingestion_problems',
    'deprecation_impacts',
    'deprecations',
    'usage_coverages',
    'usage_records',
    'consumptions',
    'consumers',
    'operations',
    'releases',
    'apis',
    'documents',
  ]) {
    await knex.schema.dropTable(name);
  }
};
