import { own } from '../model/place';
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
    const silent = enums.filter(({ value }) => KEYWORDS.every(keyword => own(value, keyword) === undefined));
    report.pass(enums.length - silent.length);
    // Nobody has begun: one remark. Somebody has: the habit is worth finishing, one by one.
    if (silent.length > 0 && silent.length === enums.length) {
      const message = `none of ${enums.length} response enums says whether values may be added; this is the first`;
      report.summarise(silent[0], message, silent.length, silent.length);
      return;
    }
    for (const schema of silent)
      report.fail(schema, 'this response enum does not say whether values may be added');
  },
});
