import { Problem } from '@treaty/contract-findings';
import { decodeText, tooLarge } from './decode';
import { SourceLimits } from './limits';
import { parseText } from './parse';
import { SourceHost, TooLargeError } from './types';

/** Why a file is not there. */
export interface ReadFailure {
  reason: 'missing' | 'outside' | 'unreadable';
  message: string;
}

/** The files of one contract as they are read: texts, values, and what was wrong with each. */
export class ContractFiles {
  readonly texts = new Map<string, string>();
  readonly values = new Map<string, unknown>();
  readonly failures = new Map<string, ReadFailure>();
  readonly problems: Problem[] = [];
  private totalBytes = 0;

  constructor(
    private readonly host: SourceHost,
    private readonly limits: SourceLimits,
  ) {}

  /** Number of files asked for so far. */
  get count(): number {
    return this.texts.size + this.failures.size;
  }

  has(uri: string): boolean {
    return this.texts.has(uri) || this.failures.has(uri);
  }

  /** Reads and decodes; the text is kept, nothing is parsed. */
  async readText(uri: string): Promise<string | undefined> {
    let content: string | Uint8Array;
    try {
      content = await this.host.read(uri);
    } catch (error) {
      if (error instanceof TooLargeError) this.fail(uri, tooLarge(error.bytes, uri, this.limits));
      else this.failures.set(uri, describeFailure(error));
      return undefined;
    }
    this.totalBytes += content.length;
    if (this.totalBytes > this.limits.maxTotalBytes) {
      this.fail(uri, {
        code: 'limit-size',
        message: `the files of the contract have more than ${this.limits.maxTotalBytes.toLocaleString('en')} bytes together`,
        file: uri,
        next: 'Split the contract, or raise the limit on total size.',
        severity: 'error',
      });
      return undefined;
    }
    const { text, problem } = decodeText(content, uri, this.limits);
    if (text === undefined) {
      if (problem) this.fail(uri, problem);
      return undefined;
    }
    this.texts.set(uri, text);
    return text;
  }

  /** Parses a text that was read before; its value is there afterwards unless a problem says why not. */
  parse(uri: string): void {
    const { value, problems } = parseText(this.texts.get(uri) ?? '', uri, this.limits);
    this.problems.push(...problems);
    if (value !== undefined) this.values.set(uri, value);
  }

  /** Reads and parses several files, at most eight at a time; the order of problems is that of `uris`. */
  async readAll(uris: readonly string[]): Promise<void> {
    for (let i = 0; i < uris.length; i += 8) {
      const batch = uris.slice(i, i + 8);
      await Promise.all(batch.map(uri => this.readText(uri)));
      for (const uri of batch) if (this.texts.has(uri)) this.parse(uri);
    }
  }

  /** Names beside a missing file, for `did you mean`; empty when the host cannot say. */
  async namesBeside(uri: string): Promise<string[]> {
    if (!this.host.list) return [];
    try {
      return await this.host.list(uri.replace(/\/?[^/]*$/, ''));
    } catch {
      // The folder may be missing, too; a suggestion is all that is lost, and the missing file is reported anyway.
      return [];
    }
  }

  private fail(uri: string, problem: Problem): void {
    this.problems.push(problem);
    this.failures.set(uri, { reason: 'unreadable', message: problem.message });
  }
}

function describeFailure(error: unknown): ReadFailure {
  // By shape, not by class: the host may live in another realm.
  const { code, message } = (typeof error === 'object' && error !== null ? error : {}) as Record<
    string,
    unknown
  >;
  const text = typeof message === 'string' ? message : String(error);
  if (code === 'OUTSIDE_ROOT') return { reason: 'outside', message: text };
  if (code === 'ENOENT' || code === 'ENOTDIR') return { reason: 'missing', message: text };
  return { reason: 'unreadable', message: code === 'EISDIR' ? 'it is a folder' : text };
}
