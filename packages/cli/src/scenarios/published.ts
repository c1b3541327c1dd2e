import { Files } from './repository';

/** The contract that every scenario starts from. */
export const ORDERS = `openapi: 3.0.3
info:
  title: Orders
  version: 2.3.0
servers:
  - url: https://api.example.com/orders
paths:
  /orders/{id}:
    get:
      operationId: getOrder
      parameters:
        - name: id
          in: path
          required: true
          schema: { type: string }
        - name: expand
          in: query
          schema: { type: string, enum: [lines, customer] }
      responses:
        '200':
          description: One order.
          content:
            application/json:
              schema: { $ref: ./schemas.yaml#/Order }
        '404':
          description: There is none.
  /orders:
    post:
      operationId: createOrder
      requestBody:
        required: true
        content:
          application/json:
            schema: { $ref: ./schemas.yaml#/NewOrder }
      responses:
        '201':
          description: The new order.
          content:
            application/json:
              schema: { $ref: ./schemas.yaml#/Order }
        '400':
          description: It was not understood.
`;

export const SCHEMAS = `Order:
  type: object
  required: [id, status, customer]
  properties:
    id: { type: string }
    status: { type: string, enum: [open, paid] }
    customer:
      type: object
      required: [email]
      properties:
        email: { type: string }
        phone: { type: string }
NewOrder:
  type: object
  required: [sku]
  properties:
    sku: { type: string }
    note: { type: string, maxLength: 200 }
`;

const api = (name: string, owner: string) => `apiVersion: backstage.io/v1alpha1
kind: API
metadata: { name: ${name}, title: ${name[0].toUpperCase()}${name.slice(1)} }
spec:
  type: openapi
  lifecycle: production
  owner: ${owner}
  definition: { $text: ./openapi.yaml }
`;

const component = (name: string, owner: string) => `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: ${name} }
spec: { type: service, lifecycle: production, owner: ${owner}, consumesApis: [orders] }
`;

const usage = (name: string, reviewed: string, operations: string) => `apiVersion: treaty/v1
consumer: component:default/${name}
uses:
  - api: api:default/orders
    complete: true
    reviewed: ${reviewed}
    operations:
${operations}`;

/** Five consumers: two that read what scenarios take away, one that does not, one stale, one of which nothing is known. */
export const PUBLISHED: Files = {
  'catalog/apis/orders/catalog-info.yaml': api('orders', 'team-orders'),
  'catalog/apis/orders/openapi.yaml': ORDERS,
  'catalog/apis/orders/schemas.yaml': SCHEMAS,
  'catalog/apis/stock/catalog-info.yaml': api('stock', 'team-stock'),
  'catalog/apis/stock/openapi.yaml': ORDERS.replace('title: Orders', 'title: Stock')
    .replace(/\.\/schemas\.yaml#\/NewOrder/g, '../orders/schemas.yaml#/NewOrder')
    .replace(/\{ \$ref: \.\/schemas\.yaml#\/Order \}/g, '{ type: object }'),
  'services/web/catalog-info.yaml': component('web', 'team-storefront'),
  'services/web/usage.yaml': usage(
    'web',
    '2026-11-01',
    '      - operationId: getOrder\n        reads: { "200": [/id, /customer/email] }\n',
  ),
  'services/billing/catalog-info.yaml': component('billing', 'team-finance'),
  'services/billing/usage.yaml': usage(
    'billing',
    '2026-10-05',
    '      - operationId: getOrder\n        reads: { "200": [/customer/email] }\n',
  ),
  'services/search/catalog-info.yaml': component('search', 'team-search'),
  'services/search/usage.yaml': usage(
    'search',
    '2026-11-10',
    '      - operationId: getOrder\n        reads: { "200": [/id, /status] }\n',
  ),
  'services/portal/catalog-info.yaml': component('portal', 'team-partners'),
  'services/portal/usage.yaml': usage(
    'portal',
    '2026-02-01',
    '      - operationId: getOrder\n        reads: { "200": [/customer/email] }\n',
  ),
  'services/reports/catalog-info.yaml': component('reports', 'team-data'),
};

/** The proposal that takes the email address out of an order. */
export const EMAIL_REMOVED: Files = {
  'catalog/apis/orders/openapi.yaml': ORDERS.replace('2.3.0', '2.4.0'),
  'catalog/apis/orders/schemas.yaml': SCHEMAS.replace('      required: [email]\n', '').replace(
    '        email: { type: string }\n',
    '',
  ),
};
