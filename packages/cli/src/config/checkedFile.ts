import { escapePointerToken, parsePointer, Problem, suggest } from '@treaty/contract-findings';
import { locatePointers, parseAll } from '@treaty/contract-source';
import Ajv2020, { ErrorObject } from 'ajv/dist/2020';
import { Cache } from '../host/cache';
import { resultKey } from '../host/resultKey';

/** A file of ours, read and held against its published schema. */
export interface CheckedFile<T> {
  /** Absent when the file is not what its schema says. */
  value?: T;
  problems: Problem[];
}

/**
 * Reads a YAML file by its schema. Each problem has the line and a next step; an unknown key is answered with the near one.
 *
 * @param schema - the published schema, which is also what an editor completes by
 * @param cache - remembers that a text is what its schema says, so that no validator is made for it again
 */
export function readChecked<T>(text: string, file: string, schema: object, cache?: Cache): CheckedFile<T> {
  const { values, problems } = parseAll(text, file);
  if (problems.some(problem => problem.severity === 'error')) return { problems };
  if (values.length > 1)
    return {
      problems: [problemAt(text, file, '', 'the file holds several YAML documents', 'keep one, without ---')],
    };
  // An empty file says nothing; whether that is enough is the schema's to say.
  const value = values[0] ?? {};
  const fits = resultKey('checked file', [JSON.stringify(schema), text]);
  if (cache?.recall(fits) === true) return { value: value as T, problems };
  const validate = new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    verbose: true,
  }).compile<T>(schema);
  if (validate(value)) {
    cache?.keep(fits, true);
    return { value, problems };
  }
  const errors = (validate.errors ?? []).filter(isTelling);
  return { problems: [...problems, ...errors.map(error => toProblem(error, text, file))] };
}

/** A failed choice repeats what its branches say. */
function isTelling(error: ErrorObject, index: number, all: ErrorObject[]): boolean {
  if (/\/(oneOf|anyOf)\/\d+\//.test(error.schemaPath)) return false;
  return (
    all.findIndex(one => one.instancePath === error.instancePath && one.message === error.message) === index
  );
}

function toProblem(error: ErrorObject, text: string, file: string): Problem {
  const { instancePath, keyword, params, parentSchema } = error;
  const name = nameOf(instancePath);
  switch (keyword) {
    case 'additionalProperties': {
      const key = String(params.additionalProperty);
      const known = Object.keys((parentSchema?.properties as object | undefined) ?? {});
      const meant = suggest(key, known);
      const next = meant ? `did you mean '${meant}'?` : `known there are ${known.join(', ')}`;
      return problemAt(
        text,
        file,
        `${instancePath}/${escapePointerToken(key)}`,
        `unknown key '${key}'`,
        next,
      );
    }
    case 'enum': {
      const words = (params.allowedValues as unknown[]).map(String);
      const meant = suggest(String(error.data), words);
      const next = meant ? `did you mean '${meant}'?` : `write one of ${words.join(', ')}`;
      return problemAt(text, file, instancePath, `${name} cannot be '${String(error.data)}'`, next);
    }
    case 'required':
      return problemAt(
        text,
        file,
        instancePath,
        `${name} has no '${params.missingProperty}'`,
        `add it: ${params.missingProperty}: …`,
      );
    case 'oneOf':
      return problemAt(
        text,
        file,
        instancePath,
        `${name} must name a 'finding', or a 'rule' with its 'scope'`,
        "write one of the two, as in 'finding: 7c1e…'",
      );
    case 'pattern':
      return problemAt(
        text,
        file,
        instancePath,
        `${name} cannot be '${String(error.data)}'`,
        hint(parentSchema),
      );
    default:
      return problemAt(
        text,
        file,
        instancePath,
        `${name} ${error.message ?? 'is not allowed'}`,
        hint(parentSchema),
      );
  }
}

function hint(schema: object | undefined): string {
  const description = schema && 'description' in schema ? schema.description : undefined;
  return typeof description === 'string' ? description : 'see the schema of this file in docs/schema';
}

/** `waivers, entry 2, until`: people count from one. */
function nameOf(pointer: string): string {
  if (pointer === '') return 'the file';
  const parts = parsePointer(pointer).map(part => (/^\d+$/.test(part) ? `entry ${Number(part) + 1}` : part));
  return `'${parts.join(', ')}'`;
}

/** A problem at a place of a file. */
export function problemAt(
  text: string,
  file: string,
  pointer: string,
  message: string,
  next: string,
  rest: Partial<Pick<Problem, 'code' | 'severity'>> = {},
): Problem {
  const [position] = locatePointers(text, [pointer]);
  return { code: 'settings-invalid', message, file, ...position, pointer, next, severity: 'error', ...rest };
}
