import { childNode, own, placeKey } from '../model/place';
import { judgeHabit } from '../habit';
import { defineLintRule, exampleDocument } from '../rule';

const get = (...parameters: unknown[]) =>
  exampleDocument({
    '/orders': {
      get: { operationId: 'listOrders', parameters, responses: { '204': { description: 'Empty.' } } },
    },
  });
const page = { name: 'page', in: 'query', schema: { type: 'integer' } };

export const parameterDescribed = defineLintRule({
  id: 'parameter-described',
  ruleset: 'ai-ready',
  severity: 'warn',
  summary: 'Every parameter says what it means.',
  why: 'A name and a type do not say whether pages count from 0 or 1, or what `ref` refers to. A model fills the gap with a guess, a person with a ticket.',
  instead: 'Add a `description` with the meaning, the unit and what happens without it.',
  examples: {
    bad: [
      { title: 'only a name', document: get(page) },
      {
        title: 'none of several',
        document: get(page, { name: 'size', in: 'query', schema: { type: 'integer' } }),
      },
    ],
    good: [{ title: 'described', document: get({ ...page, description: 'Page, counted from 1.' }) }],
  },
  check({ api }, report) {
    const distinct = new Map(
      api.served.flatMap(operation =>
        operation.parameters
          .filter(parameter => parameter.in !== 'body')
          .map(parameter => [placeKey(parameter.place), parameter] as const),
      ),
    );
    judgeHabit(report, {
      things: [...distinct.values()],
      keeps: ({ value, schema }) =>
        [value, schema && api.files.follow(schema).value].some(one => {
          const text = own(one, 'description');
          return typeof text === 'string' && text.trim() !== '';
        }),
      most: (lacking, all) => [
        childNode(api.root, ['paths']),
        `${lacking} of ${all} parameters are not described`,
      ],
      one: parameter => [parameter, `${parameter.in} parameter '${parameter.name}' has no description`],
    });
  },
});
