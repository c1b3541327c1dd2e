/**
 * Something that kept an engine from doing its work on the user's input: a file that cannot be read, YAML that does not
 * parse, a `$ref` that points nowhere. Never a statement about the quality of a contract (that is a finding).
 */
export interface Problem {
  /** Stable kebab-case id, for example `yaml-syntax`, `ref-not-found`, `remote-ref-refused`. */
  code: string;
  /** What is wrong, in one sentence, without the location. */
  message: string;
  /** The file as the user named it. */
  file?: string;
  /** 1-based. */
  line?: number;
  /** 1-based. */
  column?: number;
  /** JSON Pointer inside the file, where one is known. */
  pointer?: string;
  /** What the reader can do about it, as a sentence or a command. */
  next: string;
  /** `error`: the document cannot be judged. `warning`: judged, but something was left out. */
  severity: 'error' | 'warning';
}

/** `file:line:column: message; next` on one line, for logs and terminals. */
export function formatProblem(problem: Problem): string {
  const place = [problem.file, problem.line, problem.line === undefined ? undefined : problem.column]
    .filter(part => part !== undefined)
    .join(':');
  return `${place ? `${place}: ` : ''}${problem.message} → ${problem.next}`;
}
