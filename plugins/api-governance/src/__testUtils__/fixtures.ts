import {
  ApiDetail,
  ApiSummary,
  Consumer,
  Deprecation,
  DeprecationDetail,
  Facets,
  Operation,
  Release,
} from '@treaty/plugin-api-governance-common';

/** The day on which every test and screenshot of fixtures is looked at. */
export const TODAY = new Date('2026-11-24T08:00:00Z');

export const release: Release = {
  digest: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  version: '1.9.2',
  title: 'Orders',
  specification: 'openapi 3.0.3',
  publishedAt: '2026-11-24T08:00:00.000Z',
  source: 'catalog',
  bytes: 21_877,
  valid: true,
  operationCount: 11,
  deprecationCount: 0,
  latest: true,
};

export const ordersV1: ApiSummary = {
  ref: 'api:default/orders-v1',
  namespace: 'default',
  name: 'orders-v1',
  title: 'Orders (v1)',
  type: 'openapi',
  family: 'orders',
  major: '1',
  audience: 'company-internal',
  owner: 'group:default/team-orders',
  system: 'system:default/order-management',
  lifecycle: 'deprecated',
  version: '1.9.2',
  deprecation: {
    state: 'deprecated',
    deprecatedOn: '2026-06-01T00:00:00.000Z',
    sunset: '2027-03-01T00:00:00.000Z',
    daysLeft: 97,
    successor: 'api:default/orders-v2',
    guide: 'https://wiki.kestrel.example/orders/v2-migration',
  },
  latestRelease: release,
  consumerCount: 6,
  operationCount: 11,
  deprecationCount: 0,
  problemState: 'ok',
  problemCount: 0,
};

export const tickets: ApiSummary = {
  ref: 'api:default/tickets-v1',
  namespace: 'default',
  name: 'tickets-v1',
  title: 'Support tickets',
  type: 'openapi',
  owner: 'group:default/team-support',
  system: 'system:default/customer-support',
  lifecycle: 'production',
  version: '1.4.0',
  consumerCount: 2,
  operationCount: 0,
  deprecationCount: 0,
  problemState: 'error',
  problemCount: 1,
};

export const ordersV1Detail: ApiDetail = {
  ...ordersV1,
  familyMembers: [
    {
      ref: 'api:default/orders-v2',
      title: 'Orders',
      major: '2',
      version: '2.3.0',
      lifecycle: 'production',
      current: false,
    },
    {
      ref: 'api:default/orders-v1',
      title: 'Orders (v1)',
      major: '1',
      version: '1.9.2',
      lifecycle: 'deprecated',
      deprecation: ordersV1.deprecation,
      current: true,
    },
  ],
  releases: [release],
  releaseCount: 1,
  problems: [],
};

export const ticketsDetail: ApiDetail = {
  ...tickets,
  familyMembers: [{ ref: tickets.ref, title: tickets.title, current: true }],
  releases: [],
  releaseCount: 0,
  problems: [
    {
      entity: tickets.ref,
      code: 'ref-not-found',
      message: "$ref '#/components/schemas/Tickt' points to nothing",
      file: 'openapi.yaml',
      line: 214,
      column: 15,
      pointer: '/paths/~1tickets/get/responses/200/content/application~1json/schema/$ref',
      next: 'Correct the name or add the schema.',
      severity: 'error',
      seenAt: '2026-11-24T08:00:00.000Z',
    },
  ],
};

export const cancelOrder: Deprecation = {
  id: '9f2b6f3a1c0d4e57',
  api: 'api:default/orders-v2',
  apiTitle: 'Orders',
  owner: 'group:default/team-orders',
  kind: 'operation',
  subject: { operation: 'POST /orders/{id}/cancel' },
  label: 'POST /orders/{id}/cancel',
  state: 'deprecated',
  deprecatedOn: '2026-09-01T00:00:00.000Z',
  sunset: '2027-03-01T00:00:00.000Z',
  daysLeft: 97,
  replacedBy: 'POST /orders/{id}/cancellations',
  sinceVersion: '2.2.0',
  consumers: [
    {
      ref: 'component:default/ios-app',
      title: 'iOS app',
      owner: 'group:default/team-mobile',
      verdict: 'breaks',
    },
    {
      ref: 'component:default/android-app',
      title: 'Android app',
      owner: 'group:default/team-mobile',
      verdict: 'may-break',
    },
    {
      ref: 'component:default/web-shop',
      title: 'Web shop',
      owner: 'group:default/team-storefront',
      verdict: 'no-evidence',
    },
  ],
  consumerCount: 3,
  teams: ['group:default/team-mobile', 'group:default/team-storefront'],
};

export const position: Deprecation = {
  id: '00aa6f3a1c0d4e57',
  api: 'api:default/telemetry-v1',
  apiTitle: 'Bike telemetry',
  owner: 'group:default/team-fleet',
  kind: 'operation',
  subject: { operation: 'GET /bikes/{id}/position' },
  label: 'GET /bikes/{id}/position',
  state: 'zombie',
  deprecatedOn: '2026-02-01T00:00:00.000Z',
  sunset: '2026-11-12T00:00:00.000Z',
  daysLeft: -12,
  consumers: [
    {
      ref: 'component:default/fleet-control',
      title: 'Fleet control',
      owner: 'group:default/team-fleet',
      verdict: 'breaks',
    },
  ],
  consumerCount: 1,
  teams: ['group:default/team-fleet'],
};

export const email: Deprecation = {
  id: '11bb6f3a1c0d4e57',
  api: 'api:default/orders-v2',
  apiTitle: 'Orders',
  owner: 'group:default/team-orders',
  kind: 'property',
  subject: {
    operation: 'GET /orders/{id}',
    direction: 'response',
    status: '200',
    media: 'application/json',
    at: 'body/customer/email',
  },
  label: 'GET /orders/{id} → 200 application/json  /customer/email',
  state: 'deprecated',
  deprecatedOn: '2026-09-01T00:00:00.000Z',
  consumers: [],
  consumerCount: 0,
  teams: [],
};

export const cancelOrderDetail: DeprecationDetail = {
  ...cancelOrder,
  consumers: cancelOrder.consumers.map(consumer => ({
    ...consumer,
    evidence:
      consumer.verdict === 'no-evidence'
        ? []
        : [
            {
              source: 'declared' as const,
              sourceRef: `${consumer.ref} spec.usage`,
              statement: 'declares that it calls this operation',
              lastSeen: '2026-11-01',
              stale: consumer.verdict === 'may-break',
            },
          ],
  })),
  occurrences: [
    {
      subject: cancelOrder.subject,
      label: cancelOrder.label,
      file: 'openapi.yaml',
      pointer: '/paths/~1orders~1{id}~1cancel/post',
      line: 412,
    },
  ],
  dates: [{ source: 'contract', sunset: '2027-03-01T00:00:00.000Z' }],
};

export const iosApp: Consumer = {
  ref: 'component:default/ios-app',
  title: 'iOS app',
  type: 'mobile-app',
  owner: 'group:default/team-mobile',
  declared: true,
  complete: true,
  lastSeen: '2026-11-01',
  environments: ['production'],
  operations: [
    {
      operation: 'GET /orders/{id}',
      match: 'exact',
      reads: ['200 /id', '200 /status'],
      sends: ['query expand'],
      environments: ['production'],
      deprecated: false,
    },
  ],
  evidence: [
    {
      source: 'declared',
      sourceRef: 'component:default/ios-app spec.usage',
      statement: 'declares 1 operation and nothing else',
      lastSeen: '2026-11-01',
      stale: false,
    },
  ],
};

export const supportDesk: Consumer = {
  ref: 'component:default/support-desk',
  title: 'Support desk',
  type: 'website',
  owner: 'group:default/team-support',
  declared: true,
  complete: false,
  environments: [],
  operations: [],
  evidence: [
    {
      source: 'catalog',
      sourceRef: 'component:default/support-desk',
      statement: 'lists it in consumesApis',
      stale: false,
    },
  ],
};

export const getOrder: Operation = {
  operation: 'GET /orders/{id}',
  kind: 'operation',
  method: 'GET',
  path: '/orders/{id}',
  operationId: 'getOrder',
  summary: 'Read one order',
  tags: ['orders'],
  deprecated: true,
  sunset: '2027-03-01T00:00:00.000Z',
  consumerCount: 4,
};

export const facets: Facets = {
  owners: [
    { value: 'group:default/team-orders', count: 2 },
    { value: 'group:default/team-support', count: 1 },
  ],
  systems: [{ value: 'system:default/order-management', count: 2 }],
  lifecycles: [
    { value: 'production', count: 13 },
    { value: 'deprecated', count: 1 },
  ],
  types: [{ value: 'openapi', count: 16 }],
  teams: [{ value: 'group:default/team-mobile', count: 4 }],
};
