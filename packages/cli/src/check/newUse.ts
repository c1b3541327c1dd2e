import { AtLocation, formatSubject, parseAt, Problem, Subject } from '@treaty/contract-findings';
import { DeprecationEntry, listDeprecations } from '@treaty/contract-deprecations';
import { LoadedDocument, loadDocument } from '@treaty/contract-source';
import {
  FacetKind,
  manifestToRecords,
  readManifest,
  UsageManifest,
  UsageRecord,
} from '@treaty/contract-usage';
import { Catalog } from '../catalog/catalog';
import { Workspace } from './workspace';

/** Which facets speak of which place. A read field is a place in a response, a sent one in a request. */
const PLACES: Partial<Record<FacetKind, { location: AtLocation; direction: Subject['direction'] }>> = {
  responseRead: { location: 'body', direction: 'response' },
  requestBody: { location: 'body', direction: 'request' },
  query: { location: 'query', direction: 'request' },
  header: { location: 'header', direction: 'request' },
};

/** W3: what this change begins to use although it is deprecated. Told, and does not stop the change. */
export async function newUseOfDeprecated(catalog: Catalog, workspace: Workspace): Promise<Problem[]> {
  const out: Problem[] = [];
  for (const manifest of catalog.manifests.filter(one => workspace.isChanged(one.uri))) {
    const before = manifestBefore(manifest, workspace);
    for (const api of new Set(manifest.uses.map(use => use.api))) {
      const definition = catalog.apis.find(({ entity }) => entity.ref === api)?.definition;
      if (definition?.kind !== 'file') continue;
      const { document } = await loadDocument(definition.file, workspace.host);
      const entries = document ? listDeprecations(document).filter(entry => entry.deprecated) : [];
      if (!document || entries.length === 0) continue;
      const now = recordsOf(manifest, api, document);
      const then = before ? recordsOf(before, api, document) : [];
      for (const entry of entries.filter(one => uses(now, one) && !uses(then, one)))
        out.push(warning(manifest, api, entry));
    }
  }
  return out;
}

function manifestBefore(manifest: UsageManifest, workspace: Workspace): UsageManifest | undefined {
  const file = workspace.basePath(manifest.uri);
  const text = file === undefined ? undefined : workspace.baseText(file);
  return text === undefined ? undefined : readManifest(text, manifest.uri).manifest;
}

function recordsOf(manifest: UsageManifest, api: string, document: LoadedDocument): UsageRecord[] {
  return manifestToRecords(manifest, {
    api,
    document,
    contractDigest: document.digest,
    sourceRef: manifest.uri,
  }).records;
}

function uses(records: readonly UsageRecord[], entry: DeprecationEntry): boolean {
  return records.some(record =>
    entry.occurrences.some(subject => {
      if (subject.operation !== `${record.operation.method} ${record.operation.template}`) return false;
      if (subject.at === undefined) return true;
      const { location, tokens } = parseAt(subject.at);
      const wanted = subject.at.slice(location.length);
      return record.facets.some(({ kind, paths }) => {
        const place = PLACES[kind];
        if (place?.location !== location || (subject.direction ?? place.direction) !== place.direction)
          return false;
        return tokens.length > 0 && paths.some(path => path === wanted || path.startsWith(`${wanted}/`));
      });
    }),
  );
}

function warning(manifest: UsageManifest, api: string, entry: DeprecationEntry): Problem {
  const end = entry.sunset === undefined ? 'without a sunset' : `until ${entry.sunset.slice(0, 10)}`;
  return {
    code: 'new-use-of-deprecated',
    message: `W3: ${manifest.consumer} begins to use ${formatSubject(entry.subject)} of ${api}, which is deprecated (${end})`,
    file: manifest.uri,
    next:
      entry.replacedBy === undefined
        ? 'ask the owner of the API what replaces it'
        : `use ${entry.replacedBy} instead`,
    severity: 'warning',
  };
}
