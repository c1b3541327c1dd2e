import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_DEFINITION_LOCATION,
  ANNOTATION_USAGE_LOCATION,
} from '@treaty/plugin-api-governance-common';

const EMBEDDED: ReadonlyArray<{ kind: string; field: string; annotation: string }> = [
  { kind: 'api', field: 'definition', annotation: ANNOTATION_DEFINITION_LOCATION },
  { kind: 'component', field: 'usage', annotation: ANNOTATION_USAGE_LOCATION },
];

/** Placeholders that put several files together, so that lines of the result are not lines of the file. */
const BUNDLING = new Set(['$openapi', '$asyncapi']);

/**
 * Notes from which file a definition or manifest is about to be embedded. Once the placeholder is resolved nobody can
 * tell any more, and a problem in line 214 of a document is of little use without the name of the file.
 *
 * @param location - where the entity itself comes from
 */
export function annotateEmbedded(entity: Entity, location: { type: string; target: string }): Entity {
  const rule = EMBEDDED.find(one => one.kind === entity.kind.toLowerCase());
  const value = rule && entity.spec?.[rule.field];
  if (!rule || typeof value !== 'object' || value === null || Array.isArray(value)) return entity;
  const [placeholder, ...others] = Object.keys(value);
  const path = value[placeholder];
  if (others.length > 0 || !placeholder?.startsWith('$') || typeof path !== 'string') return entity;
  const shown = locate(path, location) + (BUNDLING.has(placeholder) ? ' (bundled)' : '');
  const annotations = { ...entity.metadata.annotations, [rule.annotation]: shown };
  return { ...entity, metadata: { ...entity.metadata, annotations } };
}

/** An address for files on the web; for files of this machine only the path as written, which tells nobody about the machine. */
function locate(path: string, location: { type: string; target: string }): string {
  const relative = path.replace(/^\.\//, '');
  return location.type === 'url' && URL.canParse(path, location.target)
    ? new URL(path, location.target).toString()
    : relative;
}
