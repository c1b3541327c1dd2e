import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { suggest } from '@treaty/contract-findings';
import { SourceHost } from '@treaty/contract-source';
import { ApiEntity, Catalog, isCatalogFile } from '../catalog/catalog';
import { Definition, definitionOf } from '../catalog/definition';
import { Entity, ownerOf, readEntities } from '../catalog/entity';
import { CommandError } from '../errors';
import { allowedRoot, fileHost, relativeUri } from '../host/files';
import { reachedFiles } from './references';
import { Workspace } from './workspace';

/** A document to load: from where, and under which name. */
export interface DocumentSource {
  uri: string;
  host: SourceHost;
  /** Set when the document is written into a catalog file: where it begins there. */
  embeddedIn?: { entity: Entity; text: string };
}

/** One API to judge. */
export interface Target {
  /** Catalog entity ref, or the file's name for a document that no API names. */
  api: string;
  entity?: Entity;
  owner?: string;
  change: 'added' | 'changed' | 'removed';
  /** Absent for a removed API. */
  now?: DocumentSource;
  /** Absent for an added one. */
  base?: DocumentSource;
  baseEntity?: Entity;
  /** A definition that cannot be loaded at all. */
  unusable?: Definition;
}

/** Every API that the change touches: what `treaty check` judges when no path is given, or a folder. */
export function changedTargets(
  catalog: Catalog,
  workspace: Workspace,
  folders?: readonly string[],
): Target[] {
  const inside = (file: string) =>
    folders === undefined ||
    folders.some(folder => folder === '' || file === folder || file.startsWith(`${folder}/`));
  const touched = catalog.apis
    .filter(api => inside(api.entity.file) || (api.definition.kind === 'file' && inside(api.definition.file)))
    .flatMap(api => {
      const target = targetOf(api, workspace);
      return isTouched(api, target, workspace) ? [target] : [];
    });
  return [
    ...touched,
    ...removedTargets(catalog, workspace).filter(target => inside(target.baseEntity?.file ?? '')),
  ];
}

/** What explicit paths name: folders, catalog files, or documents. Files are judged whether they changed or not. */
export function namedTargets(
  paths: readonly string[],
  cwd: string,
  catalog: Catalog,
  workspace: Workspace,
): Target[] {
  const out = new Map<string, Target>();
  for (const name of paths) {
    const absolute = path.resolve(cwd, name);
    const stat = statSync(absolute, { throwIfNoEntry: false });
    if (!stat) throw missingPath(name, catalog);
    const file = relativeUri(workspace.root, absolute);
    const found = stat.isDirectory()
      ? changedTargets(catalog, workspace, [file])
      : fileTargets(file, catalog, workspace);
    for (const target of found) out.set(target.api, target);
  }
  return [...out.values()];
}

/** The APIs that a file belongs to; a document that no API names stands for itself. */
export function fileTargets(file: string, catalog: Catalog, workspace: Workspace): Target[] {
  const before = workspace.basePath(file);
  const apis = catalog.apis.filter(
    api =>
      api.entity.file === file ||
      (api.definition.kind === 'file' && [file, before].includes(api.definition.file)),
  );
  if (apis.length > 0) {
    return apis.map(api => {
      const target = targetOf(api, workspace);
      // The document was moved and the catalog still names the old place: judge the file that was named.
      const moved =
        api.entity.file !== file && api.definition.kind === 'file' && api.definition.file !== file;
      return moved ? { ...target, now: { uri: file, host: workspace.host } } : target;
    });
  }
  if (isCatalogFile(file) && readEntities(workspace.text(file) ?? '', file).entities.length > 0) return [];
  return [
    {
      api: file,
      change: before === undefined ? 'added' : 'changed',
      now: { uri: file, host: workspace.host },
      base:
        before !== undefined && workspace.baseHost ? { uri: before, host: workspace.baseHost } : undefined,
    },
  ];
}

/** A document held against a file: `treaty check NEW --base OLD`. The API is the one whose document either of them is. */
export function fileTarget(
  name: string,
  cwd: string,
  baseFile: string,
  catalog: Catalog,
  workspace: Workspace,
): Target {
  const absolute = path.resolve(cwd, name);
  if (!statSync(absolute, { throwIfNoEntry: false })) throw missingPath(name, catalog);
  const [file, base] = [relativeUri(workspace.root, absolute), relativeUri(workspace.root, baseFile)];
  const byFile = (wanted: string) =>
    catalog.apis.find(api => api.definition.kind === 'file' && api.definition.file === wanted);
  const api = byFile(base) ?? byFile(file);
  const source = (uri: string, target: string): DocumentSource => {
    const root = allowedRoot(target);
    return { uri, host: root === workspace.root ? workspace.host : fileHost(workspace.root, root) };
  };
  return {
    api: api?.entity.ref ?? file,
    entity: api?.entity,
    owner: api?.owner,
    change: 'changed',
    now: source(file, absolute),
    base: source(base, baseFile),
    baseEntity: api?.entity,
  };
}

function missingPath(name: string, catalog: Catalog): CommandError {
  const known = catalog.apis.flatMap(api => (api.definition.kind === 'file' ? [api.definition.file] : []));
  const meant = suggest(name, known);
  return new CommandError(
    `there is no file or folder '${name}'`,
    meant ? `did you mean '${meant}'?` : 'check the path; without one, every API of the catalog is looked at',
  );
}

function targetOf(api: ApiEntity, workspace: Workspace): Target {
  const { entity, definition, owner } = api;
  const baseEntity = findBaseEntity(entity, workspace);
  const now = sourceOf(entity, definition, workspace.host, file => workspace.text(file));
  const base =
    baseEntity &&
    workspace.baseHost &&
    sourceOf(baseEntity, definitionOf(baseEntity), workspace.baseHost, file => workspace.baseText(file));
  return {
    api: entity.ref,
    entity,
    owner,
    change: baseEntity ? 'changed' : 'added',
    now,
    base,
    baseEntity,
    unusable: now ? undefined : definition,
  };
}

function sourceOf(
  entity: Entity,
  definition: Definition,
  host: SourceHost,
  read: (file: string) => string | undefined,
): DocumentSource | undefined {
  if (definition.kind === 'file') return { uri: definition.file, host };
  if (definition.kind !== 'embedded') return undefined;
  const { text } = definition;
  return {
    uri: entity.file,
    host: { ...host, read: async uri => (uri === entity.file ? text : host.read(uri)) },
    embeddedIn: { entity, text: read(entity.file) ?? '' },
  };
}

function isTouched(api: ApiEntity, target: Target, workspace: Workspace): boolean {
  if (target.change === 'added') return true;
  const before = target.baseEntity;
  if (workspace.isChanged(api.entity.file) && before) {
    const differs = (key: string) =>
      JSON.stringify(api.entity.spec[key]) !== JSON.stringify(before.spec[key]);
    if (['definition', 'deprecation', 'lifecycle', 'type'].some(differs)) return true;
  }
  if (api.definition.kind !== 'file') return false;
  if (workspace.isChanged(api.definition.file) || !existsSync(path.join(workspace.root, api.definition.file)))
    return true;
  if (workspace.changes.every(change => !/\.(ya?ml|json)$/i.test(change.path))) return false;
  return [...reachedFiles(api.definition.file, file => workspace.text(file))].some(file =>
    workspace.isChanged(file),
  );
}

/** The same entity in the base: in the same file, in the file this one was moved from, or wherever it stood. */
function findBaseEntity(entity: Entity, workspace: Workspace): Entity | undefined {
  if (workspace.base.kind !== 'git') return undefined;
  if (!workspace.isChanged(entity.file)) return entity;
  const before = workspace.basePath(entity.file);
  const elsewhere = workspace.changes.flatMap(change =>
    change.basePath !== undefined && isCatalogFile(change.basePath) ? [change.basePath] : [],
  );
  for (const file of new Set([...(before === undefined ? [] : [before]), ...elsewhere])) {
    const text = workspace.baseText(file);
    const found =
      text === undefined ? undefined : readEntities(text, file).entities.find(one => one.ref === entity.ref);
    if (found) return found;
  }
  return undefined;
}

/** APIs that the base has and the working tree has not. */
function removedTargets(catalog: Catalog, workspace: Workspace): Target[] {
  const files = workspace.changes.flatMap(change =>
    change.basePath !== undefined && isCatalogFile(change.basePath) ? [change.basePath] : [],
  );
  return files.flatMap(file => {
    const { entities } = readEntities(workspace.baseText(file) ?? '', file);
    return entities
      .filter(entity => entity.kind === 'api' && !catalog.entities.has(entity.ref))
      .map(entity => ({
        api: entity.ref,
        owner: ownerOf(entity),
        change: 'removed' as const,
        base:
          workspace.baseHost &&
          sourceOf(entity, definitionOf(entity), workspace.baseHost, name => workspace.baseText(name)),
        baseEntity: entity,
      }));
  });
}
