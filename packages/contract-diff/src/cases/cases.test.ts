import { compareLevels, DiffFinding, Level, singleFileDocument } from '@treaty/contract-findings';
import { diff } from '../diff';
import { Mode } from '../normalize/norm';
import { rules } from '../rules';
import { compositionCases } from './compositionCases';
import { objectCases } from './objectCases';
import { valueCases } from './valueCases';

const now = new Date('2026-11-24T00:00:00Z');

function document(body: object): ReturnType<typeof singleFileDocument> {
  return singleFileDocument({ openapi: '3.1.0', info: { title: 'Case', version: '1' }, paths: {}, ...body });
}

/** A document whose only message of the given direction carries the schema. */
function carrying(schema: unknown, mode: Mode): ReturnType<typeof singleFileDocument> {
  const content = { 'application/json': { schema } };
  const operation =
    mode === 'request'
      ? { requestBody: { required: true, content }, responses: { 204: { description: 'done' } } }
      : { responses: { 200: { description: 'done', content } } };
  return document({ paths: { '/things': { post: operation } } });
}

function worst(findings: readonly DiffFinding[]): Level | 'none' {
  const levels = findings.map(finding => finding.level).sort(compareLevels);
  return levels[0] ?? 'none';
}

function compare(old: unknown, after: unknown, mode: Mode): DiffFinding[] {
  return diff(carrying(old, mode), carrying(after, mode), { now }).findings;
}

const modes: Mode[] = ['request', 'response'];

describe.each(modes)('schemas in a %s', mode => {
  const cases = [...valueCases, ...objectCases, ...compositionCases];

  it.each(cases.map(item => [item.name, item] as const))('%s', (_name, item) => {
    const findings = compare(item.old, item.new, mode);
    const expected = item[mode];
    const level = worst(findings);
    // `none` in a table means no change of meaning; a remark without weight is still no break.
    expect(expected === 'none' && level === 'safe' ? 'none' : level).toBe(expected);
    for (const finding of findings.filter(found => found.level === 'breaking')) {
      expect(finding.proof).toMatchObject(item.unproven ?? { status: 'proved', by: 'ajv' });
    }
    expect(compare(item.new, item.new, mode)).toEqual([]);
  });
});

describe('rules', () => {
  const examples = rules.flatMap(rule =>
    rule.examples.map((example, i) => ({ ...example, name: `${rule.id} #${i + 1}`, rule })),
  );
  const whole = examples.flatMap(({ expect: level, ...item }) =>
    typeof level === 'string' ? [{ ...item, level }] : [],
  );
  const schemas = examples.flatMap(({ expect: levels, ...item }) =>
    typeof levels === 'string' ? [] : modes.map(mode => ({ ...item, mode, level: levels[mode] })),
  );

  it.each(whole)('$name', ({ old, new: changed, rule, level }) => {
    const { findings } = diff(document(old as object), document(changed as object), { now });
    expect(findings.find(finding => finding.id === rule.id)?.level).toBe(level);
  });

  it.each(schemas)('$name in a $mode', ({ old, new: changed, rule, mode, level }) => {
    expect(compare(old, changed, mode).find(finding => finding.id === rule.id)?.level).toBe(level);
  });

  it('name an existing mirror or say why there is none', () => {
    const ids = new Set(rules.map(rule => rule.id));
    expect(ids.size).toBe(rules.length);
    for (const rule of rules)
      expect('none' in rule.mirror ? rule.mirror.none.length > 10 : ids.has(rule.mirror.rule)).toBe(true);
  });
});
