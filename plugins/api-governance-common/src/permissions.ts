import { BasicPermission, createPermission } from '@backstage/plugin-permission-common';

/** See APIs, their releases, documents, operations and consumers. */
export const apiReadPermission: BasicPermission = createPermission({
  name: 'api-governance.api.read',
  attributes: { action: 'read' },
});

/** See deprecations and the consumers a removal would hit. */
export const deprecationReadPermission: BasicPermission = createPermission({
  name: 'api-governance.deprecation.read',
  attributes: { action: 'read' },
});

/** See what the ingestion does and what it could not read. */
export const ingestionReadPermission: BasicPermission = createPermission({
  name: 'api-governance.ingestion.read',
  attributes: { action: 'read' },
});

/** Run the ingestion now. */
export const ingestionRunPermission: BasicPermission = createPermission({
  name: 'api-governance.ingestion.run',
  attributes: { action: 'create' },
});

/** Publish a release from a build. */
export const releasePublishPermission: BasicPermission = createPermission({
  name: 'api-governance.release.publish',
  attributes: { action: 'create' },
});

/** Every permission of the plugin, for the backend to register. */
export const apiGovernancePermissions: BasicPermission[] = [
  apiReadPermission,
  deprecationReadPermission,
  ingestionReadPermission,
  ingestionRunPermission,
  releasePublishPermission,
];
