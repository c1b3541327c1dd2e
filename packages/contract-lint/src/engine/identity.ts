import { Subject, appendPointer, fingerprint } from '@treaty/contract-findings';
import { Api, OperationNode } from '../model/api';
import { own, placeKey } from '../model/place';

/** Tells what a place is about, for findings that come with nothing but a path, and gives every finding its identity. */
export class Identities {
  private readonly subjects = new Map<string, Subject>();
  private readonly operations = new Map<string, OperationNode>();
  private readonly taken = new Map<string, number>();

  constructor(private readonly api: Api | undefined) {
    if (!api) return;
    const learn = (node: { place: { file: string; tokens: readonly string[] }; subject: Subject }) => {
      const key = placeKey(node.place);
      if (!this.subjects.has(key)) this.subjects.set(key, node.subject);
    };
    for (const operation of api.operations) {
      this.operations.set(operation.key, operation);
      learn(operation);
      for (const parameter of operation.parameters) learn(parameter);
      if (operation.requestBody) [operation.requestBody, ...operation.requestBody.media].forEach(learn);
      for (const response of operation.responses)
        [response, ...response.headers.values(), ...response.media].forEach(learn);
    }
    api.schemas.forEach(learn);
  }

  /** The subject of the nearest known place at or above this one. */
  subjectAt(file: string, tokens: readonly string[]): Subject {
    for (let length = tokens.length; length > 0; length--) {
      const subject = this.subjects.get(placeKey({ file, tokens: tokens.slice(0, length) }));
      if (subject) return subject;
    }
    return {};
  }

  /**
   * Rule + operation + pointer relative to it + message without its numbers. Inside an operation the operation's key
   * stands for the way to it; anywhere else the pointer does, with the file's name when it is not the root.
   */
  fingerprint(
    rule: string,
    file: string,
    tokens: readonly string[],
    subject: Subject,
    message: string,
  ): string {
    const operation = subject.operation === undefined ? undefined : this.operations.get(subject.operation);
    const inside =
      operation !== undefined &&
      operation.place.file === file &&
      operation.place.tokens.every((token, index) => tokens[index] === token);
    const pointer = this.stablePointer(file, tokens, inside ? operation.place.tokens.length : 0);
    const where = inside ? operation.key : this.relativeFile(file);
    const parts = [rule, where, pointer, normaliseMessage(message)];
    const key = parts.join('\u0001');
    const count = (this.taken.get(key) ?? 0) + 1;
    this.taken.set(key, count);
    return fingerprint(count === 1 ? parts : [...parts, String(count)]);
  }

  /** A pointer in which a parameter stands under its own name: inserting another one before it changes nothing. */
  private stablePointer(file: string, tokens: readonly string[], skip: number): string {
    let value: unknown = this.api?.files.get(file);
    let pointer = '';
    tokens.forEach((token, index) => {
      value = own(value, token);
      if (index < skip) return;
      const name = own(value, 'name');
      const location = own(value, 'in');
      const named =
        tokens[index - 1] === 'parameters' && typeof name === 'string' && typeof location === 'string';
      pointer = appendPointer(pointer, named ? `${location}:${name}` : token);
    });
    return pointer;
  }

  private relativeFile(file: string): string {
    const root = this.api?.files.rootUri;
    if (root === undefined || file === root) return '';
    const from = root.split('/').slice(0, -1);
    const to = file.split('/');
    let shared = 0;
    while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
    return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
  }
}

/** Numbers (counts, days, lines) change while the finding stays the same one. */
export function normaliseMessage(message: string): string {
  return message
    .replace(/\d[\d.,]*/g, '#')
    .replace(/\s+/g, ' ')
    .trim();
}
