import { changeOf } from './changes';
import { judge } from './judge';
import { consumer, coverage, finding, NOW, record } from './testSupport';

const removed = finding('response-property-removed', [
  { operation: 'GET /orders/{orderId}', direction: 'response', at: 'body/email', status: '200' },
]);
const reads = { kind: 'responseRead' as const, where: '200', paths: ['/email'], world: 'closed' as const };
const readsOther = { ...reads, paths: ['/id'] };
const verdictOf = (...args: Parameters<typeof consumer>) =>
  judge(removed, [consumer(...args)], { now: NOW })[0];

describe('judge', () => {
  it('finds the operation whatever its path parameters are called', () => {
    expect(verdictOf([record([reads])]).verdict).toBe('breaks');
  });

  it('says no-evidence for a consumer known only from consumesApis, and where that stands', () => {
    expect(verdictOf([], { declaredIn: 'web/catalog-info.yaml' })).toEqual({
      consumer: 'component:default/web',
      owner: 'group:default/team-web',
      verdict: 'no-evidence',
      evidence: [expect.objectContaining({ source: 'catalog', sourceRef: 'web/catalog-info.yaml' })],
    });
  });

  it('lowers breaks to may-break when the declaration is older than 180 days', () => {
    expect(verdictOf([record([reads], { lastSeen: '2026-05-28' })]).verdict).toBe('breaks');
    const stale = verdictOf([record([reads], { lastSeen: '2026-05-27' })]);
    expect(stale.verdict).toBe('may-break');
    expect(stale.evidence[0].stale).toBe(true);
  });

  it('never calls a consumer unaffected on stale evidence', () => {
    expect(verdictOf([record([readsOther], { lastSeen: '2026-01-01' })]).verdict).toBe('no-evidence');
    expect(verdictOf([], { coverage: [coverage({ lastSeen: '' })] }).verdict).toBe('no-evidence');
  });

  it('lowers breaks to may-break for an ambiguous match and for a version that is not deployed', () => {
    const operation = { method: 'GET', template: '/orders/{id}', match: 'ambiguous' as const };
    expect(verdictOf([record([reads], { operation })]).verdict).toBe('may-break');
    expect(verdictOf([record([reads], { deployed: false })]).verdict).toBe('may-break');
  });

  it('is unaffected when a complete list of operations lacks this one', () => {
    expect(verdictOf([], { coverage: [coverage()] })).toMatchObject({
      verdict: 'unaffected',
      evidence: [{ statement: 'does not call this operation' }],
    });
    expect(verdictOf([], { coverage: [coverage({ operations: 'open' })] }).verdict).toBe('no-evidence');
  });

  it('does not take a complete manifest as a statement about webhooks', () => {
    const webhook = finding('response-property-removed', [
      { operation: 'webhook orderPaid: POST', direction: 'request', at: 'body/email' },
    ]);
    expect(judge(webhook, [consumer([], { coverage: [coverage()] })], { now: NOW })[0].verdict).toBe(
      'no-evidence',
    );
    expect(changeOf(webhook, webhook.occurrences[0])).toBe('response-removed');
  });

  it('takes the worst occurrence', () => {
    const twice = {
      ...removed,
      occurrences: [{ ...removed.occurrences[0], operation: 'GET /other' }, ...removed.occurrences],
    };
    expect(
      judge(twice, [consumer([record([reads])], { coverage: [coverage()] })], { now: NOW })[0].verdict,
    ).toBe('breaks');
  });

  describe('several sources', () => {
    const traffic = record([], { source: 'otel', sourceRef: 'spans', lastSeen: '2026-11-20', calls: 12400 });
    const denies = (lastSeen: string) => record([readsOther], { lastSeen });

    it('shows how often an operation is called', () => {
      expect(verdictOf([traffic]).evidence[0].statement).toBe(
        'calls this operation; fields read unknown (12,400 calls)',
      );
    });

    it('keeps may-break under fresh traffic and reports the contradiction', () => {
      const impact = verdictOf([traffic, denies('2026-11-23')]);
      expect(impact.verdict).toBe('may-break');
      expect(impact.evidence.map(one => one.statement)).toContain(
        'contradicted by traffic: does not read it',
      );
    });

    it('lets a newer closed negative lower stale traffic to unaffected, an older one not', () => {
      const old = { ...traffic, lastSeen: '2026-08-01' };
      expect(verdictOf([old, denies('2026-11-23')]).verdict).toBe('unaffected');
      expect(verdictOf([old, denies('2026-07-01')]).verdict).toBe('may-break');
    });

    it('never lowers breaks', () => {
      expect(verdictOf([record([reads]), denies('2026-11-23')]).verdict).toBe('breaks');
    });
  });

  it('sorts worst first, then by name', () => {
    const named = (name: string, records = [record([reads])]) => consumer(records, { consumer: name });
    const order = judge(
      removed,
      [named('c:d/z'), named('c:d/u', [record([readsOther])]), named('c:d/n', []), named('c:d/a')],
      { now: NOW },
    );
    expect(order.map(one => `${one.consumer} ${one.verdict}`)).toEqual([
      'c:d/a breaks',
      'c:d/z breaks',
      'c:d/n no-evidence',
      'c:d/u unaffected',
    ]);
  });
});
