import { daysLeft, deprecationState, effectiveSunset } from './dates';
import { GateRuleId, judgeRemoval, RemovalFacts, RemovalPolicy, warningsOf } from './gate';
import { DeprecationEntry } from './types';

const now = new Date('2026-11-24T10:00:00Z');

describe('effectiveSunset', () => {
  it('takes the earliest date and keeps both', () => {
    const sources = [
      { from: 'catalog' as const, sunset: '2027-03-01' },
      { from: 'contract' as const, sunset: '2027-06-30' },
    ];
    for (const given of [sources, [...sources].reverse()]) {
      expect(effectiveSunset(given)).toMatchObject({
        sunset: '2027-03-01',
        from: 'catalog',
        disagree: true,
        all: [{ sunset: '2027-03-01' }, { sunset: '2027-06-30' }],
      });
    }
  });

  it('sees two spellings of one instant as agreement', () => {
    const both = effectiveSunset([
      { from: 'catalog', sunset: '2027-03-01' },
      { from: 'contract', sunset: '2027-03-01T01:00:00+01:00' },
    ]);
    expect(both).toMatchObject({ from: 'contract', disagree: false });
  });

  it.each(['soon', '2027-02-30', '9999-12-31', ''])("gives '%s' no say", sunset => {
    expect(effectiveSunset([{ from: 'contract', sunset }])).toBeUndefined();
    expect(
      effectiveSunset([
        { from: 'contract', sunset },
        { from: 'catalog', sunset: '2030-01-01' },
      ])?.sunset,
    ).toBe('2030-01-01');
  });
});

describe('daysLeft', () => {
  it.each([
    ['2026-11-24', -1],
    ['2026-11-24T10:00:00Z', 0],
    ['2026-11-25', 0],
    ['2026-11-25T10:00:00Z', 1],
    ['2027-11-24T10:00:00Z', 365],
    ['soon', undefined],
    [undefined, undefined],
  ])('%s → %s', (sunset, days) => {
    expect(daysLeft(sunset, now)).toBe(days);
  });
});

describe('deprecationState', () => {
  it.each([
    [{ deprecated: true }, 'deprecated'],
    [{ deprecated: true, sunset: '2027-06-30' }, 'deprecated'],
    [{ deprecated: false, sunset: '2027-06-30' }, 'announced'],
    [{ deprecated: true, deprecatedOn: '2027-01-01', sunset: '2028-01-01' }, 'announced'],
    [{ deprecated: true, deprecatedOn: '2026-01-01' }, 'deprecated'],
    [{ deprecated: true, sunset: '2026-12-24T10:00:00Z' }, 'sunset-due'],
    [{ deprecated: true, sunset: '2026-12-24T10:00:01Z' }, 'deprecated'],
    [{ deprecated: true, sunset: '2026-11-24T10:00:00Z' }, 'zombie'],
    [{ deprecated: true, sunset: '2026-11-24T10:00:00.001Z' }, 'sunset-due'],
    [{ deprecated: true, sunset: 'soon' }, 'deprecated'],
  ])('%j is %s', (entry, state) => {
    expect(deprecationState(entry, now)).toBe(state);
  });
});

describe('judgeRemoval', () => {
  const good: RemovalFacts = {
    published: { deprecated: true, sunset: '2026-11-01' },
    firstDeprecated: '2026-01-01',
    history: ['2026-10-01', '2026-11-01'],
  };
  const policy: RemovalPolicy = { minimumNoticeDays: 180 };
  const verdicts = (facts: RemovalFacts, rules: RemovalPolicy = policy) =>
    Object.fromEntries(
      judgeRemoval(facts, rules, now).results.map(({ rule, verdict }) => [rule, verdict]),
    ) as Record<GateRuleId, string>;

  it('allows a removal that followed its deprecation to its end, and names what was not judged', () => {
    const judgement = judgeRemoval(good, policy, now);
    expect(judgement).toMatchObject({ decision: 'allowed', notJudged: ['R5', 'R7', 'R8'] });
    expect(judgement.results.map(result => result.because).slice(0, 3)).toEqual([
      'the last published version deprecates it',
      'its sunset 2026-11-01 has passed',
      'deprecated since 2026-01-01, 327 days; the policy asks for 180',
    ]);
  });

  it.each<[string, GateRuleId, Partial<RemovalFacts>]>([
    ['never deprecated', 'R1', { published: undefined, effectiveSunset: '2026-11-01' }],
    ['only announced', 'R1', { published: { deprecated: false, sunset: '2026-11-01' } }],
    ['no sunset', 'R2', { published: { deprecated: true } }],
    ['a sunset to come', 'R2', { published: { deprecated: true, sunset: '2026-11-25' } }],
    ['a sunset that cannot be read', 'R2', { published: { deprecated: true, sunset: 'soon' } }],
    ['a sunset that means none', 'R2', { published: { deprecated: true, sunset: '9999-12-31' } }],
    ['an approved extension', 'R2', { extensions: ['2026-10-01', '2027-01-31'] }],
    ['too little notice', 'R3', { firstDeprecated: '2026-09-01' }],
    ['a sunset moved earlier', 'R4', { history: ['2027-06-30', '2026-11-01'] }],
    ['a sunset dropped on the way', 'R4', { history: ['2026-10-01', undefined, '2026-11-01'] }],
  ])('refuses after %s (%s), and for that alone', (_, rule, change) => {
    const facts = { ...good, ...change };
    expect(judgeRemoval(facts, policy, now).decision).toBe('refused');
    expect(
      Object.entries(verdicts(facts))
        .filter(([, verdict]) => verdict === 'fails')
        .map(([id]) => id),
    ).toEqual([rule]);
  });

  it('passes on the very instant of the sunset', () => {
    expect(verdicts({ ...good, published: { deprecated: true, sunset: '2026-11-24T10:00:00Z' } }).R2).toBe(
      'holds',
    );
    expect(verdicts({ ...good, published: { deprecated: true, sunset: '2026-11-24T10:00:01Z' } }).R2).toBe(
      'fails',
    );
  });

  it('cannot decide when the policy asks for notice and nobody knows since when', () => {
    const facts = { ...good, firstDeprecated: undefined };
    expect(judgeRemoval(facts, policy, now)).toMatchObject({ decision: 'cannot-decide' });
    expect(judgeRemoval(facts, {}, now)).toMatchObject({ decision: 'allowed' });
    expect(judgeRemoval({ ...facts, published: { deprecated: false } }, policy, now)).toMatchObject({
      decision: 'refused',
    });
  });

  it('says that R4 was not judged when history is missing', () => {
    expect(judgeRemoval({ ...good, history: undefined }, policy, now)).toMatchObject({
      decision: 'allowed',
      notJudged: ['R4', 'R5', 'R7', 'R8'],
    });
  });

  it('never allows more when time is earlier, the notice longer or an extension later', () => {
    const days = (n: number) => new Date(Date.UTC(2026, 0, 1 + n));
    const text = (n: number) => days(n).toISOString().slice(0, 10);
    const allowed = (today: number, notice: number, extension: number) =>
      judgeRemoval({ ...good, extensions: [text(extension)] }, { minimumNoticeDays: notice }, days(today))
        .decision === 'allowed';
    const steps = [0, 100, 250, 304, 305, 350, 400];
    for (const today of steps)
      for (const notice of steps)
        for (const extension of steps) {
          if (!allowed(today, notice, extension)) continue;
          expect(allowed(today + 50, notice, extension)).toBe(true);
          expect(allowed(today, Math.max(0, notice - 50), extension)).toBe(true);
          expect(allowed(today, notice, Math.max(0, extension - 50))).toBe(true);
        }
  });
});

describe('warningsOf', () => {
  const entry: DeprecationEntry = {
    subject: { operation: 'GET /a' },
    occurrences: [{ operation: 'GET /a' }],
    kind: 'operation',
    file: 'a',
    pointer: '/paths/~1a/get',
    deprecated: true,
    sunset: '2027-06-30',
    replacedBy: 'GET /b',
  };
  const ids = (change: Partial<DeprecationEntry>) =>
    warningsOf({ ...entry, ...change }, now).map(warning => warning.warning);
  it.each<[string, Partial<DeprecationEntry>, string[]]>([
    ['complete', {}, []],
    ['a reason instead of a replacement', { replacedBy: undefined, reason: 'unused' }, []],
    ['no sunset', { sunset: undefined }, ['W1']],
    ['no replacement', { replacedBy: undefined }, ['W1']],
    ['past its sunset', { sunset: '2026-11-01' }, ['W2']],
    ['both', { sunset: '2026-11-01', replacedBy: undefined }, ['W1', 'W2']],
  ])('%s', (_, change, expected) => {
    expect(ids(change)).toEqual(expected);
  });

  it('quotes a date that cannot be read', () => {
    const [warning] = warningsOf(
      { ...entry, sunset: undefined, malformed: "x-sunset 'soon': expected a date" },
      now,
    );
    expect(warning.because).toBe("deprecated without a readable sunset (x-sunset 'soon': expected a date)");
  });
});
