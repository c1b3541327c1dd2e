import { createExtensionPoint } from '@backstage/backend-plugin-api';

/** A usage manifest (`apiVersion: treaty/v1`) as some system publishes it. */
export interface PublishedManifest {
  /** Entity ref of the component that wrote it, for example `component:default/web`. */
  consumer: string;
  /** The manifest, YAML or JSON. */
  text: string;
  /** Where a person finds it: file and commit, URL, batch. Shown as the evidence's source. */
  sourceRef: string;
}

/**
 * A place usage manifests come from, beside `spec.usage` of components in the catalog: an artifact store, a build system.
 * Asked on every ingestion; what it no longer names is forgotten.
 */
export interface UsageManifestSource {
  /** Stable and unique; names the source in problems and logs. */
  id: string;
  /** Throws when the source cannot answer; then what it said last stays and a problem is shown. */
  manifests(): AsyncIterable<PublishedManifest>;
}

/** What modules of the `api-governance` plugin can add. */
export interface UsageManifestsExtensionPoint {
  /** @throws Error when another source has the same id. */
  addSource(source: UsageManifestSource): void;
}

/** Reach it from a backend module with `pluginId: 'api-governance'`. */
export const usageManifestsExtensionPoint = createExtensionPoint<UsageManifestsExtensionPoint>({
  id: 'api-governance.usage-manifests',
});
