import { oas3_0, oas3_1, oas3_2 } from '@stoplight/spectral-formats';
import type { RulesetFunctionContext } from '@stoplight/spectral-core';
import type { default as Ajv, Options, ValidateFunction } from 'ajv';
import { isObject, own } from '../model/place';
import { NotPlain, SchemaPieces } from './plain-schema';
import { Places, relevantSchema } from './relevant-schema';

/** Names of registered pieces; nobody can reach them, and nobody tries. */
const BASE = 'https://pieces.invalid/';

/** As the stock function sets its validators, but for words, which are its own, and the optimiser, which costs more than it saves. */
const OPTIONS: Options = {
  allErrors: false,
  meta: true,
  messages: false,
  strict: false,
  allowUnionTypes: true,
  logger: false,
  unicodeRegExp: false,
  inlineRefs: false,
  code: { optimize: false },
};

type Dialect = 'draft4' | 'draft2020-12';

class DialectValidator {
  private readonly ajv: Ajv;
  private count = 0;
  private readonly pieces = new SchemaPieces(schema => {
    const name = `${BASE}${++this.count}`;
    this.ajv.addSchema(schema, name);
    return name;
  });
  private readonly compiled = new WeakMap<
    object,
    { validate: ValidateFunction; directional: boolean } | null
  >();

  constructor(dialect: Dialect) {
    const Engine = engineOf(dialect);
    this.ajv = new Engine(OPTIONS);
    (require('ajv-formats') as { default(ajv: Ajv): void }).default(this.ajv);
  }

  /** `undefined` when the schema is beyond the short way, or invalid: then the stock function has the word. */
  for(schema: object, ofMedia: boolean): ValidateFunction | undefined {
    let found = this.compiled.get(schema);
    if (found === undefined) this.compiled.set(schema, (found = this.compile(schema)));
    // In a message, the stock function relaxes `required` by direction; a schema alone stands for both.
    return found && !(ofMedia && found.directional) ? found.validate : undefined;
  }

  private compile(schema: object): { validate: ValidateFunction; directional: boolean } | null {
    try {
      const { schema: part, directional } = this.pieces.part(schema);
      const name = own(part, '$ref');
      const validate =
        typeof name === 'string'
          ? this.ajv.getSchema(name)
          : this.ajv.compile(part as Record<string, unknown>);
      return validate ? { validate: validate as ValidateFunction, directional } : null;
    } catch (error) {
      // What the validator refuses (a pattern, a keyword's value), the stock function reports in its own words.
      if (error instanceof NotPlain || error instanceof Error) return null;
      throw error;
    }
  }
}

/**
 * Answers one question about an example: is the stock function certain to have nothing to say? Most examples are valid,
 * and for those the answer is the whole result. Anything else is left to the stock function, whose words are wanted.
 */
export class PlainValidity {
  private readonly validators = new Map<Dialect, DialectValidator>();

  /**
   * True: the stock function would return no results. False: ask it. An input: ask it about this smaller one, it has the
   * same to say.
   */
  judge(input: Record<string, unknown>, options: unknown, context: RulesetFunctionContext): object | boolean {
    const dialect = dialectOf(context);
    if (dialect === undefined || own(options, 'oasVersion') !== 3) return false;
    const ofMedia = own(options, 'type') === 'media';
    const field = String(own(options, 'schemaField'));
    const schema = field === '$' ? input : own(input, field);
    if (!isObject(schema)) return false;
    const values = ofMedia
      ? mediaExamples(input)
      : ['example', 'default'].flatMap(key => memberOf(input, key));
    // `undefined` is a result of its own ("must exist").
    if (values.includes(undefined)) return false;
    let validator = this.validators.get(dialect);
    if (!validator) this.validators.set(dialect, (validator = new DialectValidator(dialect)));
    const validate = validator.for(schema, ofMedia);
    if (validate === undefined) return false;
    const pointers = values.flatMap(value =>
      validate(value) === true ? [] : (validate.errors ?? []).map(({ instancePath }) => instancePath),
    );
    if (pointers.length === 0) return true;
    const relevant = relevantSchema(schema, Places.of(pointers));
    return field === '$' ? (relevant as object) : { ...input, [field]: relevant };
  }
}

function engineOf(dialect: Dialect): new (options: Options) => Ajv {
  if (dialect === 'draft4')
    return (require('ajv-draft-04') as { default: new (options: Options) => Ajv }).default;
  return (require('ajv/dist/2020') as { default: new (options: Options) => Ajv }).default;
}

function dialectOf({ document }: RulesetFunctionContext): Dialect | undefined {
  const { formats } = document;
  if (!formats) return undefined;
  if (formats.has(oas3_1) || formats.has(oas3_2))
    return typeof own(document.data, 'jsonSchemaDialect') === 'string' ? undefined : 'draft2020-12';
  return formats.has(oas3_0) ? 'draft4' : undefined;
}

function memberOf(value: object, key: string): unknown[] {
  return key in value ? [(value as Record<string, unknown>)[key]] : [];
}

/** The values that the stock function validates: `example`, else those of `examples` that are written down here. */
function mediaExamples(media: Record<string, unknown>): unknown[] {
  if ('example' in media) return [media.example];
  const { examples } = media;
  if (!isObject(examples)) return [];
  return Object.keys(examples).flatMap(name => {
    const example = own(examples, name);
    return isObject(example) && !('externalValue' in example) ? [example.value] : [];
  });
}
