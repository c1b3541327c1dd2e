import type { Entity } from '@backstage/catalog-model';
import { LABEL_API, LABEL_MAJOR } from '@treaty/plugin-api-governance-common';
import Ajv, { ErrorObject, ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { deprecationSchema } from './schemas/deprecation';
import { integrationSchema } from './schemas/integration';
import { usageSchema } from './schemas/usage';

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, verbose: true, strictRequired: false });
addFormats(ajv);
ajv.addKeyword({ keyword: 'x-expected', schemaType: 'string' });

interface Block {
  kind: string;
  field: string;
  validate: ValidateFunction;
  /** What the schema language cannot say. */
  also?(value: Record<string, unknown>): string[];
}

const BLOCKS: readonly Block[] = [
  {
    kind: 'api',
    field: 'deprecation',
    validate: ajv.compile(deprecationSchema),
    also: sunsetAfterDeprecation,
  },
  { kind: 'component', field: 'integration', validate: ajv.compile(integrationSchema) },
  { kind: 'component', field: 'usage', validate: ajv.compile(usageSchema) },
];

/**
 * What is wrong with the blocks and labels that Treaty reads, each as one sentence that names the field. Entities without
 * them have nothing to fear.
 */
export function findMistakes(entity: Entity): string[] {
  const kind = entity.kind.toLowerCase();
  const mistakes = kind === 'api' ? labelMistakes(entity) : [];
  for (const block of BLOCKS.filter(one => one.kind === kind)) {
    const value = entity.spec?.[block.field];
    if (value === undefined) continue;
    if (!block.validate(value)) mistakes.push(...explain(`spec.${block.field}`, block.validate.errors ?? []));
    else if (block.also) mistakes.push(...block.also(value as Record<string, unknown>));
  }
  const isIntegration = kind === 'component' && entity.spec?.type === 'integration';
  if (kind === 'component' && entity.spec?.integration !== undefined && !isIntegration) {
    mistakes.push(
      `spec.integration belongs to components of type 'integration', this one is '${String(entity.spec.type)}'`,
    );
  }
  return mistakes;
}

function labelMistakes(entity: Entity): string[] {
  const { [LABEL_API]: family, [LABEL_MAJOR]: major } = entity.metadata.labels ?? {};
  const mistakes: string[] = [];
  if (major !== undefined && !/^(0|[1-9]\d*)$/.test(String(major))) {
    mistakes.push(
      `metadata.labels.${LABEL_MAJOR} must be a whole number in quotes such as "2", not '${major}'`,
    );
  }
  if (major !== undefined && family === undefined) {
    mistakes.push(`metadata.labels.${LABEL_MAJOR} needs ${LABEL_API} beside it, which names the family`);
  }
  return mistakes;
}

function sunsetAfterDeprecation(block: Record<string, unknown>): string[] {
  const { deprecatedOn, sunsetOn } = block;
  if (typeof deprecatedOn !== 'string' || typeof sunsetOn !== 'string') return [];
  return Date.parse(sunsetOn) < Date.parse(deprecatedOn)
    ? [`spec.deprecation.sunsetOn (${sunsetOn}) is before deprecatedOn (${deprecatedOn})`]
    : [];
}

/** One sentence per place; where alternatives failed, only what was expected, not each alternative. */
function explain(field: string, errors: ErrorObject[]): string[] {
  const sentences = errors
    .filter(error => error.keyword !== 'format' || !/\/anyOf\//.test(error.schemaPath))
    .map(error => {
      const place = field + error.instancePath.replace(/\//g, '.');
      if (error.keyword === 'additionalProperties') {
        const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
        return `${place}.${String(error.params.additionalProperty)} is not known; known are ${known.join(', ')}`;
      }
      if (error.keyword === 'enum') {
        return `${place} must be one of ${(error.params.allowedValues as string[]).join(', ')}, not ${show(error.data)}`;
      }
      if (error.keyword === 'required') return `${place}.${String(error.params.missingProperty)} is missing`;
      const expected: unknown = error.parentSchema?.['x-expected'];
      if (typeof expected === 'string') return `${place} must be ${expected}, not ${show(error.data)}`;
      return `${place} ${error.message ?? 'is not valid'}`;
    });
  return [...new Set(sentences)];
}

function show(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
}
