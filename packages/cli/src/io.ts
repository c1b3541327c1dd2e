/** What a command sees of the machine. Tests hand in their own. */
export interface Io {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** The report, and nothing else. */
  out(text: string): void;
  /** Everything else for people: problems, progress. */
  err(text: string): void;
  /** Whether standard output is a terminal. */
  terminal: boolean;
  /** Columns of the terminal, when there is one. */
  columns?: number;
  /** The clock; `--now` replaces it. */
  now(): Date;
}

/** The process's own streams and clock. */
export function processIo(): Io {
  return {
    cwd: process.cwd(),
    env: process.env,
    out: text => void process.stdout.write(text),
    err: text => void process.stderr.write(text),
    terminal: process.stdout.isTTY === true,
    columns: process.stdout.columns,
    now: () => new Date(),
  };
}
