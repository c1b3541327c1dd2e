import { fits } from '../config/glob';
import { Catalog } from '../catalog/catalog';
import { reachedFiles } from './references';
import { fileTargets, Target } from './targets';
import { Workspace } from './workspace';

/** Documents that `apis` of `treaty.yaml` names and no catalog entity does. */
export function listedDocuments(
  patterns: readonly string[],
  files: readonly string[],
  catalog: Catalog,
): string[] {
  const known = new Set(
    catalog.apis.flatMap(({ definition }) => (definition.kind === 'file' ? [definition.file] : [])),
  );
  return files.filter(file => !known.has(file) && patterns.some(pattern => fits(pattern, file)));
}

/** Those of them that the change touches, and those that it takes away. */
export function listedTargets(
  patterns: readonly string[],
  documents: readonly string[],
  catalog: Catalog,
  workspace: Workspace,
): Target[] {
  const touched = documents.filter(file =>
    [...reachedFiles(file, name => workspace.text(name))].some(name => workspace.isChanged(name)),
  );
  const gone = workspace.changes.filter(
    change => change.kind === 'deleted' && patterns.some(pattern => fits(pattern, change.path)),
  );
  return [
    ...touched.flatMap(file => fileTargets(file, catalog, workspace)),
    ...gone.map(({ path }) => ({
      api: path,
      change: 'removed' as const,
      ...(workspace.baseHost ? { base: { uri: path, host: workspace.baseHost } } : {}),
    })),
  ];
}
