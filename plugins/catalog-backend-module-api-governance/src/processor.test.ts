import type { Entity } from '@backstage/catalog-model';
import { createMockDirectory } from '@backstage/backend-test-utils';
import type { CatalogProcessorResult } from '@backstage/plugin-catalog-node';
import { ApiGovernanceProcessor } from './processor';

const directory = createMockDirectory();
const processor = new ApiGovernanceProcessor();
const FILE = { type: 'file', target: '/srv/catalog/apis/orders/catalog-info.yaml' };
const URL_LOCATION = {
  type: 'url',
  target: 'https://git.example/org/repo/blob/main/apis/orders/catalog-info.yaml',
};

const api = (spec: Record<string, unknown>, labels: Record<string, string> = {}): Entity =>
  ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: { name: 'orders-v1', namespace: 'shop', labels },
    spec: { type: 'openapi', lifecycle: 'production', owner: 'team', definition: 'x', ...spec },
  }) as Entity;
const component = (spec: Record<string, unknown>): Entity =>
  ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'crm-sync' },
    spec: { type: 'integration', lifecycle: 'production', owner: 'team', ...spec },
  }) as Entity;
const INTEGRATION = { pattern: 'ipaas', trigger: 'schedule', source: 'system:default/crm', target: 'erp' };

describe('validation', () => {
  it.each([
    ['an API without our blocks', api({})],
    [
      'a full deprecation',
      api(
        {
          deprecation: {
            deprecatedOn: '2026-06-01',
            sunsetOn: '2027-03-01T00:00:00Z',
            successor: 'api:shop/orders-v2',
            guide: 'https://x.example/g',
          },
        },
        { 'treaty/api': 'orders', 'treaty/major': '1' },
      ),
    ],
    [
      'an integration',
      component({
        integration: {
          ...INTEGRATION,
          auth: { rotationDays: 90 },
          failure: { retries: { idempotent: true, max: 5 } },
        },
      }),
    ],
    ['a manifest as text', component({ type: 'service', usage: 'apiVersion: treaty/v1' })],
    [
      'a manifest as a value',
      component({
        type: 'service',
        usage: {
          apiVersion: 'treaty/v1',
          consumer: 'component:default/crm-sync',
          uses: [{ api: 'api:shop/orders-v1' }],
        },
      }),
    ],
  ])('accepts %s and leaves the kind to others', async (_name, entity) => {
    await expect(processor.validateEntityKind(entity)).resolves.toBe(false);
  });

  it.each([
    [
      api({ deprecation: { sunsetOn: 'soon' } }),
      /^spec\.deprecation\.sunsetOn must be a date such as 2027-06-30, not 'soon'$/,
    ],
    [
      api({ deprecation: { sunset: '2027-01-01' } }),
      /spec\.deprecation\.sunset is not known; known are deprecatedOn, sunsetOn, successor, guide/,
    ],
    [api({ deprecation: { deprecatedOn: '2027-01-02', sunsetOn: '2027-01-01' } }), /is before deprecatedOn/],
    [
      api({ deprecation: { successor: 'component:default/x' } }),
      /spec\.deprecation\.successor must be a reference such as api:default\/name/,
    ],
    [api({}, { 'treaty/major': 'two', 'treaty/api': 'orders' }), /treaty\/major must be a whole number/],
    [api({}, { 'treaty/major': '2' }), /needs treaty\/api/],
    [
      component({ integration: { ...INTEGRATION, pattern: 'esb' } }),
      /spec\.integration\.pattern must be one of direct, ipaas, event-driven, gateway, custom-service, not 'esb'/,
    ],
    [
      component({ integration: { pattern: 'direct', trigger: 'event', source: 'a' } }),
      /spec\.integration\.target is missing/,
    ],
    [component({ type: 'service', integration: INTEGRATION }), /belongs to components of type 'integration'/],
    [component({ usage: { apiVersion: 'treaty/v2', consumer: 'x', uses: [] } }), /spec\.usage\.apiVersion/],
  ])('says what is wrong (%#)', async (entity, message) => {
    await expect(processor.validateEntityKind(entity)).rejects.toThrow(message);
  });
});

describe('relations', () => {
  const relations = async (entity: Entity) => {
    const emitted: CatalogProcessorResult[] = [];
    await processor.postProcessEntity(entity, FILE, result => emitted.push(result));
    return emitted.map(result => {
      if (result.type !== 'relation') throw new Error(`unexpected ${result.type}`);
      const { source, type, target } = result.relation;
      return `${source.kind}:${source.namespace}/${source.name} ${type} ${target.kind}:${target.namespace}/${target.name}`.toLowerCase();
    });
  };

  it('joins an API to its successor, in the API’s own namespace when none is named', async () => {
    expect(await relations(api({ deprecation: { successor: 'orders-v2' } }))).toEqual([
      'api:shop/orders-v1 succeededby api:shop/orders-v2',
      'api:shop/orders-v2 successorof api:shop/orders-v1',
    ]);
  });

  it('joins an integration to the systems it reads and writes', async () => {
    expect(await relations(component({ integration: INTEGRATION }))).toEqual([
      'component:default/crm-sync readsfrom system:default/crm',
      'system:default/crm readby component:default/crm-sync',
      'component:default/crm-sync writesto system:default/erp',
      'system:default/erp writtenby component:default/crm-sync',
    ]);
  });

  it('emits nothing for entities without our blocks', async () => {
    expect(await relations(api({}))).toEqual([]);
  });
});

describe('the file a definition comes from', () => {
  const noted = async (entity: Entity, location: { type: string; target: string }) =>
    (await processor.preProcessEntity(entity, location)).metadata.annotations;

  it('is noted before the placeholder is resolved', async () => {
    expect(await noted(api({ definition: { $text: './openapi.yaml' } }), FILE)).toEqual({
      'treaty/definition-location': 'openapi.yaml of api:shop/orders-v1',
    });
    expect(await noted(api({ definition: { $openapi: './openapi.yaml' } }), URL_LOCATION)).toEqual({
      'treaty/definition-location':
        'https://git.example/org/repo/blob/main/apis/orders/openapi.yaml (bundled)',
    });
    expect(await noted(component({ usage: { $text: './usage.yaml' } }), FILE)).toEqual({
      'treaty/usage-location': 'usage.yaml of component:default/crm-sync',
    });
  });

  it('is named from the root of the checkout it lies in', async () => {
    directory.setContent({ '.git': {}, 'components/crm-sync/usage.yaml': '' });
    const location = { type: 'file', target: directory.resolve('components/crm-sync/catalog-info.yaml') };
    expect(await noted(component({ usage: { $text: './usage.yaml' } }), location)).toEqual({
      'treaty/usage-location': 'components/crm-sync/usage.yaml',
    });
  });

  it('is not invented where the definition is written out', async () => {
    expect(await noted(api({}), FILE)).toBeUndefined();
    expect(await noted(api({ definition: { $text: 1 } }), FILE)).toBeUndefined();
  });
});
