import { CheckReport, DiffReport } from '../report';
import { DiffFinding } from '../finding';
import { AnyReport, count, FORMATS, grouped, PLAIN } from '.';

const options = { width: 100, paint: PLAIN, now: new Date('2026-11-24T00:00:00Z') };
const render = (id: string, report: AnyReport) =>
  FORMATS.find(format => format.id === id)!.render(report, options);

function finding(rest: Partial<DiffFinding> = {}): DiffFinding {
  return {
    id: 'schema-property-removed',
    level: 'breaking',
    message: "property 'email' was removed",
    fingerprint: '7c1e000000000000',
    occurrences: [{ operation: 'GET /orders', direction: 'response', status: '200', at: 'body/email' }],
    source: { new: { file: 'openapi.yaml', pointer: '', line: 3, column: 5 } },
    ...rest,
  };
}

function diff(...findings: DiffFinding[]): AnyReport & { report: DiffReport } {
  const of = (level: string) => findings.filter(one => one.level === level).length;
  return {
    kind: 'diff',
    report: {
      schemaVersion: '1.0',
      old: { file: 'old.yaml', title: 'Orders', version: '1.0.0' },
      new: { file: 'openapi.yaml', title: 'Orders', version: '1.1.0' },
      summary: {
        breaking: of('breaking'),
        dangerous: of('dangerous'),
        safe: of('safe'),
        bump: findings.length ? 'major' : 'none',
      },
      findings,
      problems: [],
    },
  };
}

function check(rest: Partial<CheckReport['apis'][number]> = {}): AnyReport {
  const api = {
    api: 'api:default/orders',
    status: 'passed' as const,
    reasons: [],
    lintKnown: 0,
    impacts: {},
    consumers: [],
    problems: [],
    ...rest,
  };
  return {
    kind: 'check',
    report: {
      schemaVersion: '1.0',
      status: api.status,
      failOn: 'breaking',
      base: 'main',
      seen: 1,
      apis: [api],
      problems: [],
    },
  };
}

describe.each(FORMATS.map(format => format.id))('%s', id => {
  it('gives the same bytes for the same report, and ends with a line break', () => {
    expect(render(id, diff(finding()))).toBe(render(id, diff(finding())));
    expect(render(id, diff(finding())).endsWith('\n')).toBe(true);
  });

  it('lets no contract move the cursor of a terminal', () => {
    const hostile = diff(finding({ message: 'x\u001b[2Jy\u202ez' }));
    // eslint-disable-next-line no-control-regex
    expect(render(id, hostile)).not.toMatch(/[\u001b\u202e]/);
  });
});

describe('text', () => {
  it('says the whole answer in the first line', () => {
    expect(render('text', diff()).split('\n')[0]).toMatch(
      /^Orders 1\.0\.0 → 1\.1\.0 {3}no change +COMPATIBLE$/,
    );
    expect(render('text', diff(finding())).split('\n')[0]).toMatch(
      /1 breaking change · asks for a major version +BREAKING$/,
    );
  });

  it('counts the places it does not spell out', () => {
    const occurrences = Array.from({ length: 9 }, (_, index) => ({ operation: `GET /orders/${index}` }));
    expect(render('text', diff(finding({ occurrences })))).toContain('and 6 more places');
  });

  it('names nobody as safe of whom nothing is known, and prints the denominators', () => {
    const impacts = {
      '7c1e000000000000': [
        {
          consumer: 'component:default/web',
          owner: 'group:default/team-web',
          verdict: 'breaks' as const,
          evidence: [
            {
              source: 'declared' as const,
              sourceRef: 'u.yaml',
              statement: 'reads it',
              lastSeen: '2026-01-01',
              stale: true,
            },
          ],
        },
        { consumer: 'component:default/lake', verdict: 'no-evidence' as const, evidence: [] },
      ],
    };
    const consumers = [
      { consumer: 'component:default/web', verdict: 'breaks' as const },
      { consumer: 'component:default/lake', verdict: 'no-evidence' as const },
    ];
    const text = render(
      'text',
      check({ status: 'blocked', diff: diff(finding()).report, impacts, consumers }),
    );
    expect(text).toContain('2 consumers: 1 breaks, 1 without evidence');
    expect(text).toContain(
      'breaks  web  team-web  reads it: usage manifest, reviewed 2026-01-01 (stale, 327 d)',
    );
    expect(text).toContain('no evidence 1: lake');
    expect(text).toContain('evidence: 0 of 2 consumers fresh, 1 stale (web, 327 d), 1 none');
  });

  it('says what was hidden and what was not judged', () => {
    const text = render(
      'text',
      check({ lintKnown: 4, notes: ['R5 not judged'], diff: diff(finding({ level: 'safe' })).report }),
    );
    expect(text).toContain('1 safe change not listed');
    expect(text).toContain('4 lint findings of the base not listed');
    expect(text).toContain('R5 not judged');
  });
});

describe('markdown', () => {
  it('takes words of others as words', () => {
    const text = render('markdown', diff(finding({ message: '<img src=x> | @everyone [a](b) `c`' })));
    expect(text).toContain('\\<img src=x\\> \\| @\u200beveryone \\[a\\](b) \\`c\\`');
  });

  it('fences an example that holds fences', () => {
    const proof = {
      status: 'proved' as const,
      message: { kind: 'response' as const, status: 200, headers: {}, body: '```' },
      acceptedBy: 'new' as const,
      rejectedBy: 'old' as const,
      by: 'ajv' as const,
      error: 'no',
    };
    expect(render('markdown', diff(finding({ proof })))).toContain('````http\n200\n"```"\n````');
  });
});

describe('json', () => {
  it('is the report, unchanged', () => {
    const any = diff(finding());
    expect(JSON.parse(render('json', any))).toEqual(any.report);
  });
});

describe('numbers', () => {
  it.each([0, 7, 12, 999, 1000, 12_400, 100_000, 1_234_567, -1, -100, -1000, 10 ** 15])(
    '%d is written as English does',
    n => expect(grouped(n)).toBe(n.toLocaleString('en-US')),
  );

  it('have their word in the singular or the plural', () => {
    expect([count(1, 'call'), count(12_400, 'call'), count(0, 'body', 'bodies')]).toEqual([
      '1 call',
      '12,400 calls',
      '0 bodies',
    ]);
  });
});
