/**
 * Extension points of the api-governance backend.
 *
 * @packageDocumentation
 */
export * from './usageManifestSource';
