import { CommanderError } from 'commander';
import { CommandError, EXIT, ExitCode } from './errors';
import { Io } from './io';
import { Outcome } from './outcome';
import { createProgram } from './program';
import { VERSION } from './version';

/** Runs one command line and returns its exit code. Nothing else decides it. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const outcome: Outcome = { code: EXIT.pass };
  try {
    const program = createProgram(io, outcome);
    if (argv.length === 0) {
      program.outputHelp({ error: true });
      return EXIT.unusable;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return outcome.code;
  } catch (error) {
    return explainError(error, argv, io);
  }
}

function explainError(error: unknown, argv: readonly string[], io: Io): ExitCode {
  if (error instanceof CommanderError) {
    // Commander has written its message already; help and version end with 0.
    if (error.exitCode === 0) return EXIT.pass;
    io.err(
      `next: treaty ${argv[0]?.startsWith('-') || error.code === 'commander.unknownCommand' ? '' : `${argv[0]} `}--help\n`,
    );
    return EXIT.unusable;
  }
  if (error instanceof CommandError) {
    io.err(`treaty: ${error.message}\nnext: ${error.next}\n`);
    return error.exitCode;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.err(
    `treaty: this is a bug in treaty, not in your files.\n${stack}\n` +
      `Please report it with the lines above and the command: treaty ${argv.join(' ')}\n` +
      `(treaty ${VERSION}, node ${process.version}, ${process.platform}; the project's issue tracker is named in its README)\n`,
  );
  return EXIT.bug;
}
