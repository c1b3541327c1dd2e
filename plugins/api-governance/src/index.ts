/**
 * The governance pages and what they add to the pages of APIs, for apps of the new frontend system. Apps on the classic
 * one import from `@treaty/plugin-api-governance/legacy`.
 *
 * @packageDocumentation
 */
export { apiGovernancePlugin as default } from './plugin';
export { apiGovernanceApiRef, clockApiRef } from './apis';
export { ContractViewer } from './ContractViewer';
export type { ApiGovernanceApi, Clock } from './api/ApiGovernanceApi';
export { documentSizes } from './api/documentSize';
export { leaveLargeDocumentsOut } from './lib/largeDocuments';
