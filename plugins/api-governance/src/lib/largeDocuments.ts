import { CatalogApi, CatalogRequestOptions } from '@backstage/catalog-client';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** Above this size a viewer that renders the whole document at once makes the browser unusable. */
export const LARGE_DOCUMENT_BYTES = 1_000_000;

/** What an API entity has beside its document. The catalog has no way to ask for everything but one field. */
const WITHOUT_DEFINITION = [
  'apiVersion',
  'kind',
  'metadata',
  'relations',
  'status',
  'spec.type',
  'spec.lifecycle',
  'spec.owner',
  'spec.system',
  'spec.version',
  'spec.deprecation',
  'spec.remotes',
];

/**
 * The same catalog, except that pages that look at single entities get an API without `spec.definition` when that is
 * large. They would carry it through every render (the page's header turns the entity into JSON each time) and read it
 * again with the entity's ancestors and neighbours: a document of 13 MB freezes the browser for seconds, on each tab.
 *
 * @param sizeOf - bytes of the newest document of an API; undefined when that is not known, and then nothing is left out
 */
export function leaveLargeDocumentsOut(
  catalog: CatalogApi,
  sizeOf: (entityRef: string) => Promise<number | undefined>,
): CatalogApi {
  const isLarge = async (ref: string) => isApi(ref) && ((await sizeOf(ref)) ?? 0) > LARGE_DOCUMENT_BYTES;
  const light = async (ref: string, options?: CatalogRequestOptions) => {
    const request = { entityRefs: [ref], fields: WITHOUT_DEFINITION };
    const { items } = await catalog.getEntitiesByRefs(request, options);
    return items[0];
  };
  const lighter: Pick<CatalogApi, 'getEntityByRef' | 'getEntitiesByRefs' | 'getEntityAncestors'> = {
    async getEntityByRef(entityRef, options) {
      const ref = typeof entityRef === 'string' ? entityRef : stringifyEntityRef(entityRef);
      return (await isLarge(ref)) ? light(ref, options) : catalog.getEntityByRef(entityRef, options);
    },

    async getEntitiesByRefs(request, options) {
      if (request.fields) return catalog.getEntitiesByRefs(request, options);
      const large = await Promise.all(request.entityRefs.map(isLarge));
      const others = request.entityRefs.filter((_, i) => !large[i]);
      const [rest, ...lights] = await Promise.all([
        others.length > 0
          ? catalog.getEntitiesByRefs({ ...request, entityRefs: others }, options)
          : { items: [] },
        ...request.entityRefs.filter((_, i) => large[i]).map(ref => light(ref, options)),
      ]);
      const left = { large: lights.values(), others: rest.items.values() };
      return { items: large.map(one => (one ? left.large : left.others).next().value) };
    },

    // The catalog gives ancestors whole or not at all. Of an API with a large document the page learns its own errors
    // and not those of the file that names it, which that file's location shows.
    async getEntityAncestors(request, options) {
      const entity = (await isLarge(request.entityRef)) ? await light(request.entityRef, options) : undefined;
      if (!entity) return catalog.getEntityAncestors(request, options);
      return { rootEntityRef: request.entityRef, items: [{ entity, parentEntityRefs: [] }] };
    },
  };
  return new Proxy(catalog, {
    get(target, name) {
      if (Object.hasOwn(lighter, name)) return Reflect.get(lighter, name);
      const member: unknown = Reflect.get(target, name);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}

function isApi(ref: string): boolean {
  const { kind } = parseEntityRef(ref, { defaultKind: 'component', defaultNamespace: 'default' });
  return kind.toLowerCase() === 'api';
}
