/**
 * The api-governance backend plugin.
 *
 * @packageDocumentation
 */
export { apiGovernancePlugin as default } from './plugin';
