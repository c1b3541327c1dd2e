import { ContractDocument } from '@treaty/contract-findings';
import { documentedHeaders, listDeprecations } from '.';

function warnings(headers: Record<string, unknown>, operation: Record<string, unknown> = {}): string[] {
  const root = {
    openapi: '3.0.3',
    info: { title: 'Orders', version: '1.0.0' },
    paths: {
      '/a~b/{id}': {
        get: {
          deprecated: true,
          'x-sunset': '2027-06-30',
          responses: { '200': { $ref: '#/components/responses/Ok' } },
          ...operation,
        },
      },
    },
    components: {
      responses: { Ok: { description: 'Ok.', headers } },
      headers: { Late: { example: 'Thu, 01 Jul 2027 00:00:00 GMT' } },
    },
  };
  const document: ContractDocument = { uri: 'a.yaml', root, files: new Map([['a.yaml', root]]) };
  return documentedHeaders(document, listDeprecations(document)).map(({ because }) => because);
}

describe('W4 of documented headers', () => {
  it.each<[string, Record<string, unknown>]>([
    ['no headers', {}],
    ['no value', { Sunset: { schema: { type: 'string' } } }],
    ['the same day', { Sunset: { example: 'Wed, 30 Jun 2027 00:00:00 GMT' } }],
    ['another header', { Expires: { example: 'soon' } }],
    ['a date of RFC 9745, and no date in the contract', { Deprecation: { example: '@1767225600' } }],
    ['values that are no text', { Sunset: { example: 7, examples: [1], schema: { enum: [null] } } }],
  ])('says nothing of %s', (_, headers) => {
    expect(warnings(headers)).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    [
      'another day',
      { sunset: { schema: { const: 'Thu, 01 Jul 2027 00:00:00 GMT' } } },
      "its Sunset header is documented as 'Thu, 01 Jul 2027 00:00:00 GMT', and x-sunset is 2027-06-30",
    ],
    [
      'a wrong day of the week',
      { Sunset: { example: 'Mon, 30 Jun 2027 00:00:00 GMT' } },
      "its Sunset header is documented as 'Mon, 30 Jun 2027 00:00:00 GMT', which is no HTTP date",
    ],
    [
      'a date of RFC 3339',
      { Sunset: { examples: { one: { value: '2027-06-30' } } } },
      "its Sunset header is documented as '2027-06-30', which is no HTTP date",
    ],
    [
      'the draft of RFC 9745',
      { DEPRECATION: { schema: { enum: ['true'] } } },
      "its Deprecation header is documented as 'true', which is no date as RFC 9745 writes it",
    ],
    [
      'a header behind a $ref',
      { Sunset: { $ref: '#/components/headers/Late' } },
      "its Sunset header is documented as 'Thu, 01 Jul 2027 00:00:00 GMT', and x-sunset is 2027-06-30",
    ],
  ])('tells %s', (_, headers, because) => {
    expect(warnings(headers)).toEqual([because]);
  });

  it('holds Deprecation against the day of the contract', () => {
    const dated = { 'x-github': { deprecationDate: '2026-01-01' } };
    expect(warnings({ Deprecation: { example: '@1767225600' } }, dated)).toEqual([]);
    expect(warnings({ Deprecation: { example: '@1767225601' } }, dated)).toEqual([
      "its Deprecation header is documented as '@1767225601', and the contract deprecates it on 2026-01-01",
    ]);
  });

  it('says one thing once, in however many responses it stands', () => {
    const wrong = { Sunset: { example: 'soon' } };
    const responses = { '200': { headers: wrong }, '404': { headers: wrong } };
    expect(warnings({}, { responses })).toHaveLength(1);
  });
});
