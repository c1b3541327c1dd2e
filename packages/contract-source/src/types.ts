import { ContractDocument, Problem } from '@treaty/contract-findings';

/** The only way out of this room: the host decides what may be read, and from where. */
export interface SourceHost {
  /**
   * The content of `uri`, a `/`-separated path as the user named it (or an absolute URI when `allowRemote` is set).
   * Bytes are preferred: only they can be checked for UTF-8. Throws when the file cannot or may not be read; see
   * {@link OutsideRootError}. An error with `code: 'ENOENT'` is reported as a missing file.
   */
  read(uri: string): Promise<string | Uint8Array>;
  /** File names in a folder (`''` is the working folder), for `did you mean`. Optional; may throw. */
  list?(folder: string): Promise<string[]>;
  /** Hex SHA-256 of a text (UTF-8). Optional; a native one saves 100 ms on a 13 MB document. */
  sha256?(text: string): string;
}

/** What a host throws when a path leaves the folder it allows. */
export class OutsideRootError extends Error {
  readonly code = 'OUTSIDE_ROOT';
  constructor(uri: string, root?: string) {
    super(`'${uri}' is outside ${root === undefined ? 'the allowed folder' : `'${root}'`}`);
    this.name = 'OutsideRootError';
  }
}

/** What a host throws instead of reading a file that no limit would let pass. */
export class TooLargeError extends Error {
  constructor(readonly bytes: number) {
    super(`the file has ${bytes} bytes`);
    this.name = 'TooLargeError';
  }
}

/** Which contract language a document speaks. `version` is as written: `2.0`, `3.0.3`, `3.1.0`; empty for GraphQL. */
export interface Specification {
  kind: 'openapi' | 'asyncapi' | 'graphql';
  version: string;
}

/** A contract with its texts, so that findings can be given line numbers. */
export interface LoadedDocument extends ContractDocument {
  /**
   * Every file's text by uri, without byte order mark. Like `files`, it has an entry for each spelling under which
   * `resolveUri` arrives at a file (`./openapi.yaml` and `openapi.yaml`, `line%20item.yaml` and `line item.yaml`).
   */
  texts: ReadonlyMap<string, string>;
  specification: Specification;
  /** Hex SHA-256 over the text(s); computed when first asked for. */
  readonly digest: string;
  /** `info.title`. */
  title?: string;
  /** `info.version`. */
  version?: string;
}

/** Outcome of `loadDocument`; it never throws on user input. */
export interface LoadResult {
  /** Present exactly when no problem is an `error`: the whole contract was read and every `$ref` leads somewhere. */
  document?: LoadedDocument;
  /** What could be read in spite of errors; for display only, never for a judgement. */
  partial?: LoadedDocument;
  /** In reading order, each with file, line and column where it has them. */
  problems: Problem[];
}
