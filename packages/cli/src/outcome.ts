import { ExitCode } from './errors';

/** Where a command leaves its exit code. */
export interface Outcome {
  code: ExitCode;
}
