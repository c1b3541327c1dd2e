import { Subject } from '@treaty/contract-findings';
import { rules } from '@treaty/contract-diff';
import { changeOf } from '@treaty/contract-usage';

/** Rules whose findings say nothing a consumer's use could be held against more closely than "calls this operation". */
const GENERAL =
  /-added$|-optional$|^(encoding-changed|parameter-style-changed|parameter-renamed|operation-id-changed|sunset-changed|link-changed|security-relaxed|security-flow-removed|security-url-changed|server-variable-fixed|server-variable-default-changed|part-header-became-required|part-header-removed|media-type-range-changed)$/;

describe('every rule of the comparison has its row in the verdict table', () => {
  const places: Record<string, Subject[]> = {
    schema: [
      { direction: 'request', at: 'body/a' },
      { direction: 'response', at: 'body/a' },
    ],
    body: [{ direction: 'request', at: 'body' }],
    parameter: [{ direction: 'request', at: 'query/a' }],
    header: [{ direction: 'response', at: 'header/X-A' }],
    media: [
      { direction: 'request', at: 'media' },
      { direction: 'response', at: 'media' },
    ],
    response: [{ direction: 'response', at: 'status', status: '200' }],
    security: [{ at: 'security' }],
    server: [{ at: 'server' }],
    operation: [{ at: 'operation' }],
    document: [{ at: 'document' }],
    ending: [{ at: 'operation' }],
    link: [{ direction: 'response', at: 'status', status: '200' }],
    version: [{ at: 'document' }],
  };

  it.each(rules.filter(rule => !GENERAL.test(rule.id)).map(rule => [rule.id, rule.on] as const))(
    '%s',
    (id, on) => {
      for (const subject of places[on])
        expect(changeOf({ id }, { operation: 'GET /a', ...subject })).not.toBe('other');
    },
  );

  it.each([
    ['security-flow-removed', 'security/login'],
    ['security-url-changed', 'security/login'],
    ['server-variable-fixed', 'server'],
    ['server-variable-default-changed', 'server'],
    ['part-header-became-required', 'body/file'],
    ['part-header-removed', 'body/file'],
    ['media-type-range-changed', 'media'],
  ])('%s proves nobody unaffected who calls the operation', (id, at) => {
    expect(changeOf({ id }, { operation: 'GET /a', direction: 'request', at })).toBe('other');
  });

  it.each([
    ['schema-property-removed', 'request', 'parameter-removed'],
    ['schema-property-removed', 'response', 'response-removed'],
    ['schema-property-became-required', 'request', 'input-required'],
    ['schema-property-became-optional', 'response', 'response-optional'],
    ['schema-enum-value-added', 'response', 'response-enum-added'],
    ['schema-enum-value-removed', 'request', 'request-narrowed'],
    ['schema-type-added', 'response', 'response-removed'],
    ['schema-limit-loosened', 'response', 'response-widened'],
    ['schema-constraint-removed', 'response', 'response-widened'],
    ['schema-additional-properties-closed', 'request', 'request-narrowed'],
  ] as const)('%s in a %s is %s', (id, direction, change) => {
    expect(changeOf({ id }, { operation: 'GET /a', direction, at: 'body/a' })).toBe(change);
  });
});
