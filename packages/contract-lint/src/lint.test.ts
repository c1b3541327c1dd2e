import { lint, LintRule, lintRules, loadRuleset, RuleExample, RulesetHost } from './index';

const nothing: RulesetHost = {
  read: async uri => {
    throw new Error(`no such file ${uri}`);
  },
};

async function judge(ruleset: string, example: RuleExample, host = nothing) {
  const loaded = await loadRuleset(ruleset, host);
  expect(loaded.problems).toEqual([]);
  const files = Object.entries(example.files ?? {}).map(
    ([uri, value]) => [uri, JSON.stringify(value, null, 2)] as const,
  );
  return lint({
    document: { uri: 'openapi.json', text: JSON.stringify(example.document, null, 2), files: new Map(files) },
    ruleset: loaded.ruleset!,
    now: new Date(example.now ?? '2026-11-24T00:00:00Z'),
  });
}

/** Through a ruleset of its own, so that rules that are off by default and options are tried as a team would set them. */
function judgeRule(rule: LintRule, example: RuleExample) {
  const then = { function: rule.id, ...(example.options && { functionOptions: example.options }) };
  const text = JSON.stringify({ rules: { [rule.id]: { given: '$', severity: rule.severity, then } } });
  return judge('./one.json', example, { read: async () => text });
}

describe.each(lintRules.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(rule.examples.bad.map(example => [example.title, example] as const))(
    'finds: %s',
    async (_, example) => {
      const report = await judgeRule(rule, example);
      expect(report.problems).toEqual([]);
      expect(report.findings.filter(finding => finding.id === id)).not.toEqual([]);
    },
  );
  it.each(rule.examples.good.map(example => [example.title, example] as const))(
    'leaves alone: %s',
    async (_, example) => {
      const report = await judgeRule(rule, example);
      expect(report.problems).toEqual([]);
      expect(report.findings.filter(finding => finding.id === id)).toEqual([]);
    },
  );
});

it('runs stock rules beside ours, with the severity the ruleset gives', async () => {
  const host: RulesetHost = {
    read: async () => 'extends: [contract, "spectral:oas"]\nrules:\n  operation-id-present: warn\n',
  };
  const rule = lintRules.find(one => one.id === 'operation-id-present')!;
  const report = await judge('./mine.yaml', rule.examples.bad[0], host);
  expect(report.problems).toEqual([]);
  const found = report.findings.map(finding => [finding.id, finding.severity, finding.ruleset]);
  expect(found).toContainEqual(['operation-id-present', 'warn', 'contract']);
  expect(found).toContainEqual(['operation-operationId', 'warn', 'spectral:oas']);
});
