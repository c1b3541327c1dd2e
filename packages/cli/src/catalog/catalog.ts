import path from 'node:path';
import { Problem } from '@treaty/contract-findings';
import { readManifest, UsageManifest } from '@treaty/contract-usage';
import { Cache } from '../host/cache';
import { readOwnFile } from '../host/files';
import { resultKey } from '../host/resultKey';
import { Definition, definitionOf } from './definition';
import { completeRef, Entity, entityProblem, ownerOf, readEntities } from './entity';

/** An API of the catalog and where its document is. */
export interface ApiEntity {
  entity: Entity;
  definition: Definition;
  owner?: string;
}

/** A component that says it consumes an API. */
export interface Consumer {
  ref: string;
  owner?: string;
  /** Catalog file that says so. */
  file: string;
}

/** What a repository says about its APIs and who uses them. */
export interface Catalog {
  apis: ApiEntity[];
  entities: ReadonlyMap<string, Entity>;
  /** By API: components whose `consumesApis` names it. */
  consumers: ReadonlyMap<string, Consumer[]>;
  manifests: UsageManifest[];
  problems: Problem[];
}

/** Files in which entities and usage manifests are looked for. */
export function isCatalogFile(file: string): boolean {
  const name = path.posix.basename(file);
  return /^(catalog-info|usage)\.ya?ml$/.test(name) || (/^catalog\//.test(file) && /\.ya?ml$/.test(name));
}

/**
 * Reads the catalog out of a list of files. A file that cannot be read is a problem and the rest goes on.
 *
 * @param files - relative to `root`, sorted
 * @param cache - what earlier runs read in the same texts
 */
export function readCatalog(root: string, files: readonly string[], cache?: Cache): Catalog {
  const entities = new Map<string, Entity>();
  const manifests: UsageManifest[] = [];
  const problems: Problem[] = [];
  const texts = new Map<string, string>();
  for (const file of files.filter(isCatalogFile)) {
    const text = readText(root, file, problems);
    if (text !== undefined) texts.set(file, text);
  }
  const manifestOf = readManifests(texts, cache);
  for (const [file, text] of texts) {
    const manifest = manifestOf.get(file);
    if (manifest) {
      problems.push(...manifest.problems);
      if (manifest.manifest) manifests.push(manifest.manifest);
      continue;
    }
    const read = readEntities(text, file);
    problems.push(...read.problems);
    for (const entity of read.entities) {
      const twin = entities.get(entity.ref);
      if (twin) problems.push(duplicate(entity, twin, text));
      else entities.set(entity.ref, entity);
    }
  }
  const all = [...entities.values()];
  return {
    apis: all
      .filter(entity => entity.kind === 'api')
      .map(entity => ({ entity, definition: definitionOf(entity), owner: ownerOf(entity) })),
    entities,
    consumers: consumersOf(all),
    manifests,
    problems,
  };
}

type ReadManifest = ReturnType<typeof readManifest>;

/** The usage manifests among some texts, read with the line of everything they say; that takes long, so it is kept. */
function readManifests(texts: ReadonlyMap<string, string>, cache?: Cache): Map<string, ReadManifest> {
  const files = [...texts].filter(([, text]) => /^apiVersion:\s*["']?treaty\//m.test(text));
  if (files.length === 0) return new Map();
  const key = resultKey('manifests', files.flat());
  const known = cache?.recall<Array<[string, ReadManifest]>>(key);
  if (known) return new Map(known);
  const read = files.map(([file, text]): [string, ReadManifest] => [file, readManifest(text, file)]);
  cache?.keep(key, read);
  return new Map(read);
}

function readText(root: string, file: string, problems: Problem[]): string | undefined {
  const read = readOwnFile(root, file);
  if (read?.problem) problems.push(read.problem);
  return read?.problem ? undefined : read?.text;
}

function consumersOf(entities: readonly Entity[]): Map<string, Consumer[]> {
  const out = new Map<string, Consumer[]>();
  for (const entity of entities) {
    const list = entity.spec.consumesApis;
    if (!Array.isArray(list)) continue;
    for (const name of list.filter(item => typeof item === 'string')) {
      const api = completeRef(name, 'api', entity.namespace);
      const known = out.get(api) ?? [];
      out.set(api, [...known, { ref: entity.ref, owner: ownerOf(entity), file: entity.file }]);
    }
  }
  return out;
}

function duplicate(entity: Entity, twin: Entity, text: string): Problem {
  return entityProblem(entity, text, '/metadata/name', {
    code: 'duplicate-entity',
    message: `${entity.ref} is already defined in ${twin.file}; this one is left out`,
    next: 'remove one of the two, or rename it',
    severity: 'warning',
  });
}
