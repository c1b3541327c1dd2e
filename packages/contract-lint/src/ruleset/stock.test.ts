/**
 * Our own rulesets in stock Spectral: nothing of our engine but the functions, files read from disk by Spectral's own
 * resolver. It must find what we find, at the same lines.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Document, Spectral } from '@stoplight/spectral-core';
import { Yaml } from '@stoplight/spectral-parsers';
import {
  lint,
  lintRules,
  loadRuleset,
  LintRule,
  RuleExample,
  shippedRulesets,
  spectralRuleset,
} from '../index';

const fixtures = path.join(__dirname, '../../../../rulesets');
const START = '2026-11-24T00:00:00Z';

/** What one rule says about a document: place and words, in stable order. */
type Said = Array<{ file: string; line: number | undefined; message: string }>;

const sorted = (said: Said) => said.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

async function stock(rule: LintRule, example: RuleExample, file: string): Promise<Said> {
  const spectral = new Spectral();
  const base = spectralRuleset(rule.ruleset, () => new Date(example.now ?? START)) as {
    rules: Record<string, { then: object }>;
  };
  const own = base.rules[rule.id];
  const then = example.options ? { ...own.then, functionOptions: example.options } : own.then;
  spectral.setRuleset({ rules: { [rule.id]: { ...own, recommended: true, then } } } as never);
  const results = await spectral.run(new Document(fs.readFileSync(file, 'utf8'), Yaml, file));
  return sorted(
    results
      .filter(result => result.code === rule.id)
      .map(result => ({
        file: path.relative(path.dirname(file), result.source ?? file),
        line: result.range.start.line + 1,
        message: result.message,
      })),
  );
}

async function ours(rule: LintRule, example: RuleExample, file: string): Promise<Said> {
  const then = { function: rule.id, ...(example.options && { functionOptions: example.options }) };
  const text = JSON.stringify({ rules: { [rule.id]: { given: '$', severity: rule.severity, then } } });
  const { ruleset } = await loadRuleset('./one.json', { read: async () => text });
  const read = (name: string) => fs.readFileSync(path.join(path.dirname(file), name), 'utf8');
  const uri = path.basename(file);
  const report = await lint({
    document: {
      uri,
      text: read(uri),
      files: new Map(Object.keys(example.files ?? {}).map(name => [name, read(name)])),
    },
    ruleset: ruleset!,
    now: new Date(example.now ?? START),
  });
  return sorted(
    report.findings
      .filter(finding => finding.id === rule.id)
      .map(({ source, message }) => ({ file: source.file, line: source.line, message })),
  );
}

const cases = lintRules.flatMap(rule =>
  (['bad', 'good'] as const).flatMap(kind =>
    rule.examples[kind].map((example, index) => {
      const name = example.files ? `${kind}-${index + 1}/openapi.yaml` : `${kind}-${index + 1}.yaml`;
      return [`${rule.ruleset}/fixtures/${rule.id}/${name}`, rule, example, kind] as const;
    }),
  ),
);

it.each(cases)('%s', async (name, rule, example, kind) => {
  const file = path.join(fixtures, name);
  const said = await stock(rule, example, file);
  expect(said.length > 0).toBe(kind === 'bad');
  expect(said).toEqual(await ours(rule, example, file));
});

it.each(shippedRulesets.map(ruleset => [ruleset.name] as const))('%s is a valid ruleset there', name => {
  const spectral = new Spectral();
  spectral.setRuleset(spectralRuleset(name, () => new Date(START)) as never);
  const expected = name === 'treaty' ? lintRules : lintRules.filter(rule => rule.ruleset === name);
  expect(Object.keys(spectral.ruleset?.rules ?? {}).sort()).toEqual(expected.map(rule => rule.id).sort());
});

it('says where it is when the place is in a file that is reached by $ref', async () => {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'treaty-stock-')));
  try {
    const file = path.join(folder, 'openapi.yaml');
    fs.writeFileSync(
      file,
      'openapi: 3.0.3\ninfo: { title: Orders, version: 1.0.0 }\npaths:\n  /orders: { $ref: ./orders.yaml }\n',
    );
    fs.writeFileSync(
      path.join(folder, 'orders.yaml'),
      "get:\n  deprecated: true\n  responses: { '204': { description: Empty. } }\n",
    );
    const rule = lintRules.find(one => one.id === 'sunset-present')!;
    expect(await stock(rule, { title: '', document: {} }, file)).toEqual([
      {
        file: 'orders.yaml',
        line: 2,
        message: expect.stringContaining('deprecated without an x-sunset date'),
      },
    ]);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});
