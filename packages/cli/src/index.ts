/**
 * The `treaty` command as a library: for the generator of its reference and for tests.
 *
 * @packageDocumentation
 */
export { EXIT, type ExitCode } from './errors';
export { processIo, type Io } from './io';
export { main } from './main';
