import { ContractDocument, DiffFinding, singleFileDocument } from '@treaty/contract-findings';
import { diff } from '../../diff';
import { arr, get, int, json, ok, post, q, text } from './make';

const now = new Date('2026-11-24T00:00:00Z');

function made(body: object): ContractDocument {
  return singleFileDocument({ openapi: '3.1.0', info: { title: 'Case', version: '1' }, paths: {}, ...body });
}

function findings(old: object, after: object): DiffFinding[] {
  return diff(made(old), made(after), { now }).findings;
}

describe('what to do instead', () => {
  it.each<[string, object, string]>([
    ['nothing was announced', {}, 'Deprecate it with a sunset date and keep it until then.'],
    [
      'the sunset is ahead',
      { deprecated: true, 'x-sunset': '2027-06-30' },
      'Wait for its sunset 2027-06-30, and remove it then.',
    ],
    [
      'there is no sunset',
      { deprecated: true },
      'It is deprecated without a readable sunset date: set one, and keep it until then.',
    ],
    [
      'the sunset is no date',
      { deprecated: true, 'x-sunset': 'soon' },
      'It is deprecated without a readable sunset date: set one, and keep it until then.',
    ],
  ])('an operation removed: %s', (_case, ending, instead) => {
    expect(findings(get(ending), {})).toMatchObject([{ id: 'operation-removed', instead }]);
  });

  it('an optional parameter removed before its sunset', () => {
    const old = get({ parameters: [q('q', { deprecated: true, 'x-sunset': '2027-06-30' })] });
    expect(findings(old, get())).toMatchObject([
      { id: 'parameter-removed', instead: 'Wait for its sunset 2027-06-30, and remove it then.' },
    ]);
  });

  it('what cannot be decided is looked at by hand', () => {
    const beyond = { ...text, pattern: '(?<!admin)$' };
    const [inRequest] = findings(post({ requestBody: json(text) }), post({ requestBody: json(beyond) }));
    expect(inRequest).toMatchObject({
      because: expect.stringContaining('cannot tell: '),
      instead: 'Look at both versions by hand: is everything that could be sent before still accepted?',
    });
    const answering = (schema: object) => get({ responses: { 200: { ...ok[200], ...json(schema) } } });
    const [inAnswer] = findings(answering(beyond), answering(text));
    expect(inAnswer).toMatchObject({
      because: expect.stringContaining('cannot tell: '),
      instead: 'Look at both versions by hand: was everything that may come now possible before?',
    });
  });
});

describe('one change is told once', () => {
  it.each([
    ['contains', { contains: { const: 1 } }, { contains: { const: 2 } }],
    ['not', { not: { maxItems: 1 } }, { not: { maxItems: 2 } }],
  ])("a change of '%s'", (keyword, old, after) => {
    const list = arr(int);
    const asked = findings(
      post({ requestBody: json({ ...list, ...old }) }),
      post({ requestBody: json({ ...list, ...after }) }),
    );
    expect(asked).toMatchObject([{ id: 'schema-constraint-added', message: `'${keyword}' was changed` }]);
    const answering = (schema: object) => get({ responses: { 200: { ...ok[200], ...json(schema) } } });
    const answered = findings(answering({ ...list, ...old }), answering({ ...list, ...after }));
    expect(answered).toMatchObject([
      { id: 'schema-constraint-removed', message: `'${keyword}' was changed` },
    ]);
  });
});
