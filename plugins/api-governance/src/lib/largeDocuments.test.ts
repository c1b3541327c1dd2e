import { CatalogApi } from '@backstage/catalog-client';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { LARGE_DOCUMENT_BYTES, leaveLargeDocumentsOut } from './largeDocuments';

const entity = (kind: string, name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default', title: `The ${name}` },
  spec: { type: 'openapi', owner: 'team', system: 'shop', definition: 'openapi: 3.1.0' },
});

const SIZES: Record<string, number> = {
  'api:default/large': LARGE_DOCUMENT_BYTES + 1,
  'api:default/ordinary': LARGE_DOCUMENT_BYTES,
  'component:default/large': LARGE_DOCUMENT_BYTES + 1,
};

function catalog(): CatalogApi {
  const entities = [
    entity('API', 'large'),
    entity('API', 'ordinary'),
    entity('API', 'new'),
    entity('Component', 'large'),
  ];
  return leaveLargeDocumentsOut(catalogApiMock({ entities }), async ref => SIZES[ref]);
}

it.each(['api:default/large', { kind: 'API', namespace: 'default', name: 'large' }])(
  'gives the page of an API everything but a large document',
  async ref => {
    const found = await catalog().getEntityByRef(ref);
    expect(found).toMatchObject({
      metadata: { title: 'The large' },
      spec: { owner: 'team', system: 'shop' },
    });
    expect(found?.spec?.definition).toBeUndefined();
  },
);

it.each(['api:default/ordinary', 'api:default/new', 'component:default/large'])(
  'leaves %s alone',
  async ref => {
    expect((await catalog().getEntityByRef(ref))?.spec?.definition).toBe('openapi: 3.1.0');
  },
);

it('leaves it out among others, each at its place, and answers what is asked for by name', async () => {
  const entityRefs = [
    'api:default/ordinary',
    'api:default/large',
    'api:default/nothing',
    'component:default/large',
  ];
  const { items } = await catalog().getEntitiesByRefs({ entityRefs });
  expect(items.map(item => [item?.kind, item?.metadata.name, item?.spec?.definition])).toEqual([
    ['API', 'ordinary', 'openapi: 3.1.0'],
    ['API', 'large', undefined],
    [undefined, undefined, undefined],
    ['Component', 'large', 'openapi: 3.1.0'],
  ]);
  const only = await catalog().getEntitiesByRefs({ entityRefs: ['api:default/large'] });
  expect(only.items).toHaveLength(1);
  const asked = await catalog().getEntitiesByRefs({
    entityRefs: ['api:default/large'],
    fields: ['spec.definition'],
  });
  expect(asked.items[0]?.spec?.definition).toBe('openapi: 3.1.0');
});

it('leaves it out of the ancestors, which are the API alone then', async () => {
  const { items } = await catalog().getEntityAncestors({ entityRef: 'api:default/large' });
  expect(items).toMatchObject([{ entity: { metadata: { name: 'large' } }, parentEntityRefs: [] }]);
  expect(items[0].entity.spec?.definition).toBeUndefined();
});

it('answers everything else as the catalog does', async () => {
  const { items } = await catalog().getEntities({ filter: { kind: 'API' } });
  expect(items).toHaveLength(3);
  expect(items[0].spec?.definition).toBe('openapi: 3.1.0');
  expect(await catalog().getEntityByRef('api:default/nothing')).toBeUndefined();
});
