import path from 'node:path';
import { Entity, isObject } from './entity';

/** Where an API's document is. */
export type Definition =
  | { kind: 'file'; /** Relative to the repository. */ file: string }
  /** Written into the entity itself. */
  | { kind: 'embedded'; text: string }
  | { kind: 'remote'; url: string }
  | { kind: 'missing' };

/** Placeholders that Backstage replaces by a file's content. */
const PLACEHOLDERS = ['$text', '$openapi', '$asyncapi', '$yaml', '$json'];

/** Reads `spec.definition`: a placeholder, or the text itself. */
export function definitionOf(entity: Entity): Definition {
  const { definition } = entity.spec;
  if (typeof definition === 'string') return { kind: 'embedded', text: definition };
  if (!isObject(definition)) return { kind: 'missing' };
  const key = PLACEHOLDERS.find(name => typeof definition[name] === 'string');
  if (key === undefined) return { kind: 'missing' };
  const target = definition[key] as string;
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return { kind: 'remote', url: target };
  return { kind: 'file', file: path.posix.join(path.posix.dirname(entity.file), target) };
}

/** The kinds of contracts that can be compared today; others are catalogued only. */
export function isComparable(entity: Entity): boolean {
  return entity.spec.type === 'openapi' || entity.spec.type === 'swagger';
}
