import { DiffFinding, Subject, Verdict } from '@treaty/contract-findings';
import { changeOf } from './changes';
import { Facet } from './facts';
import { judge } from './judge';
import { consumer, finding, NOW, record } from './testSupport';
import { Change, CHANGES, Knowledge, VERDICT_TABLE } from './verdictTable';

const operation = 'GET /orders/{id}';
const query: Subject = { operation, direction: 'request', at: 'query/expand' };
const body: Subject = {
  operation,
  direction: 'request',
  at: 'body/customer/email',
  media: 'application/json',
};
const read: Subject = {
  operation,
  direction: 'response',
  at: 'body/customer/email',
  status: '200',
  media: 'application/json',
};
const media: Subject = { operation, direction: 'request', at: 'media', media: 'text/csv' };
const security: Subject = { operation, direction: 'request', at: 'security/oauth/orders.read' };

const facet = (kind: Facet['kind'], paths: string[], rest: Partial<Facet> = {}): Facet => ({
  kind,
  paths,
  world: 'closed',
  ...rest,
});
const reads = (...paths: string[]) => facet('responseRead', paths, { where: '200' });

type Example = { id: string; subject: Subject; facets: Facet[]; rest?: Partial<DiffFinding> };
const readRow = (id: string) => ({
  listed: { id, subject: read, facets: [reads('/customer/email/domain')] },
  around: { id, subject: read, facets: [reads('/customer')] },
  returned: {
    id,
    subject: read,
    facets: [facet('responseReturned', ['/customer/email'], { world: 'open' })],
  },
  open: { id, subject: read, facets: [] },
  absent: { id, subject: read, facets: [reads('/id')] },
});

/** One example per cell; the test below fails when a cell has none. */
const EXAMPLES: Record<Change, Partial<Record<Knowledge, Example>>> = {
  'operation-removed': { uses: { id: 'operation-removed', subject: { operation }, facets: [] } },
  'server-moved': { uses: { id: 'server-removed', subject: { at: 'server' }, facets: [] } },
  other: { uses: { id: 'operation-id-changed', subject: { operation, at: 'operation' }, facets: [] } },
  'parameter-removed': {
    'listed-and-rejected': {
      id: 'request-parameter-removed',
      subject: query,
      facets: [facet('query', ['/expand'])],
    },
    listed: {
      id: 'request-parameter-removed',
      subject: query,
      facets: [facet('query', ['/expand'])],
      rest: { level: 'dangerous' },
    },
    absent: { id: 'request-parameter-removed', subject: query, facets: [facet('query', ['/page'])] },
    open: { id: 'request-parameter-removed', subject: query, facets: [] },
  },
  'input-required': {
    absent: {
      id: 'request-property-became-required',
      subject: body,
      facets: [facet('requestBody', ['/customer/name'])],
    },
    open: { id: 'request-property-became-required', subject: body, facets: [] },
    listed: {
      id: 'request-property-became-required',
      subject: body,
      facets: [facet('requestBody', ['/customer/email'])],
    },
    outside: {
      id: 'request-property-became-required',
      subject: body,
      facets: [facet('requestBody', ['/id'])],
    },
  },
  'request-narrowed': {
    'value-outside': {
      id: 'enum-value-removed',
      subject: query,
      facets: [facet('query', ['/expand'], { values: { '/expand': ['a', 'b'] } })],
      rest: { values: ['b'] },
    },
    'values-inside': {
      id: 'enum-value-removed',
      subject: query,
      facets: [facet('query', ['/expand'], { values: { '/expand': ['a'] } })],
      rest: { values: ['b'] },
    },
    listed: { id: 'max-length-lowered', subject: query, facets: [facet('query', ['/expand'])] },
    around: { id: 'max-length-lowered', subject: body, facets: [facet('requestBody', ['/customer'])] },
    open: { id: 'max-length-lowered', subject: body, facets: [] },
    absent: { id: 'max-length-lowered', subject: body, facets: [facet('requestBody', ['/id'])] },
  },
  'response-removed': readRow('response-property-removed'),
  'response-widened': readRow('max-length-raised'),
  'response-optional': {
    ...readRow('response-property-became-optional'),
    required: {
      id: 'response-property-became-optional',
      subject: read,
      facets: [facet('responseRead', ['/customer/email'], { where: '200', required: ['/customer/email'] })],
    },
  },
  'response-enum-added': {
    ...readRow('enum-value-added'),
    'breaks-on-unknown': {
      id: 'enum-value-added',
      subject: read,
      facets: [facet('responseEnum', ['/customer/email'], { unknown: 'breaks' })],
    },
    'tolerates-unknown': {
      id: 'enum-value-added',
      subject: read,
      facets: [
        reads('/customer/email'),
        facet('responseEnum', ['/customer/email'], { unknown: 'tolerated' }),
      ],
    },
    extensible: {
      id: 'enum-value-added',
      subject: read,
      facets: [reads('/customer/email')],
      rest: { level: 'safe' },
    },
  },
  'response-status-removed': {
    listed: { id: 'response-removed', subject: { ...read, at: 'status' }, facets: [reads('/id')] },
    open: { id: 'response-removed', subject: { ...read, at: 'status' }, facets: [] },
    absent: {
      id: 'response-removed',
      subject: { ...read, at: 'status' },
      facets: [facet('status', ['404'])],
    },
  },
  'media-removed': {
    listed: {
      id: 'media-type-removed',
      subject: media,
      facets: [facet('requestMedia', ['text/csv; charset=utf-8'])],
    },
    wildcard: { id: 'media-type-removed', subject: media, facets: [facet('requestMedia', ['*/*'])] },
    open: { id: 'media-type-removed', subject: media, facets: [] },
    absent: {
      id: 'media-type-removed',
      subject: media,
      facets: [facet('requestMedia', ['application/json'])],
    },
  },
  'names-only': { uses: { id: 'model-renamed', subject: { at: 'document' }, facets: [] } },
  'security-raised': {
    absent: { id: 'security-scope-added', subject: security, facets: [facet('security', ['/apiKey'])] },
    'scheme-only': { id: 'security-scope-added', subject: security, facets: [facet('security', ['/oauth'])] },
    open: { id: 'security-scope-added', subject: security, facets: [] },
    listed: {
      id: 'security-scope-added',
      subject: security,
      facets: [facet('security', ['/oauth/orders.read'])],
    },
  },
};

describe('verdict table', () => {
  for (const change of CHANGES) {
    for (const [knowledge, cell] of Object.entries(VERDICT_TABLE[change]) as Array<
      [Knowledge, { verdict: Verdict; says: string }]
    >) {
      it(`${change}, ${knowledge}: ${cell.verdict}`, () => {
        const example = EXAMPLES[change][knowledge];
        expect(example).toBeDefined();
        const { id, subject, facets, rest } = example!;
        expect(changeOf({ id }, subject)).toBe(change);
        const [impact] = judge(finding(id, [subject], rest), [consumer([record(facets)])], { now: NOW });
        expect(impact.verdict).toBe(cell.verdict);
        expect(impact.evidence).toEqual([
          {
            source: 'declared',
            sourceRef: 'web/usage.yaml',
            statement: cell.says,
            lastSeen: '2026-11-01',
            stale: false,
          },
        ]);
      });
    }
  }

  it('has no example without a cell', () => {
    for (const change of CHANGES) {
      expect(Object.keys(EXAMPLES[change]).sort()).toEqual(Object.keys(VERDICT_TABLE[change]).sort());
    }
  });

  it.each<[string, string[], string[], Verdict]>([
    ['one of two ways', ['login/write', 'key'], ['/key'], 'unaffected'],
    ['half of a way', ['login/write and key'], ['/key'], 'breaks'],
    ['a whole way', ['login/write and key'], ['/key', '/login/write'], 'unaffected'],
    [
      'a scope that is a URL',
      ['login/https://auth.example/read'],
      ['/login/https://auth.example/read'],
      'unaffected',
    ],
    ['the scheme, another scope', ['login/write'], ['/login/read'], 'breaks'],
    ['the scheme, scopes unknown', ['login/write'], ['/login'], 'may-break'],
  ])('security: %s', (_name, values, sent, verdict) => {
    const found = finding('security-tightened', [{ operation, at: 'security/login/write' }], { values });
    const [impact] = judge(found, [consumer([record([facet('security', sent)])])], { now: NOW });
    expect(impact.verdict).toBe(verdict);
  });
});
