import Ajv2020 from 'ajv/dist/2020';
import addFormats, { FormatName } from 'ajv-formats';

const CHECKED_FORMATS: FormatName[] = [
  'date',
  'time',
  'date-time',
  'duration',
  'uri',
  'uri-reference',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'uuid',
  'json-pointer',
  'int32',
];
/** Where the translation ties a schema to the value that it was made for. */
const OURS = /\/anyOf\/\d+\/allOf\/1\/const$/;
/** Questions after which everything that is remembered is let go. */
const MAX_USES = 500;

/** What the independent validator says: `undefined` when it accepts, its own words when it does not. */
export type Judgement =
  { valid: true } | { valid: false; error: string } | { valid: 'unknown'; error: string };

/** The independent validator. One for each comparison; nothing is made before the first question. */
export class Judge {
  private ajv: Ajv2020 | undefined;
  private readonly names = new Map<string, string>();
  private uses = 0;

  /**
   * Takes a schema that others refer to by the name that is given back. Equal ones have one name and are compiled once;
   * it holds until the next question is answered.
   */
  define(schema: Record<string, unknown>): string {
    const text = JSON.stringify(schema);
    const known = this.names.get(text);
    if (known !== undefined) return known;
    const name = `s${this.names.size}`;
    this.names.set(text, name);
    this.validator().addSchema(schema, name);
    return name;
  }

  /** Checks a value against plain JSON Schema 2020-12. */
  judge(schema: Record<string, unknown>, value: unknown): Judgement {
    try {
      const validate = this.validator().compile(schema);
      if (validate(value)) return { valid: true };
      const [error] = (validate.errors ?? [])
        .filter(item => item.keyword !== 'anyOf' && item.keyword !== 'if' && !OURS.test(item.schemaPath))
        .concat(validate.errors ?? []);
      return {
        valid: false,
        error: `${error?.instancePath ?? ''} ${error?.message ?? 'is not valid'}`.trim(),
      };
    } catch (error) {
      // A pattern or keyword the validator itself cannot compile: then there is no independent word on it.
      return { valid: 'unknown', error: error instanceof Error ? error.message : String(error) };
    } finally {
      if (++this.uses > MAX_USES) this.forget();
    }
  }

  private forget(): void {
    this.ajv = undefined;
    this.names.clear();
    this.uses = 0;
  }

  /**
   * Most schemas are written for one value and used once, so nothing is spent on making their code short. The translation
   * writes no keyword that the meta-schema would refuse, and loading that takes longer than most comparisons.
   */
  private validator(): Ajv2020 {
    if (this.ajv) return this.ajv;
    this.ajv = new Ajv2020({
      strict: false,
      allErrors: false,
      logger: false,
      addUsedSchema: false,
      meta: false,
      validateSchema: false,
      inlineRefs: false,
      code: { optimize: false },
    });
    addFormats(this.ajv, CHECKED_FORMATS);
    // `ajv-formats` takes every number for a float; single precision ends somewhere (IEEE 754).
    this.ajv.addFormat('float', { type: 'number', validate: value => Math.abs(value) <= 3.4028234663852886e38 });
    return this.ajv;
  }
}
