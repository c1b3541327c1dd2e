import { SchemaNode } from '../model/schemas';
import { own } from '../model/place';
import { defineLintRule, exampleResponse } from '../rule';

const BOUNDS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'enum', 'const'];

export const numberFormat = defineLintRule({
  id: 'number-format',
  ruleset: 'contract',
  severity: 'info',
  summary: 'Numbers say how large they get.',
  why: 'A client in a typed language must choose 32 or 64 bits. When the contract does not say, a counter that passes 2,147,483,647 breaks some clients without any change of the contract.',
  instead: 'Add `format` (int32, int64, float, double) or bounds.',
  examples: {
    bad: [
      {
        title: 'an integer of any size',
        document: exampleResponse({ type: 'object', properties: { views: { type: 'integer' } } }),
      },
    ],
    good: [
      {
        title: 'int64',
        document: exampleResponse({
          type: 'object',
          properties: { views: { type: 'integer', format: 'int64' } },
        }),
      },
      {
        title: 'bounded',
        document: exampleResponse({
          type: 'object',
          properties: { rating: { type: 'integer', minimum: 1, maximum: 5 } },
        }),
      },
    ],
  },
  check({ api }, report) {
    const numbers = api.schemas.filter(schema => !schema.isReference && isNumber(schema.value.type));
    const vague = numbers.filter(
      ({ value }) =>
        own(value, 'format') === undefined && BOUNDS.every(keyword => own(value, keyword) === undefined),
    );
    report.pass(numbers.length - vague.length);
    if (vague.length === 0) return;
    const first: SchemaNode = vague[0];
    report.summarise(
      first,
      `${vague.length} of ${numbers.length} numbers have neither a format nor bounds; this is the first`,
      vague.length,
      vague.length,
    );
  },
});

function isNumber(type: unknown): boolean {
  const types: unknown[] = Array.isArray(type) ? type : [type];
  return types.some(one => one === 'integer' || one === 'number');
}
