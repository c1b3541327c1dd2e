import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { LintReport } from '@treaty/contract-findings';
import { Baseline, withFindings } from './baseline';
import { addWaiver, writeBaseline } from './editing';
import { Waivers } from './waivers';

const NOW = new Date('2026-11-24T12:00:00Z');
const FINDING = '7c1e000000000000';
const CANDIDATE = {
  api: 'api:default/orders',
  rule: 'schema-property-removed',
  fingerprint: FINDING,
  occurrences: [{ operation: 'GET /orders/{id}', at: 'body/customer/email' }],
};

function read(entry: string, now = NOW, maximumDays = 180): Waivers {
  return Waivers.read(`waivers:\n${entry}`, 'treaty-waivers.yaml', { now, maximumDays });
}

function waiver(rest = '', until = '2026-12-31', who = 'requester: dana, approver: kim'): string {
  return `  - { finding: ${FINDING}, reason: why, ${who}, until: ${until}${rest} }\n`;
}

const codes = (waivers: Waivers) => waivers.problems.map(problem => problem.code);

describe('a waiver', () => {
  it('excuses what it names, and tells who, until when, and where that is written', () => {
    const accepted = read(waiver()).accept(CANDIDATE);
    expect(accepted).toEqual({
      by: 'waiver',
      reason: 'why',
      requester: 'dana',
      approver: 'kim',
      until: '2026-12-31',
      file: 'treaty-waivers.yaml',
      line: 2,
    });
    expect(read(waiver()).accept({ ...CANDIDATE, fingerprint: '0000000000000000' })).toBeUndefined();
    expect(read(waiver(', api: "api:default/stock"')).accept(CANDIDATE)).toBeUndefined();
  });

  it('holds for the whole of its last day and not a moment longer', () => {
    const at = (now: string) => read(waiver(), new Date(now)).accept(CANDIDATE) !== undefined;
    expect([at('2026-12-31T23:59:59Z'), at('2027-01-01T00:00:00Z')]).toEqual([true, false]);
  });

  it.each([
    ['expired', waiver('', '2026-11-23'), 'waiver-expired', 'warning'],
    ['asked for', waiver('', '2026-12-31', 'requester: dana'), 'waiver-requested', 'warning'],
    [
      'approved by who asked',
      waiver('', '2026-12-31', 'requester: dana, approver: "user:default/Dana"'),
      'waiver-self-approved',
      'error',
    ],
    ['longer than allowed', waiver('', '2027-12-31'), 'waiver-too-long', 'error'],
    ['until no day', waiver('', '2026-02-30'), 'waiver-invalid', 'error'],
    [
      'without an end',
      `  - { finding: ${FINDING}, reason: why, requester: dana, approver: kim }\n`,
      'settings-invalid',
      'error',
    ],
    ['with a slip', waiver(', aprover: kim'), 'settings-invalid', 'error'],
    [
      'about nothing',
      '  - { reason: why, requester: dana, approver: kim, until: 2026-12-31 }\n',
      'settings-invalid',
      'error',
    ],
  ])('%s excuses nothing and says so, with its line', (_, text, code, severity) => {
    const waivers = read(text);
    expect(waivers.accept(CANDIDATE)).toBeUndefined();
    expect(codes(waivers)).toEqual([code]);
    expect(waivers.problems[0]).toMatchObject({ severity, line: 2, file: 'treaty-waivers.yaml' });
  });

  it.each(['denied', 'revoked'])('%s excuses nothing, silently: that is its history', status => {
    const waivers = read(waiver(`, status: ${status}`));
    expect([waivers.accept(CANDIDATE), waivers.problems]).toEqual([undefined, []]);
  });

  it('names the near key when one was mistyped', () => {
    expect(read(waiver(', aprover: kim')).problems[0].next).toBe("did you mean 'approver'?");
  });

  it('for a rule excuses every place of a finding or none', () => {
    const text = `  - { rule: schema-property-removed, scope: { api: "api:default/*", operation: "GET /orders/*" }, reason: why, requester: dana, approver: kim, until: 2026-12-31 }\n`;
    expect(read(text).accept(CANDIDATE)).toBeDefined();
    const elsewhere = {
      ...CANDIDATE,
      occurrences: [...CANDIDATE.occurrences, { operation: 'GET /customers' }],
    };
    expect(read(text).accept(elsewhere)).toBeUndefined();
    expect(read(text).accept({ ...CANDIDATE, rule: 'operation-removed' })).toBeUndefined();
  });

  it('that excused nothing is reported when its API was judged, and only then', () => {
    const waivers = read(waiver(', api: "api:default/orders"'));
    expect(waivers.remarks(new Set(['api:default/stock']))).toEqual([]);
    expect(waivers.remarks(new Set(['api:default/orders'])).map(one => one.code)).toEqual(['waiver-unused']);
    waivers.accept(CANDIDATE);
    expect(waivers.remarks(new Set(['api:default/orders']))).toEqual([]);
  });

  it('that ends within a fortnight is announced', () => {
    const soon = read(waiver('', '2026-12-01'));
    soon.accept(CANDIDATE);
    expect(soon.remarks(new Set())[0].message).toBe('the waiver for 7c1e0000 ends in 7 days');
  });
});

describe('a baseline', () => {
  const finding = (fingerprint: string) => ({
    id: 'r',
    severity: 'error' as const,
    message: 'm',
    fingerprint,
    subject: {},
    source: { file: 'a.yaml', pointer: '' },
  });
  const report: LintReport = {
    schemaVersion: '1.0',
    document: { file: 'a.yaml' },
    ruleset: { name: 'treaty', digest: '' },
    summary: { error: 3, warn: 0, info: 0, hint: 0 },
    findings: [],
    problems: [],
  };
  const text = `owner: team\nreview: 2027-01-01\nfindings:\n  a.yaml:\n    - { rule: r, finding: ${FINDING}, times: 2 }\n`;

  it('excuses as many as it counted, in the document it counted them in, until its review', () => {
    const findings = [finding(FINDING), finding(FINDING), finding(FINDING)];
    const open = (document: string, now: Date) =>
      withFindings(report, Baseline.read(text, 'b.yaml', now).mark(document, findings)).summary.error;
    expect([
      open('a.yaml', NOW),
      open('b.yaml', NOW),
      open('a.yaml', new Date('2027-01-01T00:00:00Z')),
    ]).toEqual([1, 3, 3]);
  });

  it('whose review is due says so, with its line and who is to do it', () => {
    const [problem] = Baseline.read(text, 'b.yaml', new Date('2027-01-02T00:00:00Z')).problems;
    expect(problem).toMatchObject({ code: 'baseline-due', line: 2, next: expect.stringContaining('team') });
  });
});

describe('files that are written', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'treaty waivers '));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('keep the comments and the order of what stands there', () => {
    const file = path.join(folder, 'w.yaml');
    const before = `# ours\nwaivers:\n  # the old one\n  - finding: ${FINDING} # see chat\n    until: 2026-12-01\n    reason: z\n    requester: a\n`;
    writeFileSync(file, before);
    addWaiver(
      { root: folder, file: 'w.yaml' },
      {
        finding: '1111111111111111',
        reason: 'new: "quoted" # not a comment',
        requester: 'b',
        until: '2026-12-31',
      },
      'about it',
    );
    const after = readFileSync(file, 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect(after).toContain('  # about it\n  - finding: "1111111111111111"\n');
    const { problems } = Waivers.read(after, 'w.yaml', { now: NOW, maximumDays: 180 });
    expect(problems.map(problem => problem.code)).toEqual(['waiver-requested', 'waiver-requested']);
  });

  it('of a baseline drop what is gone, and leave documents that were not asked about', () => {
    const file = path.join(folder, 'b.yaml');
    const entry = (finding: string) => ({ rule: 'r', finding });
    const content = {
      owner: 'team',
      review: '2027-01-01',
      findings: { 'a.yaml': [entry(FINDING), entry('aaaaaaaaaaaaaaaa')], 'b.yaml': [entry(FINDING)] },
    };
    const own = { root: folder, file: 'b.yaml' };
    expect(writeBaseline(own, content)).toEqual({ added: 3, gone: 0 });
    writeFileSync(file, readFileSync(file, 'utf8').replace('- rule: r', '# kept\n    - rule: r'));
    expect(writeBaseline(own, { ...content, findings: { 'a.yaml': [entry(FINDING)] } })).toEqual({
      added: 0,
      gone: 1,
    });
    const after = readFileSync(file, 'utf8');
    expect(after).toContain('# kept');
    expect(after).not.toContain('aaaaaaaaaaaaaaaa');
    expect(Baseline.read(after, 'b.yaml', NOW).problems).toEqual([]);
    expect(after).toContain('b.yaml:');
  });
});
