import fs from 'node:fs';
import path from 'node:path';
import { lintRules } from '../functions';
import { ENGINE_VERSIONS } from './versions';
import { shippedRulesets } from './shipped';
import { shippedRulesetYaml } from './yaml';

const functionsFolder = path.join(__dirname, '../functions');
const rootFolder = path.join(__dirname, '../../../..');
const rulesetsFolder = path.join(__dirname, '../../../../rulesets');

it('lists every rule file, and each under its own name', () => {
  const files = fs
    .readdirSync(functionsFolder)
    .filter(file => file !== 'index.ts' && !file.endsWith('.test.ts'));
  expect(lintRules.map(rule => `${rule.id}.ts`).sort()).toEqual(files.sort());
});

it('ships every rule in a ruleset', () => {
  const shipped = shippedRulesets.flatMap(ruleset => ruleset.rules.map(rule => rule.id));
  expect(shipped.sort()).toEqual(lintRules.map(rule => rule.id).sort());
});

it.each(lintRules.map(rule => [rule.id, rule] as const))('%s explains itself and has examples', (_, rule) => {
  expect(rule.examples.bad.length).toBeGreaterThan(0);
  expect(rule.examples.good.length).toBeGreaterThan(0);
  for (const text of [rule.summary, rule.why, rule.instead]) expect(text).toMatch(/\S.*\.$/s);
});

it.each(shippedRulesets.map(ruleset => [ruleset.name, ruleset] as const))(
  'rulesets/%s is up to date',
  (name, ruleset) => {
    const file = path.join(rulesetsFolder, name, 'ruleset.yaml');
    expect(fs.readFileSync(file, 'utf8')).toBe(shippedRulesetYaml(ruleset));
    expect(fs.existsSync(path.join(rulesetsFolder, name, 'README.md'))).toBe(true);
  },
);

it('knows the versions that are installed', () => {
  const installed = Object.keys(ENGINE_VERSIONS).map(name => {
    const folder =
      name === '@treaty/contract-lint'
        ? path.join(__dirname, '../..')
        : path.join(rootFolder, 'node_modules', name);
    return [
      name,
      (JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string }).version,
    ];
  });
  expect(Object.fromEntries(installed)).toEqual(ENGINE_VERSIONS);
});
