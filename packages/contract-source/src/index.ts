/**
 * Text to document: YAML or JSON, one file or many, problems instead of exceptions, positions on demand.
 *
 * @packageDocumentation
 */
export { decodeText } from './decode';
export { loadDocument } from './load';
export { parseAll, parseText } from './parse';
export { locate, locatePointers } from './locate';
export type { TextPosition } from './positions';
export { DEFAULT_LIMITS } from './limits';
export type { SourceLimits } from './limits';
export { isGraphql } from './specification';
export { OutsideRootError, TooLargeError } from './types';
export type { LoadedDocument, LoadResult, SourceHost, Specification } from './types';
