/** Exit codes of every command. */
export const EXIT = { pass: 0, gateFails: 1, unusable: 2, cannotDecide: 3, bug: 70 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * Something that ends a command and that the user can mend: wrong usage, unusable input (2), or something that is needed
 * to decide and is not there (3). Never used for what a contract says; that is a finding.
 */
export class CommandError extends Error {
  constructor(
    message: string,
    /** What to do about it: a sentence or a command. */
    readonly next: string,
    readonly exitCode: typeof EXIT.unusable | typeof EXIT.cannotDecide = EXIT.unusable,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'CommandError';
  }
}
