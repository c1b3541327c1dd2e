import { describeSubject } from './subject';

const base = { label: 'as the server labels it', apiTitle: 'Orders' };

it.each([
  ['api', {}, { what: 'Orders', where: 'the whole line' }],
  ['operation', { operation: 'GET /orders' }, { what: 'GET /orders' }],
  [
    'parameter',
    { operation: 'GET /orders', direction: 'request' as const, at: 'query/expand' },
    { what: 'expand (query)', where: 'GET /orders' },
  ],
  [
    'property',
    {
      operation: 'GET /orders',
      direction: 'response' as const,
      status: '200',
      media: 'application/json',
      at: 'body/customer/email',
    },
    { what: '/customer/email', where: 'GET /orders → 200 application/json' },
  ],
  ['enum-value', { operation: 'GET /orders', at: 'body/status' }, { what: 'as the server labels it' }],
  ['property', {}, { what: 'as the server labels it' }],
])('describes a deprecated %s', (kind, subject, said) => {
  expect(describeSubject({ ...base, kind, subject })).toEqual(said);
});
