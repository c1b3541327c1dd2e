import { lint, lintRules, loadRuleset, RuleExample, RulesetHost } from './index';

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

describe.each(lintRules.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(rule.examples.bad.map(example => [example.title, example] as const))(
    'finds: %s',
    async (_, example) => {
      const report = await judge(rule.ruleset, example);
      expect(report.problems).toEqual([]);
      expect(report.findings.filter(finding => finding.id === id)).not.toEqual([]);
    },
  );
  it.each(rule.examples.good.map(example => [example.title, example] as const))(
    'leaves alone: %s',
    async (_, example) => {
      const report = await judge(rule.ruleset, example);
      expect(report.problems).toEqual([]);
      expect(report.findings.filter(finding => finding.id === id)).toEqual([]);
    },
  );
});

it('runs stock rules beside ours', async () => {
  const host: RulesetHost = {
    read: async () => 'extends: [contract, "spectral:oas"]\nrules:\n  operation-id-present: warn\n',
  };
  const report = await judge('./mine.yaml', lintRules[0].examples.bad[0], host);
  expect(report.problems).toEqual([]);
  expect(report.findings.map(f => [f.id, f.severity, f.ruleset])).toMatchInlineSnapshot(`
   [
     [
       "oas3-api-servers",
       "warn",
       "spectral:oas",
     ],
     [
       "info-contact",
       "warn",
       "spectral:oas",
     ],
     [
       "info-description",
       "warn",
       "spectral:oas",
     ],
     [
       "operation-description",
       "warn",
       "spectral:oas",
     ],
     [
       "operation-id-present",
       "warn",
       "contract",
     ],
     [
       "operation-operationId",
       "warn",
       "spectral:oas",
     ],
     [
       "operation-tags",
       "warn",
       "spectral:oas",
     ],
     [
       "error-responses-documented",
       "warn",
       "contract",
     ],
   ]
  `);
});
