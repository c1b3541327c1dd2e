import { EMAIL_REMOVED, ORDERS, PUBLISHED, SCHEMAS } from './published';
import { ACCEPTANCE } from './acceptance';
import { Files } from './repository';
import { CHECK, Scenario } from './scenario';

const DIFF = [
  'diff',
  'main:catalog/apis/orders/openapi.yaml',
  'catalog/apis/orders/openapi.yaml',
  '--now',
  '2026-11-24',
];
const DEPRECATED: Files = {
  ...PUBLISHED,
  'catalog/apis/orders/openapi.yaml': ORDERS.replace(
    '      operationId: getOrder\n',
    '      operationId: getOrder\n      deprecated: true\n      x-sunset: 2026-12-31\n      x-replaced-by: findOrder\n',
  ),
};
const GET_REMOVED = ORDERS.replace(/ {2}\/orders\/\{id\}:[\s\S]*? {2}\/orders:/, '  /orders:');
const orders = (text: string): Files => ({ 'catalog/apis/orders/openapi.yaml': text });

/** The consumers that called it call something else. */
const MOVED_ON = Object.fromEntries(
  ['web', 'billing', 'search'].map(name => {
    const file = `services/${name}/usage.yaml`;
    return [file, PUBLISHED[file]!.replace(/- operationId: getOrder\n.*\n/, '- operationId: createOrder\n')];
  }),
);

export const SCENARIOS: readonly Scenario[] = [
  { name: 'check: nothing changed', exit: 0, command: CHECK },
  {
    name: 'check: a change that breaks two of five consumers',
    exit: 1,
    command: CHECK,
    change: EMAIL_REMOVED,
  },
  {
    name: 'check: the same as markdown',
    exit: 1,
    command: [...CHECK, '--format', 'markdown'],
    change: EMAIL_REMOVED,
  },
  {
    name: 'check: the same from a subfolder, on a branch, committed',
    exit: 1,
    command: CHECK,
    change: EMAIL_REMOVED,
    cwd: 'services/web',
    prepare: repository => {
      repository.git('checkout', '--quiet', '-b', 'proposal');
      repository.commit('take the email away');
    },
  },
  {
    name: 'check: --fail-on none lets it pass',
    exit: 0,
    command: [...CHECK, '--fail-on', 'none'],
    change: EMAIL_REMOVED,
  },
  {
    name: 'check: a harmless change',
    exit: 0,
    command: CHECK,
    change: orders(
      ORDERS.replace('enum: [lines, customer]', 'enum: [lines, customer, all]').replace('2.3.0', '2.4.0'),
    ),
  },
  {
    name: 'check: a document moved and changed',
    exit: 1,
    command: CHECK,
    change: {
      'catalog/apis/orders/openapi.yaml': null,
      'catalog/apis/orders/v2.yaml': ORDERS.replace(
        '        - name: expand\n          in: query\n',
        '        - name: expand\n          required: true\n          in: query\n',
      ),
      'catalog/apis/orders/catalog-info.yaml': PUBLISHED['catalog/apis/orders/catalog-info.yaml']!.replace(
        'openapi.yaml',
        'v2.yaml',
      ),
    },
  },
  {
    name: 'check: an API removed',
    exit: 1,
    command: CHECK,
    change: {
      'catalog/apis/orders/catalog-info.yaml': null,
      'catalog/apis/orders/openapi.yaml': null,
      'catalog/apis/orders/schemas.yaml': SCHEMAS,
    },
  },
  {
    name: 'check: removed before its sunset',
    exit: 1,
    command: CHECK,
    published: DEPRECATED,
    change: orders(GET_REMOVED),
  },
  {
    name: 'check: removed after its sunset, and still used',
    exit: 1,
    command: ['check', '--now', '2027-01-01'],
    published: DEPRECATED,
    change: orders(GET_REMOVED),
  },
  {
    name: 'check: removed after its sunset',
    exit: 0,
    command: ['check', '--now', '2027-01-01'],
    published: { ...DEPRECATED, ...MOVED_ON },
    change: orders(GET_REMOVED),
  },
  {
    name: 'check: a new API, unsecured',
    exit: 1,
    command: CHECK,
    change: {
      'apis/extra/catalog-info.yaml': PUBLISHED['catalog/apis/stock/catalog-info.yaml']!.replace(
        /stock/g,
        'extra',
      ),
      'apis/extra/openapi.yaml': ORDERS.replace(/\{ \$ref: [^}]*\}/g, '{ type: object }'),
    },
  },
  {
    name: 'check: broken YAML in one API, the other goes on',
    exit: 2,
    command: CHECK,
    change: {
      ...orders('openapi: 3.0.3\npaths:\n  /orders: [\n'),
      'catalog/apis/stock/openapi.yaml': PUBLISHED['catalog/apis/stock/openapi.yaml']!.replace(
        '2.3.0',
        '2.3.1',
      ),
    },
  },
  {
    name: 'check: a $ref that leads nowhere',
    exit: 2,
    command: CHECK,
    change: orders(ORDERS.replace('#/NewOrder', '#/NewOrdr')),
  },
  {
    name: 'check: a remote $ref',
    exit: 2,
    command: CHECK,
    change: orders(ORDERS.replace('./schemas.yaml#/NewOrder', 'https://example.com/schemas.yaml#/NewOrder')),
  },
  {
    name: 'check: a $ref out of the repository',
    exit: 2,
    command: CHECK,
    change: orders(ORDERS.replace('./schemas.yaml#/NewOrder', '../../../../../../../../etc/passwd')),
  },
  {
    name: 'check: not valid OpenAPI',
    exit: 2,
    command: CHECK,
    change: orders(ORDERS.replace("      responses:\n        '201'", "      answers:\n        '201'")),
  },
  {
    name: 'check: a new lint error',
    exit: 1,
    command: CHECK,
    change: orders(ORDERS.replace('operationId: createOrder', 'operationId: getOrder')),
  },
  {
    name: 'check: a manifest with a slip',
    exit: 1,
    command: CHECK,
    change: {
      ...EMAIL_REMOVED,
      'services/web/usage.yaml': PUBLISHED['services/web/usage.yaml']!.replace('getOrder', 'getOrdr'),
    },
  },
  {
    name: 'check: a broken catalog file',
    exit: 2,
    command: CHECK,
    change: { 'services/web/catalog-info.yaml': 'apiVersion: v1\nkind: Component\nmetadata: [\n' },
  },
  { name: 'check: base unknown to git', exit: 2, command: [...CHECK, '--base', 'relase-1'] },
  { name: 'check: no git, no base', exit: 2, command: CHECK, git: false },
  {
    name: 'check: no git, base is a file',
    exit: 1,
    command: ['check', 'new.yaml', '--base', 'catalog/apis/orders/openapi.yaml', '--now', '2026-11-24'],
    git: false,
    change: {
      'new.yaml': ORDERS.replace(/\.\/schemas/g, './catalog/apis/orders/schemas').replace(
        '        - name: expand\n',
        '        - name: expand\n          required: true\n',
      ),
    },
  },
  {
    name: 'check: shallow clone',
    exit: 3,
    command: CHECK,
    prepare: repository => {
      repository.git('commit', '--quiet', '--allow-empty', '-m', 'second');
      repository.git(
        'clone',
        '--quiet',
        '--depth',
        '1',
        `file://${repository.folder}`,
        `${repository.folder}/clone`,
      );
      repository.git('-C', 'clone', 'checkout', '--quiet', '--orphan', 'other');
      repository.git('-C', 'clone', 'commit', '--quiet', '--allow-empty', '-m', 'third');
    },
    cwd: 'clone',
  },
  {
    name: 'check: a path that is not there',
    exit: 2,
    command: [...CHECK, 'catalog/apis/orders/openapi.yml'],
  },
  {
    name: 'check: one folder only',
    exit: 0,
    command: [...CHECK, 'catalog/apis/stock'],
    change: EMAIL_REMOVED,
  },
  { name: 'diff: a breaking change', exit: 1, command: DIFF, change: EMAIL_REMOVED },
  { name: 'diff: identical', exit: 0, command: DIFF },
  { name: 'diff: a file that is not there', exit: 2, command: ['diff', 'a.yaml', 'b.yaml'] },
  {
    name: 'diff: a URL without --allow-net',
    exit: 2,
    command: ['diff', 'https://example.com/a.yaml', 'b.yaml'],
  },
  {
    name: 'lint: clean and not',
    exit: 0,
    command: ['lint', 'catalog/apis/orders/openapi.yaml', '--ruleset', 'contract', '--now', '2026-11-24'],
  },
  {
    name: 'lint: a ruleset that is not there',
    exit: 2,
    command: ['lint', 'catalog/apis/orders/openapi.yaml', '--ruleset', 'contrat'],
  },
  { name: 'explain: a slip', exit: 2, command: ['explain', 'operation-remved'] },
  { name: 'unknown command', exit: 2, command: ['chekc'] },
  { name: 'unknown option', exit: 2, command: ['check', '--fail'] },
  { name: 'a wrong word for an option', exit: 2, command: ['check', '--fail-on', 'breakin'] },
  {
    name: 'two formats for one screen',
    exit: 2,
    command: ['check', '--format', 'json', '--format', 'markdown'],
  },
  { name: 'no command', exit: 2, command: [] },
  { name: 'help', exit: 0, command: ['--help'] },
  { name: 'help of check', exit: 0, command: ['check', '--help'] },
  { name: 'help of diff', exit: 0, command: ['diff', '--help'] },
  { name: 'help of lint', exit: 0, command: ['lint', '--help'] },
  { name: 'help of waive', exit: 0, command: ['waive', '--help'] },
  { name: 'help of baseline', exit: 0, command: ['baseline', '--help'] },
  { name: 'help of init', exit: 0, command: ['init', '--help'] },
  { name: 'help of doctor', exit: 0, command: ['doctor', '--help'] },
  { name: 'help of explain', exit: 0, command: ['explain', '--help'] },
  ...ACCEPTANCE,
];
