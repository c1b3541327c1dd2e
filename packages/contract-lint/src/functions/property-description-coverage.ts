import { childNode, own } from '../model/place';
import { defineLintRule, exampleResponse } from '../rule';

const object = (...descriptions: Array<string | undefined>) =>
  exampleResponse({
    type: 'object',
    properties: Object.fromEntries(
      descriptions.map((description, index) => [
        `field${index + 1}`,
        { type: 'string', ...(description && { description }) },
      ]),
    ),
  });

export const propertyDescriptionCoverage = defineLintRule({
  id: 'property-description-coverage',
  ruleset: 'ai-ready',
  severity: 'info',
  options: {
    minimum: {
      type: 'number',
      default: 80,
      description: 'Percentage of properties that must have a description.',
    },
  },
  summary: 'Most properties say what they mean.',
  why: 'A field that is not explained is used by its name. `amount` is then dollars to one reader and cents to another.',
  instead: 'Add a `description` with meaning and unit, first where the name alone can be read in two ways.',
  examples: {
    bad: [{ title: 'one of three', document: object('Cents.', undefined, undefined) }],
    good: [
      { title: 'all', document: object('Cents.', 'ISO 4217.') },
      {
        title: 'as many as this house asks for',
        document: object('Cents.', undefined),
        options: { minimum: 50 },
      },
    ],
  },
  check({ api, options }, report) {
    const properties = api.schemas.filter(schema => schema.role === 'property');
    const silent = properties.filter(schema =>
      [schema.value, api.files.follow(schema).value].every(value => {
        const text = own(value, 'description');
        return typeof text !== 'string' || text.trim() === '';
      }),
    );
    const described = properties.length - silent.length;
    const minimum = Number(options.minimum);
    if (silent.length === 0 || (100 * described) / properties.length >= minimum) {
      report.pass(properties.length);
      return;
    }
    report.pass(described);
    // At the document, not at the first one that lacks it: the finding stays the same one while properties come and go.
    report.summarise(
      childNode(api.root, ['paths'], { at: 'document/paths' }),
      `${described} of ${properties.length} properties are described, and ${minimum} % are asked for`,
      silent.length,
      silent.length,
    );
  },
});
