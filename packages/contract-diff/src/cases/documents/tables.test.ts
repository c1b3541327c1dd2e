import { ContractDocument, singleFileDocument } from '@treaty/contract-findings';
import { diff } from '../../diff';
import { addresses } from './addresses';
import { alternatives } from './alternatives';
import { DocumentCase } from './make';
import { media } from './media';
import { openapi32 } from './openapi32';
import { parameters } from './parameters';
import { resources } from './resources';
import { responses } from './responses';
import { texts } from './texts';
import { webhooks } from './webhooks';

const now = new Date('2026-11-24T00:00:00Z');

function made(body: object): ContractDocument {
  return singleFileDocument({ openapi: '3.0.3', info: { title: 'Case', version: '1' }, paths: {}, ...body });
}

/** What a person would judge from the contract alone; written down before the engine was asked. */
describe.each<[string, DocumentCase[]]>([
  ['alternatives', alternatives],
  ['media', media],
  ['addresses', addresses],
  ['responses', responses],
  ['resources', resources],
  ['webhooks', webhooks],
  ['parameters', parameters],
  ['texts', texts],
  ['OpenAPI 3.2', openapi32],
])('%s', (_group, cases) => {
  it.each(cases)('%s', (_name, old, after, breaks) => {
    const report = diff(made(old), made(after), { now });
    expect(report.problems).toEqual([]);
    expect(report.findings.filter(finding => finding.level === 'breaking').length > 0).toBe(breaks);
    for (const finding of report.findings)
      expect(finding.proof === undefined).toBe(finding.level !== 'breaking');
    expect(diff(made(after), made(after), { now }).findings).toEqual([]);
  });
});
