import {
  AUDIENCES,
  judgeRemoval,
  readAudience,
  readStability,
  REMOVAL_PRESETS,
  removalPolicy,
  STABILITIES,
} from '.';

const NOW = new Date('2027-01-01T00:00:00Z');
const facts = (days: number) => ({
  published: { deprecated: true, sunset: '2026-12-01' },
  firstDeprecated: new Date(NOW.getTime() - days * 86_400_000).toISOString(),
  history: ['2026-12-01'],
});

describe('removal policies', () => {
  it.each(Object.entries(REMOVAL_PRESETS))(
    '%s never asks for less the more stable a thing is, nor the wider its audience',
    (_, { notice }) => {
      const days = (value: number | 'never') => (value === 'never' ? Infinity : value);
      for (const audience of AUDIENCES) {
        const line = STABILITIES.map(stability => days(notice[stability][audience]));
        expect([...line].sort((a, b) => a - b)).toEqual(line);
      }
      for (const stability of STABILITIES) {
        const line = AUDIENCES.map(audience => days(notice[stability][audience]));
        expect([...line].sort((a, b) => a - b)).toEqual(line);
      }
    },
  );

  it('allows on the day the notice is complete and not before', () => {
    const policy = removalPolicy('treaty', undefined, 'stable', 'public');
    expect(judgeRemoval(facts(180), policy, NOW).decision).toBe('allowed');
    expect(judgeRemoval(facts(179), policy, NOW).decision).toBe('refused');
  });

  it('takes an own cell and leaves the others', () => {
    const own = { stable: { public: 10 } };
    expect(removalPolicy('google-cloud', own, 'stable', 'public')).toEqual({ minimumNoticeDays: 10 });
    expect(removalPolicy('google-cloud', own, 'stable', 'partner')).toEqual({ minimumNoticeDays: 365 });
  });

  it('removes nothing within a major version where that is the promise', () => {
    const policy = removalPolicy('kubernetes', undefined, 'stable', 'public');
    expect(judgeRemoval(facts(5000), policy, NOW).decision).toBe('refused');
    expect(judgeRemoval({ ...facts(1), newMajor: true }, policy, NOW).decision).toBe('allowed');
  });

  it('reads the words of the field, and takes what is not said for stable and unknown', () => {
    expect([
      readStability(undefined, 'experimental'),
      readStability('beta', 'production'),
      readStability('x'),
    ]).toEqual(['alpha', 'beta', 'stable']);
    expect([
      readAudience('company-internal'),
      readAudience('external-partner'),
      readAudience('toString'),
    ]).toEqual(['internal', 'partner', undefined]);
  });
});
