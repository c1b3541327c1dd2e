import { ContractDocument, DiffFinding, singleFileDocument, Subject } from '@treaty/contract-findings';
import { ConsumerEvidence, Facet, UsageCoverage, UsageRecord } from './facts';

/** The day on which tests judge. */
export const NOW = new Date('2026-11-24T12:00:00Z');

export function finding(id: string, occurrences: Subject[], rest: Partial<DiffFinding> = {}): DiffFinding {
  return { id, level: 'breaking', message: id, fingerprint: id, occurrences, source: {}, ...rest };
}

export function record(facets: Facet[] = [], rest: Partial<UsageRecord> = {}): UsageRecord {
  return {
    consumer: 'component:default/web',
    api: 'api:default/orders',
    environment: 'production',
    source: 'declared',
    sourceRef: 'web/usage.yaml',
    operation: { method: 'GET', template: '/orders/{id}', match: 'exact' },
    contractDigest: 'd',
    firstSeen: '2026-11-01',
    lastSeen: '2026-11-01',
    facets,
    ...rest,
  };
}

export function coverage(rest: Partial<UsageCoverage> = {}): UsageCoverage {
  return {
    consumer: 'component:default/web',
    api: 'api:default/orders',
    environment: 'production',
    source: 'declared',
    sourceRef: 'web/usage.yaml',
    operations: 'closed',
    lastSeen: '2026-11-01',
    ...rest,
  };
}

export function consumer(records: UsageRecord[], rest: Partial<ConsumerEvidence> = {}): ConsumerEvidence {
  return {
    consumer: 'component:default/web',
    owner: 'group:default/team-web',
    records,
    coverage: [],
    ...rest,
  };
}

/** A contract with one read and one write, references included. */
export function ordersContract(): ContractDocument {
  return singleFileDocument(
    {
      openapi: '3.0.3',
      info: { title: 'Orders', version: '1.0.0' },
      paths: {
        '/orders/{id}': {
          get: {
            operationId: 'getOrder',
            responses: {
              '200': { content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } } },
            },
          },
        },
        '/orders': {
          post: {
            operationId: 'createOrder',
            requestBody: {
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } },
            },
            responses: {
              '2XX': { content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } } },
            },
          },
        },
      },
      components: {
        schemas: {
          Order: {
            allOf: [{ $ref: '#/components/schemas/Base' }],
            properties: {
              status: { enum: ['open', 'paid'] },
              lines: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } },
              labels: { type: 'object', additionalProperties: { type: 'string' } },
              parent: { $ref: '#/components/schemas/Order' },
            },
          },
          Base: { type: 'object', properties: { id: { type: 'string' } } },
        },
      },
    },
    'orders.yaml',
  );
}
