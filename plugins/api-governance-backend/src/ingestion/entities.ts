import {
  DEFAULT_NAMESPACE,
  Entity,
  parseEntityRef,
  RELATION_CONSUMES_API,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { parseSunset, Problem } from '@treaty/contract-findings';
import {
  ANNOTATION_AUDIENCE,
  ANNOTATION_DEFINITION_LOCATION,
  ANNOTATION_USAGE_LOCATION,
  LABEL_API,
  LABEL_MAJOR,
} from '@treaty/plugin-api-governance-common';
import type { ApiRecord } from '../database/apiStore';
import type { ConsumerRecord } from '../database/consumerStore';

/** An API entity as the ingestion takes it; its definition is not here. */
export interface CatalogApi {
  record: ApiRecord;
  /** Changes whenever the catalog's entity does. */
  etag?: string;
  /** The definition's file as the entity names it. */
  definitionFile: string;
  problems: Problem[];
}

/** A component that consumes APIs or carries a usage manifest. */
export interface CatalogConsumer {
  record: ConsumerRecord;
  /** Entity refs of the APIs the catalog says it consumes. */
  consumes: string[];
  /** Text of the usage manifest, and where it is. */
  manifest?: { text: string; sourceRef: string; hasLines: boolean };
}

export function toCatalogApi(entity: Entity): CatalogApi {
  const spec: Record<string, unknown> = entity.spec ?? {};
  const problems: Problem[] = [];
  const { labels = {}, annotations = {} } = entity.metadata;
  return {
    record: {
      ref: stringifyEntityRef(entity),
      namespace: (entity.metadata.namespace ?? DEFAULT_NAMESPACE).toLowerCase(),
      name: entity.metadata.name.toLowerCase(),
      title: entity.metadata.title ?? entity.metadata.name,
      description: entity.metadata.description,
      type: text(spec.type) ?? 'unknown',
      family: labels[LABEL_API],
      major: labels[LABEL_MAJOR],
      audience: annotations[ANNOTATION_AUDIENCE],
      owner: ownerOf(entity),
      system: systemOf(entity),
      lifecycle: text(spec.lifecycle),
      statedVersion: text(spec.version),
      deprecation: deprecationOf(spec.deprecation, problems),
    },
    etag: entity.metadata.etag,
    definitionFile: annotations[ANNOTATION_DEFINITION_LOCATION] ?? 'spec.definition',
    problems,
  };
}

export function toCatalogConsumer(entity: Entity): CatalogConsumer {
  const ref = stringifyEntityRef(entity);
  const usage = entity.spec?.usage;
  const sourceRef = entity.metadata.annotations?.[ANNOTATION_USAGE_LOCATION] ?? `${ref} spec.usage`;
  return {
    record: {
      ref,
      title: entity.metadata.title ?? entity.metadata.name,
      type: text(entity.spec?.type),
      owner: ownerOf(entity),
    },
    consumes: targets(entity, RELATION_CONSUMES_API),
    manifest:
      usage === undefined || usage === null
        ? undefined
        : {
            text: typeof usage === 'string' ? usage : JSON.stringify(usage, null, 2),
            sourceRef,
            hasLines: typeof usage === 'string',
          },
  };
}

/** Reads `spec.deprecation`; a block that is there deprecates the line, whatever can be read of it. */
function deprecationOf(block: unknown, problems: Problem[]): ApiRecord['deprecation'] {
  if (block === undefined || block === null) return undefined;
  const values = typeof block === 'object' ? (block as Record<string, unknown>) : {};
  const date = (key: string): Date | undefined => {
    if (values[key] === undefined || values[key] === null) return undefined;
    const read = parseSunset(values[key]);
    if (read.kind === 'malformed') {
      problems.push({
        code: 'deprecation-date',
        message: `spec.deprecation.${key} is '${read.text}': ${read.reason}`,
        pointer: `/spec/deprecation/${key}`,
        next: 'Write a date such as 2027-06-30.',
        severity: 'warning',
      });
    }
    return read.kind === 'date' ? read.at : undefined;
  };
  return {
    deprecatedOn: date('deprecatedOn'),
    sunset: date('sunsetOn'),
    successor: reference(values.successor, 'api'),
    guide: text(values.guide),
  };
}

function ownerOf(entity: Entity): string | undefined {
  return (
    targets(entity, RELATION_OWNED_BY)[0] ?? reference(entity.spec?.owner, 'group', entity.metadata.namespace)
  );
}

function systemOf(entity: Entity): string | undefined {
  const related = targets(entity, RELATION_PART_OF).find(ref => ref.startsWith('system:'));
  return related ?? reference(entity.spec?.system, 'system', entity.metadata.namespace);
}

function targets(entity: Entity, type: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => relation.targetRef);
}

function reference(
  value: unknown,
  defaultKind: string,
  defaultNamespace = DEFAULT_NAMESPACE,
): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  try {
    return stringifyEntityRef(parseEntityRef(value, { defaultKind, defaultNamespace }));
  } catch (error) {
    // parseEntityRef throws a TypeError for what is no reference; the catalog's own validation reports that.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function text(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'number' ? String(value) : undefined;
}
