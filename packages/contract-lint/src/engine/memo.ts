import { createHash } from 'node:crypto';
import { oas2, oas3, oas3_0, oas3_1, oas3_2 } from '@stoplight/spectral-formats';
import type { Rule } from '@stoplight/spectral-core';
import { oas } from '@stoplight/spectral-rulesets';
import { isObject, own } from '../model/place';
import { ExampleMemo } from '../types';
import { PlainValidity } from './plain-validity';
import { hasIdentity } from './schema-identity';

type RuleFunction = Rule['then'][number]['function'];
type Arguments = Parameters<RuleFunction>;
type Context = Arguments[2];
type Result = { message: string; path?: Context['path'] };

/** Rules of the stock OpenAPI ruleset whose function validates examples against schemas. */
const EXAMPLE_RULES = [
  'oas2-valid-schema-example',
  'oas2-valid-media-example',
  'oas3-valid-media-example',
  'oas3-valid-schema-example',
];

const FORMATS = { oas2, oas3, oas3_0, oas3_1, oas3_2 };

let functions: ReadonlySet<RuleFunction> | undefined;

/** The functions that {@link ExampleCache} may wrap, taken from the ruleset that is installed. */
export function exampleFunctions(): ReadonlySet<RuleFunction> {
  if (functions) return functions;
  const found = new Set<RuleFunction>();
  for (const name of EXAMPLE_RULES) {
    const then = own(own(own(oas, 'rules'), name), 'then');
    for (const entry of Array.isArray(then) ? then : [then]) {
      const fn = own(entry, 'function');
      if (typeof fn === 'function') found.add(fn as RuleFunction);
    }
  }
  functions = found;
  return found;
}

/** 144 bits: results of two different inputs are never confused. */
const KEY_LENGTH = 24;

/** So many schemas are compiled before their validators are let go. */
const LEASES = 64;

class NotJson extends Error {}

/**
 * Stock Spectral validates every example once per way through the resolved document that leads to it, and compiles the
 * schema again each time because it clones it first. Here a result is remembered by the content that decides it, within
 * a run and, through {@link ExampleMemo}, between runs.
 */
export class ExampleCache {
  /** Content hash by schema field and object: the resolved document shares one object between all ways that lead to it. */
  private readonly hashes = new Map<string, WeakMap<object, string | null>>();
  /** Answers by object, so that the hash itself is looked up once. */
  private readonly answers = new WeakMap<object, Map<string, readonly Result[] | null>>();

  private readonly plain = new PlainValidity();
  private inventory: Context['documentInventory'] | undefined;
  private leased = 0;

  constructor(private readonly memo: ExampleMemo) {}

  wrap(fn: RuleFunction): RuleFunction {
    return (input, options, context) => {
      if (!isObject(input)) return fn(input, options, context);
      const circumstances = circumstancesOf(options, context);
      let known = this.answers.get(input);
      if (!known) this.answers.set(input, (known = new Map()));
      let answer = known.get(circumstances);
      let smaller: object | undefined;
      if (answer === undefined) {
        const verdict = this.plain.judge(input, options, context);
        if (verdict === true) known.set(circumstances, (answer = null));
        else if (verdict !== false) smaller = verdict;
      }
      if (answer === undefined) {
        const hash = this.hashOf(input, own(options, 'schemaField'));
        if (hash === null) return fn(input, options, context);
        const ask = (about: object) =>
          fn(about, options, { ...context, documentInventory: this.lease(context) });
        answer = this.recall(
          `${circumstances}|${hash}`,
          () => {
            const results = smaller && ask(smaller);
            return Array.isArray(results) && results.length > 0 ? results : ask(input);
          },
          context.path.length,
        );
        known.set(circumstances, answer);
      }
      return answer?.map(({ message, path }) => ({
        message,
        ...(path && { path: [...context.path, ...path] }),
      }));
    };
  }

  /**
   * The stock function keeps every validator it compiles for as long as the inventory it is called with, and it looks at
   * nothing else of it. What is remembered here needs no validator any more, so a fresh stand-in every now and then
   * gives the memory back.
   */
  private lease(context: Context): Context['documentInventory'] {
    if (!this.inventory || ++this.leased % LEASES === 0)
      this.inventory = Object.create(context.documentInventory) as Context['documentInventory'];
    return this.inventory;
  }

  private recall(
    circumstances: string,
    ask: () => ReturnType<RuleFunction>,
    depth: number,
  ): readonly Result[] | null {
    const key = createHash('sha256').update(circumstances).digest('base64url').slice(0, KEY_LENGTH);
    this.memo.used.add(key);
    const stored = this.memo.entries.get(key);
    if (stored !== undefined) return stored === '' ? null : (JSON.parse(stored) as Result[]);
    const results = (ask() ?? []) as readonly Result[];
    const relative = results.map(({ message, path }) => ({
      message,
      ...(path && { path: path.slice(depth) }),
    }));
    this.memo.entries.set(key, relative.length === 0 ? '' : JSON.stringify(relative));
    return relative.length === 0 ? null : relative;
  }

  /** `null` for what must not be remembered: schemas that register themselves in the validator, values JSON cannot say. */
  private hashOf(input: object, schemaField: unknown): string | null {
    const field = String(schemaField);
    let hashes = this.hashes.get(field);
    if (!hashes) this.hashes.set(field, (hashes = new WeakMap()));
    const known = hashes.get(input);
    if (known !== undefined) return known;
    const schema = field === '$' ? input : own(input, field);
    let hash: string | null = null;
    if (!hasIdentity(schema) && isObject(schema)) {
      const text = serialise(input);
      if (text !== undefined) hash = createHash('sha256').update(text).digest('base64url');
    }
    hashes.set(input, hash);
    return hash;
  }
}

/** Everything but the value itself that the stock function looks at. */
function circumstancesOf(options: unknown, { path, document }: Context): string {
  const formats = [...(document.formats ?? [])].map(
    format => Object.entries(FORMATS).find(([, known]) => known === format)?.[0] ?? '?',
  );
  // Whether a medium belongs to a request or a response decides about readOnly and writeOnly; these segments decide that.
  const region = path[0] === 'paths' ? ['paths', path[3]] : path.slice(0, 2);
  return JSON.stringify([
    options,
    formats,
    own(document.data, 'jsonSchemaDialect'),
    region,
    path[path.length - 1],
  ]);
}

/** JSON of a value, or `undefined` when JSON would lose something: loops, non-finite numbers, values that are no data. */
function serialise(value: object): string | undefined {
  try {
    return JSON.stringify(value, (_, member: unknown) => {
      if (typeof member === 'number' && !Number.isFinite(member)) throw new NotJson();
      if (typeof member === 'bigint' || typeof member === 'function' || typeof member === 'symbol')
        throw new NotJson();
      return member;
    });
  } catch (error) {
    if (error instanceof NotJson || error instanceof TypeError) return undefined;
    throw error;
  }
}
