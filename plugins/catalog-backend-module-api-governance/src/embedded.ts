import path from 'path';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ANNOTATION_DEFINITION_LOCATION,
  ANNOTATION_USAGE_LOCATION,
} from '@treaty/plugin-api-governance-common';
import { sharedName } from './whereabouts';

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
  const written = value[placeholder];
  if (others.length > 0 || !placeholder?.startsWith('$') || typeof written !== 'string') return entity;
  const shown = locate(written, location, entity) + (BUNDLING.has(placeholder) ? ' (bundled)' : '');
  const annotations = { ...entity.metadata.annotations, [rule.annotation]: shown };
  return { ...entity, metadata: { ...entity.metadata, annotations } };
}

/** An address for files on the web, a path from the root of the checkout for others, else the path and whose it is. */
function locate(written: string, location: { type: string; target: string }, entity: Entity): string {
  if (location.type === 'url' && URL.canParse(written, location.target)) {
    return new URL(written, location.target).toString();
  }
  const absolute = path.resolve(path.dirname(location.target), written);
  return sharedName(absolute) ?? `${written.replace(/^\.\//, '')} of ${stringifyEntityRef(entity)}`;
}
