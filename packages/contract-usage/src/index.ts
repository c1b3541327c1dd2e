/**
 * Evidence of use to usage facts, and who a finding hits.
 *
 * @packageDocumentation
 */
export * from './changes';
export * from './facts';
export * from './importers/manifest';
export * from './importers/manifestRecords';
export * from './importers/manifestTypes';
export * from './judge';
export * from './match';
export { listOperations, operationKey, parseOperation, type ContractOperation } from './operations';
export * from './staleness';
export * from './verdictTable';
