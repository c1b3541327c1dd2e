import { Acceptance } from '../../acceptance';
import { DiffFinding, LintFinding } from '../../finding';
import { Level } from '../../level';
import { ApiCheck, CheckReport, DiffReport } from '../../report';
import { ConsumerImpact } from '../../verdict';
import { AnyReport } from '../format';

/** The same reports for every format. */
export const NOW = new Date('2026-11-24T00:00:00Z');

const ACCEPTED: Acceptance = {
  by: 'waiver',
  reason: 'the old app is withdrawn on 15 December',
  requester: 'dana@kestrel.example',
  approver: 'group:default/api-guild',
  until: '2026-12-31',
  file: 'treaty-waivers.yaml',
  line: 4,
};

const EMAIL: DiffFinding = {
  id: 'schema-property-removed',
  level: 'breaking',
  message: "property 'email' was removed",
  fingerprint: '7c1e000000000000',
  occurrences: [
    {
      operation: 'GET /orders/{id}',
      direction: 'response',
      status: '200',
      media: 'application/json',
      at: 'body/customer/email',
    },
    {
      operation: 'GET /orders',
      direction: 'response',
      status: '200',
      media: 'application/json',
      at: 'body/*/customer/email',
    },
  ],
  source: {
    old: {
      file: 'apis/orders/openapi.yaml',
      pointer: '/components/schemas/Customer/properties/email',
      line: 216,
      column: 9,
    },
    new: { file: 'apis/orders/openapi.yaml', pointer: '/components/schemas/Customer', line: 210, column: 5 },
  },
  proof: {
    status: 'proved',
    message: { kind: 'response', status: 200, headers: {}, body: { id: 'o-1', customer: {} } },
    acceptedBy: 'new',
    rejectedBy: 'old',
    by: 'ajv',
    error: "/customer must have required property 'email'",
  },
  instead: 'Deprecate it with a sunset date and keep it until then.',
};

const LINT: LintFinding = {
  id: 'operation-description',
  severity: 'warn',
  message: 'say what the operation is for: 100 %, please',
  fingerprint: 'aaaa000000000001',
  subject: { operation: 'GET /orders' },
  source: { file: './apis/orders/openapi.yaml', pointer: '/paths/~1orders/get', line: 12, column: 5 },
  ruleset: 'treaty',
};

const IMPACTS: ConsumerImpact[] = [
  {
    consumer: 'component:default/web',
    owner: 'group:default/team-storefront',
    verdict: 'breaks',
    evidence: [
      {
        source: 'declared',
        sourceRef: 'web/usage.yaml',
        statement: 'reads it',
        lastSeen: '2026-11-01',
        stale: false,
      },
    ],
  },
  {
    consumer: 'component:default/ios-app',
    verdict: 'may-break',
    evidence: [
      {
        source: 'declared',
        sourceRef: 'ios/usage.yaml',
        statement: 'reads it',
        lastSeen: '2026-02-01',
        stale: true,
      },
    ],
  },
  {
    consumer: 'component:default/search',
    owner: 'group:default/team-search',
    verdict: 'unaffected',
    evidence: [],
  },
  { consumer: 'component:default/partner-sync', verdict: 'no-evidence', evidence: [] },
];

function diffOf(findings: DiffFinding[]): DiffReport {
  const of = (level: Level) => findings.filter(one => one.level === level).length;
  return {
    schemaVersion: '1.0',
    old: { file: 'apis/orders/openapi.yaml', title: 'Orders', version: '2.3.0' },
    new: { file: 'apis/orders/openapi.yaml', title: 'Orders', version: '2.4.0' },
    summary: {
      breaking: of('breaking'),
      dangerous: of('dangerous'),
      safe: of('safe'),
      bump: of('breaking') > 0 ? 'major' : 'none',
    },
    findings,
    problems: [],
  };
}

function apiOf(findings: DiffFinding[], rest: Partial<ApiCheck> = {}): ApiCheck {
  const hit = findings.some(one => one.level !== 'safe');
  return {
    api: 'api:default/orders',
    title: 'Orders',
    owner: 'group:default/team-orders',
    status: 'blocked',
    reasons: ['1 breaking change'],
    diff: diffOf(findings),
    lintKnown: 0,
    impacts: Object.fromEntries(findings.map(one => [one.fingerprint, IMPACTS])),
    consumers: hit ? IMPACTS.map(({ consumer, owner, verdict }) => ({ consumer, owner, verdict })) : [],
    problems: [],
    ...rest,
  };
}

function checkOf(apis: ApiCheck[], rest: Partial<CheckReport> = {}): AnyReport {
  return {
    kind: 'check',
    report: {
      schemaVersion: '1.0',
      status: apis[0]?.status ?? 'passed',
      failOn: 'breaking',
      base: 'merge base of HEAD and main: 1c9f2ab',
      seen: 7,
      apis,
      problems: [],
      ...rest,
    },
  };
}

function lintOf(findings: LintFinding[]) {
  const of = (severity: string) => findings.filter(one => one.severity === severity && !one.accepted).length;
  const summary = { error: of('error'), warn: of('warn'), info: of('info'), hint: of('hint') };
  return {
    schemaVersion: '1.0',
    document: { file: './apis/orders/openapi.yaml' },
    ruleset: { name: 'treaty', digest: 'd' },
    summary,
    findings,
    problems: [],
  };
}

/** One of many, told apart by its number; every third text carries what a format may trip over. */
function numbered(level: Level, index: number): DiffFinding {
  const odd = index % 3 === 0 ? 'a,b:c%d <e> & "f" | `g`\r\nh ::error::' : 'x';
  return {
    ...EMAIL,
    level,
    id: level === 'breaking' ? 'schema-property-removed' : 'schema-default-changed',
    fingerprint: `${level[0]}${String(index).padStart(15, '0')}`,
    message: `property '${odd}${index}' was changed`,
    occurrences: [{ operation: `GET /orders/${index}`, direction: 'response', status: '200', at: 'body/x' }],
    source: index % 2 === 0 ? { old: EMAIL.source.old } : EMAIL.source,
    proof: undefined,
  };
}

const MANY = [
  ...Array.from({ length: 12 }, (_, index) => numbered('breaking', index)),
  ...Array.from({ length: 11 }, (_, index) => numbered('dangerous', index)),
];

const PROBLEM = {
  code: 'yaml-syntax',
  message: 'this is not YAML: a flow sequence is not closed',
  file: 'apis/orders/openapi.yaml',
  line: 3,
  column: 11,
  next: 'close the bracket',
  severity: 'error' as const,
};

/** By name: what each golden document shows. */
export const SAMPLES: Record<string, AnyReport> = {
  empty: checkOf([]),
  one: checkOf([
    apiOf([EMAIL], {
      lint: lintOf([LINT]),
      lintKnown: 3,
      notes: ['R5 to R8 not judged: no usage evidence was given'],
    }),
  ]),
  many: checkOf([
    apiOf(MANY, { reasons: ['12 breaking changes'] }),
    apiOf([{ ...EMAIL, level: 'safe' }], {
      api: 'api:default/stock',
      title: 'Stock',
      status: 'passed',
      reasons: [],
    }),
  ]),
  waived: checkOf([
    apiOf([{ ...EMAIL, accepted: ACCEPTED }], {
      status: 'passed',
      reasons: [],
      lint: lintOf([
        {
          ...LINT,
          severity: 'error',
          accepted: {
            ...ACCEPTED,
            by: 'baseline',
            reason: 'from before',
            approver: undefined,
            file: 'treaty-baseline.yaml',
          },
        },
      ]),
    }),
  ]),
  problem: checkOf(
    [apiOf([], { status: 'unusable', reasons: [PROBLEM.message], diff: undefined, problems: [PROBLEM] })],
    {
      problems: [
        {
          code: 'waiver-unused',
          message: 'the waiver for 7c1e excuses nothing',
          file: 'treaty-waivers.yaml',
          line: 4,
          next: 'remove it',
          severity: 'warning',
        },
      ],
    },
  ),
  diff: { kind: 'diff', report: diffOf([EMAIL]) },
  lint: {
    kind: 'lint',
    report: {
      schemaVersion: '1.0',
      summary: { documents: 2, error: 0, warn: 1, info: 0, hint: 0 },
      reports: [lintOf([LINT, { ...LINT, accepted: ACCEPTED }])],
      problems: [PROBLEM],
    },
  },
};
