export { automatonOf } from './automaton';
export { compile, matches } from './compile';
export { findWord } from './search';
export type { WordAnswer, WordQuery } from './search';
