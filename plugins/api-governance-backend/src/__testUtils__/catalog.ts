import type { Entity } from '@backstage/catalog-model';

/** A small organisation: two majors of one API, three consumers with three kinds of knowledge, broken documents. */

export const ORDERS_V1 = `openapi: 3.0.3
info: { title: Orders, version: 1.9.2 }
paths:
  /orders/{id}:
    get:
      operationId: getOrder
      tags: [orders]
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        '200': { description: The order., content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
  /orders/{id}/cancel:
    post:
      operationId: cancelOrder
      summary: Cancel
      deprecated: true
      x-sunset: '2027-03-01'
      x-replaced-by: POST /orders/{id}/cancellations
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        '204': { description: Cancelled. }
components:
  schemas:
    Order:
      type: object
      properties:
        id: { type: string }
        phone: { type: string, deprecated: true, x-sunset: '2026-10-01' }
`;

export const BROKEN: Record<string, string> = {
  yaml: `openapi: 3.0.3\ninfo: {title: A, version: '1'\npaths: {}\n`,
  ref: `openapi: 3.0.3
info: { title: A, version: '1' }
paths:
  /a:
    get:
      responses:
        '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Ordr' } } } }
components: { schemas: { Order: { type: object } } }
`,
  remote: `openapi: 3.0.3
info: { title: A, version: '1' }
paths:
  /a:
    get:
      responses:
        '200': { description: ok, content: { application/json: { schema: { $ref: 'https://schemas.example/x.yaml#/A' } } } }
`,
};

export function api(
  name: string,
  definition: string | undefined,
  more: Partial<Entity['spec']> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: { name, namespace: 'default', title: name, labels: {} },
    spec: {
      type: 'openapi',
      lifecycle: 'production',
      owner: 'group:default/team-orders',
      ...(definition !== undefined && { definition }),
      ...more,
    },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/team-orders' }],
  };
}

export function component(name: string, consumes: string[], usage?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', title: name },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: `team-${name}`,
      ...(usage !== undefined && { usage }),
    },
    relations: [
      { type: 'ownedBy', targetRef: `group:default/team-${name}` },
      ...consumes.map(targetRef => ({ type: 'consumesApi', targetRef })),
    ],
  };
}

/** Says that it cancels orders and does nothing else. */
export const CANCELS = `apiVersion: treaty/v1
consumer: component:default/shop
uses:
  - api: api:default/orders-v1
    complete: true
    reviewed: '2026-11-01'
    operations:
      - operationId: cancelOrder
`;

export function organisation(): Entity[] {
  const v1 = api('orders-v1', ORDERS_V1, {
    system: 'order-management',
    deprecation: { deprecatedOn: '2026-06-01', sunsetOn: '2027-03-01', successor: 'api:default/orders-v2' },
  });
  v1.metadata.labels = { 'treaty/api': 'orders', 'treaty/major': '1' };
  const v2 = api('orders-v2', ORDERS_V1.replace('1.9.2', '2.0.0'));
  v2.metadata.labels = { 'treaty/api': 'orders', 'treaty/major': '2' };
  return [
    v1,
    v2,
    api('stations', 'type Query { stations: [String!]! }', { type: 'graphql' }),
    component('shop', ['api:default/orders-v1'], CANCELS),
    component('reports', ['api:default/orders-v1']),
  ];
}
