import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

const ajv = new Ajv2020({ strict: false, allErrors: false, logger: false, addUsedSchema: false });
addFormats(ajv, [
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
]);

/** What the independent validator says: `undefined` when it accepts, its own words when it does not. */
export type Judgement =
  { valid: true } | { valid: false; error: string } | { valid: 'unknown'; error: string };

/** Checks a value against plain JSON Schema 2020-12. */
export function judge(schema: unknown, value: unknown): Judgement {
  try {
    const validate = ajv.compile(schema as boolean | Record<string, unknown>);
    if (validate(value)) return { valid: true };
    const [error] = (validate.errors ?? [])
      .filter(item => item.keyword !== 'anyOf' && item.keyword !== 'if')
      .concat(validate.errors ?? []);
    return { valid: false, error: `${error?.instancePath ?? ''} ${error?.message ?? 'is not valid'}`.trim() };
  } catch (error) {
    // A pattern or keyword the validator itself cannot compile: then there is no independent word on it.
    return { valid: 'unknown', error: error instanceof Error ? error.message : String(error) };
  }
}
