import { NUM, STR } from '../normalize/types';

/** Facets that are lists of demands, with their keyword and the types they bind. */
export const FACETS = [
  ['multiples', 'multipleOf', NUM],
  ['patterns', 'pattern', STR],
  ['formats', 'format', STR | NUM],
  ['encodings', 'contentEncoding', STR],
] as const;
