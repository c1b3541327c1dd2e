/**
 * HTTP types, client and permissions of the api-governance plugin.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './client';
export * from './permissions';
export * from './types';
export type { components, operations, paths } from './generated/openapi';
