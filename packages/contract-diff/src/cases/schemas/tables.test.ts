import { compareLevels, DiffFinding, singleFileDocument } from '@treaty/contract-findings';
import { diff } from '../../diff';
import { Mode } from '../../normalize/norm';
import { collections } from './collections';
import { composition } from './composition';
import { SchemaPairCase } from './make';
import { freeForm } from './freeForm';
import { namePatterns } from './namePatterns';
import { notes } from './notes';
import { objects } from './objects';
import { scalars } from './scalars';
import { values } from './values';

const now = new Date('2026-11-24T00:00:00Z');

/** A document whose only message of the given direction carries the schema. */
function carrying(schema: unknown, mode: Mode): ReturnType<typeof singleFileDocument> {
  const content = { 'application/json': { schema } };
  const operation =
    mode === 'request'
      ? { requestBody: { required: true, content }, responses: { 204: { description: 'done' } } }
      : { responses: { 200: { description: 'done', content } } };
  const paths = { '/things': { post: operation } };
  return singleFileDocument({ openapi: '3.1.0', info: { title: 'Case', version: '1' }, paths });
}

function compare(old: unknown, after: unknown, mode: Mode): DiffFinding[] {
  return diff(carrying(old, mode), carrying(after, mode), { now }).findings;
}

/** What a person would judge from the contract alone; written down before the engine was asked. */
describe.each<[string, SchemaPairCase[]]>([
  ['values', values],
  ['scalars', scalars],
  ['collections', collections],
  ['objects', objects],
  ['patterns of names', namePatterns],
  ['free-form objects', freeForm],
  ['composition', composition],
  ['notes', notes],
])('%s', (_group, cases) => {
  const both = cases.flatMap(([name, old, after, request, response]) => [
    [name, 'request', old, after, request] as const,
    [name, 'response', old, after, response] as const,
  ]);

  it.each(both)('%s, in a %s', (_name, mode, old, after, expected) => {
    const findings = compare(old, after, mode);
    const levels = findings.map(finding => finding.level).sort(compareLevels);
    expect(levels[0] ?? 'safe').toBe(expected === 'none' ? 'safe' : expected);
    const breaking = findings.filter(finding => finding.level === 'breaking');
    expect(breaking.filter(finding => finding.proof?.status !== 'proved')).toEqual([]);
    expect(findings.filter(finding => finding.because?.includes('independent validator'))).toEqual([]);
    expect(compare(after, after, mode)).toEqual([]);
  });
});
