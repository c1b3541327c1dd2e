import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { RulesetFunctionContext } from '@stoplight/spectral-core';
import { oas3, oas3_0, oas3_1 } from '@stoplight/spectral-formats';
import { exampleFunctions } from './memo';
import { PlainValidity } from './plain-validity';

const [stock] = exampleFunctions();
const MEDIA = { oasVersion: 3, schemaField: 'schema', type: 'media' };
const SCHEMA = { oasVersion: 3, schemaField: '$', type: 'schema' };

function contextOf(version: '3.0' | '3.1', where: string[], data: unknown = {}): RulesetFunctionContext {
  const formats = new Set([oas3, version === '3.0' ? oas3_0 : oas3_1]);
  // Only these members are looked at; a whole document would hide which.
  return {
    path: where,
    document: { formats, data },
    documentInventory: {},
    rule: { resolved: true },
  } as unknown as RulesetFunctionContext;
}

const REQUEST = ['paths', '/a', 'post', 'requestBody', 'content', 'application/json'];
const RESPONSE = ['paths', '/a', 'get', 'responses', '200', 'content', 'application/json'];

function stockSays(input: Record<string, unknown>, options: object, context: RulesetFunctionContext) {
  const results = stock(structuredClone(input), options as never, context) ?? [];
  if (results instanceof Promise) throw new Error('the stock function has become asynchronous');
  return results;
}

const scalar = fc.oneof(fc.constantFrom(null, true, '', 'a', '2027-06-30', 'x@example.com'), fc.integer());
const value = fc.letrec(tie => ({
  any: fc.oneof(
    { maxDepth: 2 },
    scalar,
    fc.array(tie('any'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('any'), { maxKeys: 3 }),
  ),
})).any;

/** Schemas as they come: good ones, wrong ones, keywords of other drafts, keywords nobody knows. */
const schema = fc.letrec<{ any: unknown; map: unknown }>(tie => ({
  map: fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('any'), { maxKeys: 3 }),
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({ type: fc.constantFrom('string', 'integer', 'object', 'array', 'boolean') }),
    fc.record(
      {
        type: fc.constantFrom('string', 'integer', 'object', 'array', 'null', 'nonsense', ['string', 'null']),
        format: fc.constantFrom('date', 'email', 'int32', 'nobody-knows'),
        enum: fc.constantFrom(['a'], [1, null], [], 'a'),
        const: scalar,
        minimum: fc.constantFrom(0, 5, 'x'),
        exclusiveMinimum: fc.constantFrom(true, 3),
        maxLength: fc.constantFrom(1, -1),
        pattern: fc.constantFrom('^a', '(', '\\d+'),
        uniqueItems: fc.boolean(),
        required: fc.constantFrom(['a'], ['a', 'a'], [], true),
        nullable: fc.boolean(),
        readOnly: fc.boolean(),
        writeOnly: fc.boolean(),
        description: fc.constantFrom('text', 5),
        properties: tie('map'),
        patternProperties: tie('map'),
        additionalProperties: fc.oneof(fc.boolean(), tie('any')),
        items: fc.oneof(tie('any'), fc.array(tie('any'), { maxLength: 2 })),
        allOf: fc.array(tie('any'), { maxLength: 2 }),
        anyOf: fc.array(tie('any'), { maxLength: 2 }),
        oneOf: fc.array(tie('any'), { maxLength: 2 }),
        not: tie('any'),
        if: tie('any'),
        then: tie('any'),
        unevaluatedProperties: fc.constant(false),
        dependentRequired: fc.constant({ a: ['b'] }),
        discriminator: fc.constant({ propertyName: 'a' }),
        definitions: tie('map'),
        $ref: fc.constantFrom('#/properties/a', '#/nowhere'),
        $id: fc.constant('https://example.com/a'),
        id: fc.constant('b'),
        'x-anything': value,
        strange: value,
      },
      { requiredKeys: [] },
    ),
  ),
})).any;

const versions = fc.constantFrom<Array<'3.0' | '3.1'>>('3.0', '3.1');

/** What a verdict promises; true when it promises that nothing is wrong. */
function keepsItsWord(
  input: Record<string, unknown>,
  options: object,
  context: RulesetFunctionContext,
  seen: { accepted: number; made: number },
): void {
  const verdict = new PlainValidity().judge(input, options, context);
  if (verdict === false) return;
  const whole = stockSays(input, options, context);
  if (verdict === true) {
    seen.accepted++;
    expect(whole).toEqual([]);
    return;
  }
  // Results that are none make the caller ask about the whole.
  const part = stockSays({ ...verdict }, options, context);
  if (part.length === 0) return;
  seen.made++;
  expect(part).toEqual(whole);
}

it('accepts an example of a message only when the stock function has nothing to say', () => {
  const seen = { accepted: 0, made: 0 };
  fc.assert(
    fc.property(
      schema,
      value,
      versions,
      fc.constantFrom(REQUEST, RESPONSE),
      (given, example, version, at) => {
        const input = { schema: given, example };
        keepsItsWord(input, MEDIA, contextOf(version, at), seen);
      },
    ),
    { numRuns: 600 },
  );
  // A law about nothing would hold, too.
  expect(seen.accepted).toBeGreaterThan(20);
  expect(seen.made).toBeGreaterThan(20);
}, 120_000);

it('accepts an example in a schema only when the stock function has nothing to say', () => {
  const seen = { accepted: 0, made: 0 };
  fc.assert(
    fc.property(schema, value, versions, (given, example, version) => {
      const input = { ...(given as object), example };
      keepsItsWord(input, SCHEMA, contextOf(version, ['components', 'schemas', 'A']), seen);
    }),
    { numRuns: 400 },
  );
  expect(seen.accepted).toBeGreaterThan(10);
  expect(seen.made).toBeGreaterThan(10);
}, 120_000);

const shared = { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] };

it.each<[string, Record<string, unknown>, object, string[], boolean]>([
  ['a valid example', { schema: shared, example: { id: 'a' } }, MEDIA, RESPONSE, true],
  ['an invalid one', { schema: shared, example: {} }, MEDIA, RESPONSE, false],
  [
    'one schema in two places',
    { schema: { type: 'object', properties: { a: shared, b: shared } }, example: { a: { id: 'a' }, b: {} } },
    MEDIA,
    RESPONSE,
    false,
  ],
  [
    'several examples',
    { schema: shared, examples: { a: { value: { id: 'a' } }, b: {} } },
    MEDIA,
    RESPONSE,
    false,
  ],
  [
    'an example elsewhere',
    { schema: shared, examples: { a: { externalValue: 'x' } } },
    MEDIA,
    RESPONSE,
    true,
  ],
  ['a schema with its default', { type: 'string', default: 'a', example: 1 }, SCHEMA, ['components'], false],
  [
    'what is meant for one direction',
    { schema: { type: 'object', properties: { id: { readOnly: true } } }, example: {} },
    MEDIA,
    REQUEST,
    false,
  ],
  ['Swagger 2.0', { schema: shared, example: { id: 'a' } }, { ...MEDIA, oasVersion: 2 }, RESPONSE, false],
])('%s', (_, input, options, at, accepted) => {
  expect(new PlainValidity().judge(input, options, contextOf('3.0', at)) === true).toBe(accepted);
});

it('asks about what failed, and nothing else', () => {
  const good = { type: 'object', properties: { id: { type: 'string' } } };
  const input = {
    schema: { type: 'object', required: ['a'], properties: { a: shared, b: good, list: { items: shared } } },
    examples: {
      one: { value: { a: { id: 1 }, b: {} } },
      two: { value: { a: { id: 'x' }, list: [{ id: 'a' }, {}] } },
    },
  };
  const context = contextOf('3.0', RESPONSE);
  const smaller = new PlainValidity().judge(input, MEDIA, context) as Record<string, unknown>;
  expect(smaller.schema).toEqual({
    type: 'object',
    required: ['a'],
    properties: { a: shared, b: {}, list: { items: { ...shared, properties: { id: {} } } } },
  });
  expect(stockSays(smaller, MEDIA, context)).toEqual(stockSays(input, MEDIA, context));
  expect(stockSays(input, MEDIA, context)).toHaveLength(2);
});

it('leaves a document with a dialect of its own, and one of no known version, to the stock function', () => {
  const input = { schema: shared, example: { id: 'a' } };
  const own = { jsonSchemaDialect: 'http://json-schema.org/draft-07/schema#' };
  const plain = new PlainValidity();
  expect(plain.judge(input, MEDIA, contextOf('3.1', RESPONSE, own))).toBe(false);
  const nobody = { ...contextOf('3.1', RESPONSE), document: { formats: null, data: {} } };
  expect(plain.judge(input, MEDIA, nobody as unknown as RulesetFunctionContext)).toBe(false);
});

it('uses the validators that the stock functions use', () => {
  const versionOf = (name: string, from: string) => {
    const file = require.resolve(`${name}/package.json`, { paths: [from] });
    return (JSON.parse(fs.readFileSync(file, 'utf8')) as { version: string }).version;
  };
  const theirs = path.dirname(require.resolve('@stoplight/spectral-functions'));
  for (const name of ['ajv', 'ajv-draft-04', 'ajv-formats'])
    expect([name, versionOf(name, __dirname)]).toEqual([name, versionOf(name, theirs)]);
});
