import { own } from '../model/place';
import { judgeHabit } from '../habit';
import { defineLintRule, exampleResponse } from '../rule';

const KEYWORDS = ['x-extensible-enum', 'x-extensible', 'x-enum-open'];
const status = { type: 'string', enum: ['open', 'paid'] };

export const enumExtensibilityStated = defineLintRule({
  id: 'enum-extensibility-stated',
  ruleset: 'contract',
  severity: 'info',
  summary: 'An enum in a response says whether values may be added.',
  why: 'Consumers write `switch` statements over an enum. Whether a new value breaks them depends on a promise that is only made if it is written down: the gate treats a new value as breaking unless it is.',
  instead:
    'Write `x-extensible: true` (values may be added) or `false` beside the enum, and say in the description what to do with an unknown value.',
  examples: {
    bad: [
      {
        title: 'one of two says it',
        document: exampleResponse({
          type: 'object',
          properties: { status, kind: { ...status, 'x-extensible': true } },
        }),
      },
      { title: 'nobody says it', document: exampleResponse({ type: 'object', properties: { status } }) },
    ],
    good: [
      {
        title: 'said',
        document: exampleResponse({
          type: 'object',
          properties: { status: { ...status, 'x-extensible': false } },
        }),
      },
    ],
  },
  check({ api }, report) {
    const enums = api.schemas.filter(({ value, directions }) => {
      const values = own(value, 'enum');
      // A single value is a constant, not a list that might grow.
      return Array.isArray(values) && values.length > 1 && directions.has('response');
    });
    const says = (value: unknown) => KEYWORDS.some(keyword => own(value, keyword) !== undefined);
    judgeHabit(report, {
      things: enums,
      keeps: ({ value }) => says(value),
      most: (lacking, all) => [
        enums.find(({ value }) => !says(value)) ?? enums[0],
        `${lacking} of ${all} response enums do not say whether values may be added; this is the first`,
      ],
      one: schema => [schema, 'this response enum does not say whether values may be added'],
    });
  },
});
