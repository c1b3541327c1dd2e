import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

// The portal itself: the built frontend, sign-in and permissions.
backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-auth-backend-module-oidc-provider'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@backstage/plugin-permission-backend-module-allow-all-policy'));

// The catalog, with our own blocks and relations, and `$openapi` for documents that are split over files.
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@treaty/plugin-catalog-backend-module-api-governance'));

// Search over the catalog, kept in the same Postgres.
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-pg'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));

// Releases, deprecations and the consumers they hit.
backend.add(import('@treaty/plugin-api-governance-backend'));

backend.start();
