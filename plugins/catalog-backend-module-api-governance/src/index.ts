/**
 * The catalog module of api-governance.
 *
 * @packageDocumentation
 */
export { catalogModuleApiGovernance as default } from './module';
