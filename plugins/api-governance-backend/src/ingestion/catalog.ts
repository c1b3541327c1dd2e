import { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS, EntityFilterQuery } from '@backstage/catalog-client';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { CatalogApi, CatalogConsumer, toCatalogApi, toCatalogConsumer } from './entities';

/** What the ingestion asks of the catalog. */
export interface CatalogReader {
  apis(): AsyncIterable<CatalogApi>;
  consumers(): AsyncIterable<CatalogConsumer>;
  /** Text of the API's definition; undefined when it has none (an MCP server has `remotes` instead). */
  definition(ref: string): Promise<string | undefined>;
}

const PAGE_SIZE = 200;

/** Everything of an entity but what may be megabytes: definitions are read one by one, and only when they changed. */
const API_FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.title',
  'metadata.description',
  'metadata.etag',
  'metadata.labels',
  'metadata.annotations',
  'spec.type',
  'spec.owner',
  'spec.system',
  'spec.lifecycle',
  'spec.version',
  'spec.deprecation',
  'relations',
];

const CONSUMER_FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.title',
  'metadata.annotations',
  'spec.type',
  'spec.owner',
  'spec.usage',
  'relations',
];

/** Reads the catalog as the plugin itself. */
export function createCatalogReader(catalog: CatalogService, auth: AuthService): CatalogReader {
  const options = async () => ({ credentials: await auth.getOwnServiceCredentials() });
  return {
    async *apis() {
      const pages = catalog.streamEntities(
        { filter: { kind: 'API' }, fields: API_FIELDS, pageSize: PAGE_SIZE },
        await options(),
      );
      for await (const page of pages) yield* page.map(toCatalogApi);
    },

    async *consumers() {
      const filter: EntityFilterQuery = [
        { kind: 'Component', 'relations.consumesApi': CATALOG_FILTER_EXISTS },
        { kind: 'Component', 'spec.usage': CATALOG_FILTER_EXISTS },
        { kind: 'Component', 'spec.usage.apiVersion': CATALOG_FILTER_EXISTS },
      ];
      const pages = catalog.streamEntities(
        { filter, fields: CONSUMER_FIELDS, pageSize: PAGE_SIZE },
        await options(),
      );
      for await (const page of pages) yield* page.map(toCatalogConsumer);
    },

    async definition(ref) {
      const entity = await catalog.getEntityByRef(ref, await options());
      const definition = entity?.spec?.definition;
      if (definition === undefined || definition === null) return undefined;
      // `$json` and `$yaml` placeholders leave a parsed value behind.
      return typeof definition === 'string' ? definition : JSON.stringify(definition, null, 2);
    },
  };
}
