import { EMAIL_REMOVED, ORDERS, PUBLISHED, SCHEMAS } from './published';
import { Files } from './repository';
import { CHECK, Scenario } from './scenario';

const waiver = (until: string) => `waivers:
  - finding: 728a1365457e6adb
    api: api:default/orders
    reason: the old app is withdrawn in December
    requester: dana@example.com
    approver: api-guild
    until: ${until}
`;

const FILE = 'catalog/apis/orders/openapi.yaml';
/** GET /orders/{id} with the day on which it goes. */
function sunset(day: string, note = 'note: { type: string'): Files {
  return {
    [FILE]: ORDERS.replace(
      '      operationId: getOrder\n',
      `      operationId: getOrder\n      deprecated: true\n      x-sunset: ${day}\n      x-replaced-by: findOrder\n`,
    ),
    'catalog/apis/orders/schemas.yaml': SCHEMAS.replace('note: { type: string', note),
  };
}
const DEPRECATED: Files = { ...PUBLISHED, ...sunset('2026-12-31') };
const GET_REMOVED: Files = {
  [FILE]: ORDERS.replace(/ {2}\/orders\/\{id\}:[\s\S]*? {2}\/orders:/, '  /orders:'),
};

/** Waivers, baselines, settings, and the removal gate. */
export const ACCEPTANCE: readonly Scenario[] = [
  {
    name: 'removal gate: the notice was too short',
    exit: 1,
    command: ['check', '--now', '2027-01-01'],
    published: DEPRECATED,
    change: { ...GET_REMOVED, 'treaty.yaml': 'removal: { preset: treaty }\n' },
  },
  {
    name: 'removal gate: the notice is long enough',
    exit: 0,
    command: ['check', '--now', '2027-06-01'],
    published: DEPRECATED,
    change: { ...GET_REMOVED, 'treaty.yaml': 'removal: { preset: treaty }\n' },
  },
  {
    name: 'removal gate: the sunset was moved earlier',
    exit: 1,
    command: ['check', '--now', '2027-06-01'],
    published: DEPRECATED,
    prepare: repository => {
      repository.write(sunset('2026-11-20'));
      repository.commit('move it');
      repository.write(GET_REMOVED);
    },
  },
  {
    name: 'removal gate: nobody knows since when',
    exit: 3,
    command: ['check', 'new.yaml', '--base', 'catalog/apis/orders/openapi.yaml', '--now', '2027-06-01'],
    git: false,
    published: DEPRECATED,
    change: {
      'new.yaml': Object.values(GET_REMOVED)[0]!.replace(/\.\/schemas/g, './catalog/apis/orders/schemas'),
      'treaty.yaml': 'removal: { preset: google-cloud }\n',
    },
  },
  {
    name: 'removal gate: what stays past its sunset',
    exit: 0,
    command: ['check', '--now', '2027-06-01'],
    published: DEPRECATED,
    change: sunset('2026-12-31', 'note: { type: string, deprecated: true'),
  },
  {
    name: 'removal gate: a consumer begins to use what is deprecated',
    exit: 0,
    command: CHECK,
    published: DEPRECATED,
    change: {
      'services/reports/usage.yaml': PUBLISHED['services/search/usage.yaml']!.replace('/search', '/reports'),
    },
  },
  {
    name: 'check: accepted by a waiver',
    exit: 0,
    command: CHECK,
    change: { ...EMAIL_REMOVED, 'treaty-waivers.yaml': waiver('2026-12-31') },
  },
  {
    name: 'check: the waiver has ended',
    exit: 1,
    command: CHECK,
    change: { ...EMAIL_REMOVED, 'treaty-waivers.yaml': waiver('2026-11-20') },
  },
  {
    name: 'check: a waiver with slips',
    exit: 2,
    command: CHECK,
    change: { ...EMAIL_REMOVED, 'treaty-waivers.yaml': waiver('next spring').replace('reason', 'reson') },
  },
  {
    name: 'check: treaty.yaml with slips',
    exit: 2,
    command: CHECK,
    change: { 'treaty.yaml': 'version: 1\nfailon: breaking\npolicy: lenent\n' },
  },
  {
    name: 'check: as treaty.yaml says',
    exit: 0,
    command: CHECK,
    change: {
      ...EMAIL_REMOVED,
      'treaty.yaml': 'failOn: none\nruleset: contract\napis: ["extra/*.yaml"]\nignore: ["services/web/**"]\n',
      'extra/new.yaml': PUBLISHED['catalog/apis/stock/openapi.yaml']!.replace(
        /\.\.\/orders\//g,
        '../catalog/apis/orders/',
      ),
    },
  },
  { name: 'init', exit: 0, command: ['init'], change: { 'apis/pay.yaml': ORDERS, 'test/pay.yaml': ORDERS } },
  { name: 'init: there is one', exit: 2, command: ['init'], change: { 'treaty.yaml': 'version: 1\n' } },
  { name: 'doctor: no API', exit: 2, command: ['doctor'], published: { 'README.md': 'nothing' } },
  {
    name: 'doctor: settings with a slip',
    exit: 2,
    command: ['doctor'],
    change: { 'treaty.yaml': 'aps: []\n' },
  },
  {
    name: 'waive: a finding that is not there',
    exit: 2,
    command: [
      'waive',
      'abcdef',
      '--reason',
      'why',
      '--until',
      '2026-12-31',
      '--requester',
      'dana',
      '--now',
      '2026-11-24',
    ],
    change: EMAIL_REMOVED,
  },
  {
    name: 'waive: by its first characters',
    exit: 0,
    command: [
      'waive',
      '728a13',
      '--reason',
      'why',
      '--until',
      '2026-12-31',
      '--requester',
      'dana',
      '--now',
      '2026-11-24',
    ],
    change: EMAIL_REMOVED,
  },
  {
    name: 'waive: longer than allowed',
    exit: 2,
    command: [
      'waive',
      '728a13',
      '--reason',
      'why',
      '--until',
      '2027-12-31',
      '--requester',
      'dana',
      '--now',
      '2026-11-24',
    ],
  },
  { name: 'baseline: without an owner', exit: 2, command: ['baseline', '--review', '2027-05-01'] },
  {
    name: 'baseline',
    exit: 0,
    command: ['baseline', '--owner', 'team-orders', '--review', '2027-05-01', '--now', '2026-11-24'],
  },
];
