import { childNode, own } from '../model/place';
import { defineLintRule, exampleResponse } from '../rule';

/** What a reader loses nothing by: tools may show them, and nobody decides by them. */
const HARMLESS = /^(\$ref|description|summary|title|x-.*)$/;
const components = { components: { schemas: { Money: { type: 'integer' } } } };

export const refSiblingsIgnored = defineLintRule({
  id: 'ref-siblings-ignored',
  ruleset: 'contract',
  severity: 'warn',
  versions: ['2.0', '3.0'],
  summary: 'Nothing that matters stands beside a $ref.',
  why: 'In OpenAPI 2.0 and 3.0 everything beside `$ref` is ignored: a `nullable`, `deprecated` or `default` there is read by people and by no tool.',
  instead: 'Wrap it: `allOf: [{ $ref }]` with the siblings outside, or move to OpenAPI 3.1.',
  examples: {
    bad: [
      {
        title: 'nullable beside a reference',
        document: exampleResponse(
          { type: 'object', properties: { total: { $ref: '#/components/schemas/Money', nullable: true } } },
          components,
        ),
      },
    ],
    good: [
      {
        title: 'wrapped',
        document: exampleResponse(
          {
            type: 'object',
            properties: { total: { allOf: [{ $ref: '#/components/schemas/Money' }], nullable: true } },
          },
          components,
        ),
      },
      {
        title: 'only a description',
        document: exampleResponse(
          {
            type: 'object',
            properties: { total: { $ref: '#/components/schemas/Money', description: 'Cents.' } },
          },
          components,
        ),
      },
    ],
  },
  check({ api }, report) {
    for (const schema of api.schemas) {
      if (typeof own(schema.value, '$ref') !== 'string') continue;
      const lost = Object.keys(schema.value).filter(key => !HARMLESS.test(key));
      if (lost.length === 0) report.pass();
      else
        report.fail(
          childNode(schema, [lost[0]]),
          `${lost.map(key => `'${key}'`).join(', ')} beside $ref ${lost.length === 1 ? 'is' : 'are'} ignored in OpenAPI ${api.version}`,
        );
    }
  },
});
