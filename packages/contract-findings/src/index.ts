/**
 * The shared language of every engine and host: what is said about a contract, by whom, how surely.
 *
 * @packageDocumentation
 */
export * from './acceptance';
export * from './document';
export * from './finding';
export * from './fingerprint';
export * from './formats';
export * from './level';
export * from './location';
export * from './problem';
export * from './proof';
export * from './report';
export * from './subject';
export * from './suggest';
export * from './sunset';
export * from './verdict';
