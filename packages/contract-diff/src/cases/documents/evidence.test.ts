import { DiffFinding, singleFileDocument } from '@treaty/contract-findings';
import { diff } from '../../diff';
import { DiffOptions } from '../../options';
import { arr, Cat, disc, get, json, key, oauth, obj, q, res, sec, text } from './make';

function compare(old: object, after: object, options: DiffOptions = {}): DiffFinding[] {
  const [before, now] = [old, after].map(body =>
    singleFileDocument({ openapi: '3.0.3', info: { title: 'Case', version: '1' }, paths: {}, ...body }),
  );
  return diff(before, now, options).findings;
}

describe('security', () => {
  it('names the scope that is newly needed as the contract names it', () => {
    const [finding] = compare(
      sec({ login: oauth({ r: '', w: '' }) }, [{ login: ['r'] }]),
      sec({ login: oauth({ r: '', w: '' }) }, [{ login: ['r', 'w'] }]),
    );
    expect(finding).toMatchObject({ id: 'security-tightened', values: ['login/w'] });
    expect(finding.occurrences[0].at).toBe('security/login/w');
  });

  it.each([
    ['header', { headers: { 'X-Old': 'key' } }],
    ['query', { url: '/a?X-Old=key' }],
    ['cookie', { headers: { Cookie: 'X-Old=key' } }],
  ])('shows the old %s of a moved API key in the request that worked', (place, message) => {
    const [finding] = compare(
      sec({ k: key('X-Old', place) }, [{ k: [] }]),
      sec({ k: key('X-New') }, [{ k: [] }]),
    );
    expect(finding.proof).toMatchObject({ status: 'proved', message });
    expect(finding.occurrences[0].at).toBe('security/k');
  });
});

describe('scope sdk', () => {
  it.each<[string, string, object, object, string]>([
    ['operation', 'operation-id-changed', get({ operationId: 'a' }), get({ operationId: 'b' }), 'dangerous'],
    [
      'model',
      'model-renamed',
      disc('req', undefined, { Cat }),
      disc('req', undefined, { Kitty: Cat }),
      'safe',
    ],
    [
      'field',
      'schema-property-removed',
      res({ 200: { description: 'ok', ...json(obj({ a: text })) } }),
      res({ 200: { description: 'ok', ...json(obj({ b: text })) } }),
      'dangerous',
    ],
    ['parameter', 'parameter-removed', get({ parameters: [q('q')] }), get(), 'dangerous'],
    [
      'path parameter',
      'parameter-renamed',
      { paths: { '/a/{x}': { get: { parameters: [{ ...q('x'), in: 'path' }], responses: {} } } } },
      { paths: { '/a/{y}': { get: { parameters: [{ ...q('y'), in: 'path' }], responses: {} } } } },
      'safe',
    ],
  ])('a renamed %s breaks there, and not on the wire', (_what, id, old, after, wire) => {
    const levels = (findings: DiffFinding[]): string[] =>
      findings.filter(finding => finding.id === id).map(finding => finding.level);
    expect(levels(compare(old, after))).toEqual([wire]);
    expect(levels(compare(old, after, { scope: 'sdk' }))).toEqual(['breaking']);
  });

  it('says that no message can show a name', () => {
    const [finding] = compare(get({ operationId: 'a' }), get({ operationId: 'b' }), { scope: 'sdk' });
    expect(finding.proof).toEqual({
      status: 'unproven',
      reason: 'nothing changes on the wire; names in generated clients do',
    });
  });
});

describe('proofs', () => {
  it('puts what differs behind what stands before it in an array', () => {
    const tuple = (second: object): object => ({
      3: { description: '', ...json({ type: 'array', prefixItems: [text, second] }) },
    });
    const [finding] = compare(
      { openapi: '3.1.0', ...res(tuple({ type: 'integer' })) },
      { openapi: '3.1.0', ...res(tuple({ type: 'number' })) },
    );
    expect(finding.proof).toMatchObject({ status: 'proved', by: 'ajv' });
  });

  it('are given on the schemas as they stand, not on what was made of them', () => {
    const [finding] = compare(
      res({ 200: { description: 'ok', ...json({ anyOf: [{ ...text, maxLength: 3 }, arr()] }) } }),
      res({ 200: { description: 'ok', ...json({ anyOf: [text, arr()] }) } }),
    );
    expect(finding.proof).toMatchObject({ status: 'proved', message: { body: 'aaaa' } });
  });
});

describe('info.version', () => {
  const at = (version: string, body: object): object => ({ info: { title: 'A', version }, ...body });
  const required = get({ parameters: [q('q', { required: true })] });

  it.each([
    ['1.2.0', '1.3.0', 'dangerous'],
    ['1.2.0', '2.0.0', undefined],
    ['0.2.0', '0.3.0', undefined],
    ['0.2.0', '0.2.1', 'dangerous'],
    ['2026-01-01', '2026-02-01', undefined],
  ])('from %s to %s beside a break is %s', (old, now, level) => {
    const found = compare(at(old, get()), at(now, required)).find(item => item.id === 'version-not-raised');
    expect(found?.level).toBe(level);
  });
});
