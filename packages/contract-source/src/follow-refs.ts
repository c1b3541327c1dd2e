import { Problem, resolveUri } from '@treaty/contract-findings';
import { ContractFiles } from './files';
import { SourceLimits } from './limits';
import { clip } from './near';
import { missingFile, missingPlace, problemAt, RefUse } from './ref-problems';
import {
  findByKeyword,
  fragmentTokens,
  isRemote,
  refOf,
  RefTarget,
  Resolution,
  stepThrough,
  targetOf,
} from './resolve-pointer';
import { walkRefs } from './walk-refs';

/** A chain of references that leads through more references than this is broken. */
const MAX_HOPS = 100;

/** What a target still needs before it can be judged. */
type Outcome = { wait: string } | { resolution?: Resolution; problem?: Problem };

/**
 * Reads every file that a contract reaches by `$ref` and checks that every `$ref` leads somewhere. One problem per
 * broken target, at the first place that refers to it. Files are read in the order they are met.
 */
export class RefFollower {
  readonly problems: Problem[] = [];
  /** Files by the uri that `resolveUri` gives, where that differs from the one they were read under. */
  readonly aliases = new Map<string, string>();
  private readonly uses = new Map<string, RefUse>();
  private pending: RefUse[] = [];
  private refCount = 0;
  /** Objects already walked outside the root's own walk. */
  private readonly seen = new Set<object>();

  /** The root's uri with its dots folded, as references back to it come out. */
  private readonly plainRootUri: string;

  constructor(
    private readonly rootUri: string,
    private readonly files: ContractFiles,
    private readonly limits: SourceLimits,
  ) {
    this.plainRootUri = resolveUri('', rootUri);
  }

  async follow(): Promise<void> {
    this.walk(this.rootUri, this.files.values.get(this.rootUri), '', true);
    while (this.pending.length > 0 && this.refCount <= this.limits.maxRefs) {
      const round = this.pending;
      this.pending = [];
      const waiting: RefUse[] = [];
      const wanted = new Set<string>();
      for (const use of round) {
        // Enough is known to send the reader away; a hostile contract must not be followed to its end.
        if (this.problems.length > this.limits.maxProblems) return;
        const outcome = this.resolve(use);
        if ('wait' in outcome) {
          wanted.add(outcome.wait);
          waiting.push(use);
        } else await this.settle(use, outcome);
      }
      this.pending.push(...waiting);
      if (wanted.size > this.limits.maxFiles - this.files.count) {
        this.report(
          waiting[0],
          'limit-files',
          `the contract has more than ${this.limits.maxFiles} files`,
          'Bundle the files, or raise the limit.',
        );
        return;
      }
      await this.files.readAll([...wanted]);
    }
    if (this.refCount > this.limits.maxRefs) {
      this.problems.push({
        code: 'limit-refs',
        message: `the contract has more than ${this.limits.maxRefs.toLocaleString('en')} $refs`,
        file: this.rootUri,
        next: 'Split the contract, or raise the limit.',
        severity: 'error',
      });
    }
  }

  private walk(file: string, value: unknown, pointer: string, isRoot = false): void {
    walkRefs(
      value,
      'object',
      pointer,
      (ref, here) => {
        this.refCount++;
        if (typeof ref !== 'string') {
          this.report(
            { file, pointer: here(), ref: JSON.stringify(ref) ?? '', count: 1 },
            'ref-malformed',
            "'$ref' is not a text",
            "Write a reference such as '#/components/schemas/Order'.",
            'warning',
          );
          return;
        }
        const key = `${file}\n${ref}`;
        const known = this.uses.get(key);
        if (known) known.count++;
        else {
          const use = { file, ref, pointer: here(), count: 1 };
          this.uses.set(key, use);
          this.pending.push(use);
        }
      },
      isRoot ? undefined : this.seen,
    );
  }

  /** Follows one `$ref` as far as the files read so far allow. */
  private resolve(use: RefUse): Outcome {
    let from = use.file;
    let ref = use.ref;
    let rest: string[] = [];
    const visited = new Set<string>();
    for (;;) {
      // What is left to step through belongs to the question: a `$ref` in the way may be passed twice for two names.
      const question = [from, ref, ...rest].join('\n');
      if (visited.has(question)) {
        return {
          problem: problemAt(
            use,
            'ref-loop',
            `'${clip(use.ref)}' leads back to itself without ever meeting content`,
            'Replace one $ref of the loop by the content it stands for.',
          ),
        };
      }
      if (visited.size >= MAX_HOPS) {
        return {
          problem: problemAt(
            use,
            'limit-ref-chain',
            `'${clip(use.ref)}' leads through more than ${MAX_HOPS} references before it meets content`,
            'Refer to the content itself.',
          ),
        };
      }
      visited.add(question);
      const found = this.lookUp(use, from, ref, rest);
      if (!('resolution' in found) || found.resolution === undefined) return found;
      const { resolution } = found;
      if (resolution.kind === 'missing')
        return { problem: missingPlace(use, resolution, this.target(from, ref)?.uri ?? from) };
      if (resolution.kind === 'through') {
        ({ file: from, ref, rest } = resolution);
        continue;
      }
      const next = resolution.role === 'data' ? undefined : refOf(resolution.value);
      if (next === undefined) return found;
      from = resolution.file;
      ref = next;
      rest = [];
      // The reference met here is walked (and judged) on its own; only a loop matters to this one.
      this.visitTarget(resolution);
    }
  }

  private lookUp(use: RefUse, from: string, ref: string, rest: readonly string[]): Outcome {
    if (isRemote(ref) && !this.limits.allowRemote) {
      const [id] = ref.split('#');
      if (findByKeyword(this.files.values.get(from), ['$id', '$self'], id) !== undefined) return {};
      return {
        problem: problemAt(
          use,
          'remote-ref-refused',
          `'${clip(ref)}' points outside the contract's own files; nothing is fetched`,
          'Copy the target into the repository and refer to it by a relative path.',
        ),
      };
    }
    const target = this.target(from, ref);
    if (!target)
      return {
        problem: problemAt(
          use,
          'ref-malformed',
          `'${clip(ref)}' has a broken percent escape`,
          "Write a literal '%' as '%25'.",
        ),
      };
    if (!this.files.has(target.uri)) return { wait: target.uri };
    if (target.rawUri !== undefined) this.aliases.set(target.rawUri, target.uri);
    if (!this.files.values.has(target.uri)) return {};
    const value = this.files.values.get(target.uri);
    const tokens = fragmentTokens(target.fragment);
    if (tokens) return { resolution: stepThrough(value, [...tokens, ...rest], target.uri) };
    const anchored =
      findByKeyword(value, ['$anchor', '$dynamicAnchor'], target.fragment) ??
      findByKeyword(value, ['$id', 'id'], `#${target.fragment}`);
    if (anchored === undefined)
      return { resolution: { kind: 'missing', parent: '', token: target.fragment, names: [] } };
    return { resolution: stepThrough(anchored, rest, target.uri) };
  }

  /** A target by the name its file was or will be read under: the root's is the one the user gave, `./` and all. */
  private target(from: string, ref: string): RefTarget | undefined {
    const target = targetOf(from, ref);
    if (!target || target.uri !== this.plainRootUri || target.uri === this.rootUri) return target;
    return { uri: this.rootUri, rawUri: target.rawUri ?? target.uri, fragment: target.fragment };
  }

  private async settle(use: RefUse, outcome: Exclude<Outcome, { wait: string }>): Promise<void> {
    if (outcome.problem) {
      this.push(outcome.problem);
      return;
    }
    if (outcome.resolution?.kind === 'found') this.visitTarget(outcome.resolution);
    const target = this.target(use.file, use.ref);
    const failure = target && this.files.failures.get(target.uri);
    // A file that could be read and not parsed has its own problem already.
    if (target && failure) {
      const problem = await missingFile(use, target.uri, this.rootUri, failure, this.files);
      if (problem) this.push(problem);
    }
  }

  /** The root was walked whole, payloads aside; every other target is walked where it is referred to. */
  private visitTarget(target: Resolution & { kind: 'found' }): void {
    if (target.file === this.rootUri && target.role !== 'data' && target.role !== 'example') return;
    this.walk(target.file, target.value, target.pointer);
  }

  private report(
    use: RefUse,
    code: string,
    message: string,
    next: string,
    severity: Problem['severity'] = 'error',
  ): void {
    this.push(problemAt(use, code, message, next, severity));
  }

  private push(problem: Problem): void {
    if (this.problems.length <= this.limits.maxProblems) this.problems.push(problem);
  }
}
