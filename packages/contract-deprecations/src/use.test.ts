import { ConsumerImpact, Verdict } from '@treaty/contract-findings';
import { judgeRemoval, RemovalFacts, removalPolicy } from '.';

const NOW = new Date('2026-11-24T10:00:00Z');
const good: RemovalFacts = {
  published: { deprecated: true, sunset: '2026-11-01' },
  firstDeprecated: '2026-01-01',
  history: ['2026-11-01'],
};
const consumer = (
  name: string,
  verdict: Verdict,
  from: Partial<ConsumerImpact['evidence'][number]> = {},
): ConsumerImpact => ({
  consumer: `component:default/${name}`,
  verdict,
  evidence: [
    {
      source: 'declared',
      sourceRef: `${name}/usage.yaml`,
      statement: 'said so',
      lastSeen: '2026-11-01',
      stale: false,
      ...from,
    },
  ],
});
const listed = (name: string) => consumer(name, 'no-evidence', { source: 'catalog', lastSeen: undefined });

function judged(consumers: ConsumerImpact[] | undefined, policy = {}) {
  const { decision, results } = judgeRemoval({ ...good, consumers }, policy, NOW);
  const of = (rule: string) => results.find(one => one.rule === rule);
  return { decision, of, verdicts: ['R5', 'R6', 'R7', 'R8'].map(rule => of(rule)?.verdict) };
}

describe('R5 to R8', () => {
  it('names whoever declares that it is still used, and refuses', () => {
    const { decision, of } = judged([
      consumer('web', 'breaks'),
      consumer('billing', 'may-break'),
      consumer('search', 'unaffected'),
    ]);
    expect(decision).toBe('refused');
    expect(of('R5')).toEqual({
      rule: 'R5',
      verdict: 'fails',
      because: '2 of 3 consumers still use it: web, billing',
    });
  });

  it('holds when everybody declared the contrary of late', () => {
    const { decision, of, verdicts } = judged([consumer('web', 'unaffected'), consumer('app', 'unaffected')]);
    expect(decision).toBe('allowed');
    expect(verdicts).toEqual(['holds', 'holds', 'holds', 'not-judged']);
    expect(of('R5')?.because).toBe('all 2 consumers declared that it is not used');
    expect(of('R8')?.because).toBe('no traffic was recorded');
  });

  it.each<[string, ConsumerImpact]>([
    ['is only listed', listed('reports')],
    ['declared a use long ago', consumer('reports', 'may-break', { stale: true })],
    ['declared no use long ago', consumer('reports', 'no-evidence', { stale: true })],
  ])('judges nothing of a consumer that %s', (_, silent) => {
    const { decision, of, verdicts } = judged([consumer('web', 'unaffected'), silent]);
    expect(decision).toBe('allowed');
    expect(verdicts).toEqual(['not-judged', 'holds', 'not-judged', 'not-judged']);
    expect(of('R5')?.because).toBe('1 of 2 consumers declared nothing of late: reports');
  });

  it('lets silence of one not hide the use of another', () => {
    const { decision, verdicts } = judged([consumer('web', 'breaks'), listed('reports')]);
    expect(decision).toBe('refused');
    expect(verdicts).toEqual(['fails', 'holds', 'not-judged', 'not-judged']);
  });

  it.each([[undefined], [[]]])('judges no use when nobody is known (%j)', consumers => {
    const { decision, verdicts } = judged(consumers);
    expect(decision).toBe('allowed');
    expect(verdicts).toEqual(['not-judged', 'holds', 'not-judged', 'not-judged']);
  });

  it('counts the names that are too many to read', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map(name => consumer(name, 'breaks'));
    expect(judged(many).of('R5')?.because).toBe('5 of 5 consumers still use it: a, b, c and 2 more');
  });

  it('does not judge the consent that a policy asks for', () => {
    const policy = removalPolicy('zalando', undefined, 'stable', 'public');
    expect(judged([consumer('web', 'unaffected')], policy).of('R6')).toEqual({
      rule: 'R6',
      verdict: 'not-judged',
      because: 'a consent is given in the portal, and none was handed in',
    });
  });

  it('never allows more when one consumer more uses it', () => {
    const rank = { allowed: 0, 'cannot-decide': 1, refused: 2 } as const;
    const kinds = [
      consumer('a', 'unaffected'),
      listed('b'),
      consumer('c', 'may-break', { stale: true }),
      consumer('d', 'may-break'),
    ];
    for (const one of kinds)
      for (const two of kinds) {
        const before = rank[judged([one, two]).decision];
        expect(rank[judged([one, two, consumer('e', 'breaks')]).decision]).toBeGreaterThanOrEqual(before);
      }
  });
});
