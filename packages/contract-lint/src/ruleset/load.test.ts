import { lint, loadRuleset, RulesetHost } from '../index';

const host = (files: Record<string, string>, more: Partial<RulesetHost> = {}): RulesetHost => ({
  read: async uri => {
    if (!Object.hasOwn(files, uri)) throw new Error('no such file');
    return files[uri];
  },
  ...more,
});

const text = JSON.stringify({
  openapi: '3.0.3',
  info: { title: 'Orders', version: '1.0.0' },
  paths: { '/orders': { get: { tags: ['a'], responses: { '204': { description: 'Empty.' } } } } },
});
const document = { uri: 'openapi.json', text, files: new Map<string, string>() };
const now = new Date('2026-11-24T00:00:00Z');

async function refused(files: Record<string, string>, more: Partial<RulesetHost> = {}) {
  const { ruleset, problems } = await loadRuleset('rules.yaml', host(files, more));
  expect(ruleset).toBeUndefined();
  return problems.map(({ code, file, line }) => [code, file, line]);
}

async function found(files: Record<string, string>, more: Partial<RulesetHost> = {}) {
  const { ruleset, problems } = await loadRuleset('rules.yaml', host(files, more));
  expect(problems).toEqual([]);
  const report = await lint({ document, ruleset: ruleset!, now });
  return { report, ids: report.findings.map(finding => `${finding.id} ${finding.severity}`) };
}

describe('refuses, with file and line', () => {
  it.each<[string, string, string, number]>([
    ['JavaScript functions', 'rules: {}\nfunctions: [mine]\n', 'ruleset-function-untrusted', 2],
    [
      'a function nobody knows',
      'rules:\n  a:\n    given: $\n    then:\n      function: mine\n',
      'ruleset-unknown-function',
      5,
    ],
    [
      'a path that would run code',
      'rules:\n  a:\n    given: "$[?(@.constructor.constructor(\'return process\')())]"\n    then: { function: truthy }\n',
      'ruleset-path-refused',
      3,
    ],
    [
      'a field that would run code',
      'rules:\n  a:\n    given: $\n    then: { function: truthy, field: "$[?(eval(\'1\'))]" }\n',
      'ruleset-path-refused',
      4,
    ],
    ['a JavaScript ruleset', 'extends: ./rules.js\n', 'ruleset-javascript-refused', 1],
    ['a remote ruleset', 'rules: {}\nextends: https://example.com/rules.yaml\n', 'ruleset-remote-refused', 2],
    ['a ruleset that is not there', 'extends: ./nowhere.yaml\n', 'ruleset-not-found', 1],
    ['a package nobody trusts', "extends: '@example/rules'\n", 'ruleset-preset-unavailable', 1],
    ['itself', 'extends: ./rules.yaml\n', 'ruleset-extends-loop', 1],
    ['broken YAML', 'rules: {\n', 'ruleset-syntax', 2],
    [
      'an unknown format',
      'rules:\n  a:\n    given: $\n    formats: [oas9]\n    then: { function: truthy }\n',
      'ruleset-unknown-format',
      4,
    ],
    ['an unknown key', 'extends: contract\nrule: {}\n', 'ruleset-invalid', 2],
    [
      'wrong options of a core function',
      'rules:\n  a:\n    given: $\n    then: { function: casing, functionOptions: { type: 3 } }\n',
      'ruleset-invalid',
      4,
    ],
    [
      'a severity for a rule nobody has',
      'extends: spectral:oas\nrules:\n  no-such-rule: error\n',
      'ruleset-invalid',
      3,
    ],
  ])('%s', async (_, yaml, code, line) => {
    expect(await refused({ 'rules.yaml': yaml })).toContainEqual([code, 'rules.yaml', line]);
  });
});

it('runs nothing of a path that would run code', async () => {
  const yaml =
    'rules:\n  a:\n    given: "$[?(@.constructor.constructor(\'globalThis.__ran = true\')())]"\n    then: { function: truthy }\n';
  await refused({ 'rules.yaml': yaml });
  expect(Object.hasOwn(globalThis, '__ran')).toBe(false);
});

it('accepts paths that call methods of texts', async () => {
  const yaml =
    'rules:\n  get-tagged:\n    given: "$.paths[?(@property.match(/^.orders/))].get"\n    then: { field: summary, function: truthy }\n';
  expect((await found({ 'rules.yaml': yaml })).ids).toEqual(['get-tagged warn']);
});

it('merges severities, switches rules off and reads files relative to each other', async () => {
  const files = {
    'rules.yaml': 'extends: ./team/base.yaml\nrules:\n  error-responses-documented: off\n',
    'team/base.yaml': 'extends: ../org.yaml\nrules:\n  operation-id-present: info\n',
    'org.yaml': 'extends: [contract]\n',
  };
  expect((await found(files)).ids).toEqual(['operation-id-present info']);
});

it('reads a remote ruleset where the host allows it', async () => {
  const files = {
    'rules.yaml': 'extends: https://example.com/rules.yaml\n',
    'https://example.com/rules.yaml': 'extends: contract\n',
  };
  expect((await found(files, { allowRemote: true })).ids).toContain('operation-id-present error');
});

it('uses a package and functions that the operator trusts', async () => {
  const preset = {
    rules: {
      'has-tags': {
        given: '$',
        severity: 'error',
        then: { field: 'tags', function: () => [{ message: 'no tags' }] },
      },
    },
  };
  const files = {
    'rules.yaml': "extends: '@example/rules'\nrules:\n  own:\n    given: $\n    then: { function: mine }\n",
  };
  const trusted = {
    loadPreset: async () => ({ default: preset }),
    functions: new Map([['mine', () => [{ message: 'found' }]]]),
  };
  expect((await found(files, { trusted })).ids.sort()).toEqual(['has-tags error', 'own warn']);
});

it('reports a rule that throws, and what the others found', async () => {
  const trusted = {
    functions: new Map([
      [
        'broken',
        (): unknown => {
          throw new Error('out of luck');
        },
      ],
      ['late', async (): Promise<unknown> => Promise.reject(new Error('too late'))],
    ]),
  };
  const yaml = `extends: contract
rules:
  throws: { given: $, then: { function: broken } }
  rejects: { given: $, then: { function: late } }
  has-contact: { given: $.info, then: { field: contact, function: truthy } }
`;
  const { report, ids } = await found({ 'rules.yaml': yaml }, { trusted });
  expect(ids).toContain('has-contact warn');
  expect(ids).toContain('operation-id-present error');
  expect(report.problems.map(problem => [problem.code, problem.message]).sort()).toEqual([
    ['rule-crashed', "rule 'rejects' crashed: too late"],
    ['rule-crashed', "rule 'throws' crashed: out of luck"],
  ]);
});

it('finds the rule whose path takes the whole run down', async () => {
  const yaml = `rules:
  fine: { given: $.info, then: { field: contact, function: truthy } }
  deep: { given: '$.paths[*][?(@.a.b.c)]', then: { function: truthy } }
`;
  const { ruleset } = await loadRuleset('rules.yaml', host({ 'rules.yaml': yaml }));
  const report = await lint({ document, ruleset: ruleset!, now });
  expect(
    report.problems.filter(problem => problem.code === 'rule-crashed').map(problem => problem.message),
  ).toEqual([expect.stringMatching(/^rule 'deep' crashed: /)]);
  expect(report.findings.map(finding => finding.id)).toEqual(['fine']);
});

it('changes its digest with everything that decides a finding, and only then', async () => {
  const digest = async (yaml: string) =>
    (await loadRuleset('rules.yaml', host({ 'rules.yaml': yaml }))).ruleset?.digest;
  const one = await digest('extends: contract\n');
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  expect(await digest('extends: contract\n')).toBe(one);
  expect(await digest('extends: contract\nrules:\n  version-semantic: error\n')).not.toBe(one);
});

it('says so when no rule speaks of the document', async () => {
  const { ruleset } = await loadRuleset('contract', host({}));
  const report = await lint({
    document: { uri: 'events.yaml', text: 'asyncapi: 2.6.0\n', files: new Map() },
    ruleset: ruleset!,
    now,
  });
  expect(report.problems.map(problem => problem.code)).toEqual(['nothing-checked']);
});

it('keeps fingerprints when lines move and a parameter is inserted', async () => {
  const { ruleset } = await loadRuleset('contract', host({}));
  const paths = (parameters: unknown[]) => ({
    '/orders': { get: { operationId: 'a', parameters, responses: { '200': { description: 'x' } } } },
  });
  const judge = async (parameters: unknown[], indent: number) => {
    const value = { openapi: '3.0.3', info: { title: 'x', version: '1.0.0' }, paths: paths(parameters) };
    const report = await lint({
      document: { ...document, text: JSON.stringify(value, null, indent) },
      ruleset: ruleset!,
      now,
    });
    return report.findings
      .filter(finding => finding.id === 'parameter-schema-present')
      .map(finding => finding.fingerprint);
  };
  const page = { name: 'page', in: 'query' };
  const before = await judge([page], 2);
  expect(before).toHaveLength(1);
  expect(await judge([{ name: 'size', in: 'query', schema: { type: 'integer' } }, page], 4)).toEqual(before);
});

it('judges by the given day where `overrides` leave our rules to Spectral', async () => {
  const yaml = `extends: deprecation
overrides:
  - files: ['*.json']
    rules: { sunset-not-past: warn }
`;
  const { ruleset } = await loadRuleset('rules.yaml', host({ 'rules.yaml': yaml }));
  const leaving = {
    deprecated: true,
    'x-sunset': '2026-12-31',
    responses: { '204': { description: 'Empty.' } },
  };
  const value = { ...JSON.parse(text), paths: { '/orders': { get: leaving } } };
  const judge = async (day: string) => {
    const report = await lint({
      document: { ...document, text: JSON.stringify(value) },
      ruleset: ruleset!,
      now: new Date(day),
    });
    expect(report.problems).toEqual([]);
    return report.findings.filter(({ id }) => id === 'sunset-not-past').map(({ severity }) => severity);
  };
  // Both at once: a day must not leak from one run into another.
  expect(await Promise.all([judge('2026-12-01T00:00:00Z'), judge('2027-01-01T00:00:00Z')])).toEqual([
    [],
    ['warn'],
  ]);
});

describe('a ruleset that is read without being built', () => {
  const files = { 'rules.yaml': 'extends: [treaty, spectral:oas]\n' };

  it('is known by the same digest, and cannot judge', async () => {
    const built = await loadRuleset('rules.yaml', host(files));
    const { ruleset } = await loadRuleset('rules.yaml', host(files), { build: false });
    expect(ruleset).toMatchObject({ name: 'rules', digest: built.ruleset?.digest, unbuilt: true });
    expect(ruleset).not.toHaveProperty('spectral');
    expect(built.ruleset).not.toHaveProperty('unbuilt');
    await expect(lint({ document, ruleset: ruleset!, now })).rejects.toThrow("'rules' was not built");
  });

  it('is whole where Spectral has nothing to do', async () => {
    const { ruleset } = await loadRuleset('treaty', host({}), { build: false });
    expect(ruleset).toEqual((await loadRuleset('treaty', host({}))).ruleset);
    expect(ruleset).not.toHaveProperty('unbuilt');
  });
});
