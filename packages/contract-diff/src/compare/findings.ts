import { AtLocation, formatAt, Subject } from '@treaty/contract-findings';
import { Loc } from '../model/reader';
import { Operation } from '../model/types';
import { Mode, Ref } from '../normalize/norm';
import { Report, Rule } from '../rules/define';
import { Effect } from '../rules/levels';
import { Pair, SchemaFact } from './pair';

/** Where the schemas of a message are rooted. */
export interface Root {
  pair: Pair;
  /** As they stand in the documents; what the independent validator is given. */
  schemas: { before: Ref; after: Ref };
  subject: Subject;
  location: AtLocation;
  tokens: string[];
  /** The header of a part of a multipart message that the schemas are about. */
  carrier?: { part: string; header: string };
  /** The operations, for building messages. */
  before: Operation;
  after: Operation;
}

/** One way from the root of a message to a schema. */
export interface Reach {
  root: Root;
  path: Pair['children'];
}

/** A differing part as a whole message, or why the whole does not differ. */
export type Whole =
  | { kind: 'value'; value: unknown; reach: Reach }
  /** Every whole message is taken: alternatives around the part take what it refuses. */
  | { kind: 'harmless' }
  | { kind: 'unclear'; why: string }
  /** The part differs, but no whole message with it could be made. */
  | { kind: 'unbuilt' };

/** A finding before its level is settled. */
export interface Draft {
  rule: Rule;
  report: Report;
  effect: Effect;
  mode: Mode;
  message: string;
  occurrences: Subject[];
  places: { before?: Loc; after?: Loc };
  fact?: SchemaFact;
  /** The first ways to the schema. */
  reaches?: Reach[];
  /** What the difference is in a whole message. */
  whole?: Whole;
  operations: { before?: Operation; after?: Operation };
}

/** Ways to a schema that are tried before a message around it is given up. */
const MAX_REACHES = 4;
const MAX_VISITS = 4;
const MAX_STEPS = 20_000;

/** One step on the way from the root of a message; ways that begin alike share their beginning. */
interface Way {
  pair: Pair;
  /** What comes after the root's own place. */
  suffix: string;
  step?: Pair['children'][number];
  before?: Way;
}

/** A fact as it is met on the way from one pair. */
interface Visit {
  fact: SchemaFact;
  way: Way;
  /** What comes after the root's own place. */
  suffix: string;
  /** The place under the root that was met last: the roots of one operation mostly agree. */
  last?: { prefix: string; at: string };
}

/** How the steps are written; a step is on the way of many messages. */
class Suffixes {
  private readonly known = new Map<Pair['children'][number], string>();

  of(step: Pair['children'][number]): string {
    let suffix = this.known.get(step);
    if (suffix === undefined) this.known.set(step, (suffix = suffixOf(tokenOf(step.step))));
    return suffix;
  }
}

/** Schema facts as drafts, each with every operation and place that reaches it. */
export function draftsOf(roots: readonly Root[]): Draft[] {
  const useful = usefulPairs(roots);
  const drafts = new Map<SchemaFact, Draft>();
  const visits = new Map<Pair, Visit[]>();
  const suffixes = new Suffixes();
  for (const root of roots) {
    if (!useful.has(root.pair)) continue;
    const found = visits.get(root.pair) ?? visitsFrom(root.pair, useful, suffixes);
    visits.set(root.pair, found);
    const prefix = formatAt(root.location, root.tokens);
    for (const visit of found) {
      const { fact, way, suffix } = visit;
      if (visit.last?.prefix !== prefix) visit.last = { prefix, at: prefix + suffix };
      const occurrence: Subject = { ...root.subject, at: visit.last.at };
      if (fact.report.concerns && !fact.report.concerns(occurrence)) continue;
      let draft = drafts.get(fact);
      if (!draft) {
        draft = {
          rule: fact.rule,
          report: fact.report,
          effect: fact.effect,
          mode: root.pair.mode,
          message: fact.message,
          occurrences: [],
          places: fact.places,
          fact,
          reaches: [],
          operations: root,
        };
        drafts.set(fact, draft);
      }
      if (draft.reaches && draft.reaches.length < MAX_REACHES)
        draft.reaches.push({ root, path: pathOf(way) });
      draft.occurrences.push(occurrence);
    }
  }
  return [...drafts.values()];
}

/** Everything that is met on the way from one pair, nearest first. */
function visitsFrom(start: Pair, useful: ReadonlySet<Pair>, suffixes: Suffixes): Visit[] {
  const found: Visit[] = [];
  const times = new Map<Pair, number>();
  const queue: Way[] = [{ pair: start, suffix: '' }];
  for (let i = 0; i < queue.length && i < MAX_STEPS; i++) {
    const way = queue[i];
    for (const fact of way.pair.facts) {
      const { at } = fact.report;
      found.push({ fact, way, suffix: at ? way.suffix + suffixOf(at) : way.suffix });
    }
    for (const step of way.pair.children) {
      const seen = times.get(step.pair) ?? 0;
      if (seen >= MAX_VISITS || !useful.has(step.pair) || leadsThrough(way, step.pair)) continue;
      times.set(step.pair, seen + 1);
      const suffix = way.suffix + suffixes.of(step);
      queue.push({ pair: step.pair, suffix, step, before: way });
    }
  }
  return found;
}

/** Tokens as they are written after a place: each with a slash before it. */
function suffixOf(tokens: readonly string[]): string {
  return tokens.length === 0 ? '' : formatAt('body', tokens).slice('body'.length);
}

/** Whether a way has been at a pair already; where it began does not count. */
function leadsThrough(way: Way, pair: Pair): boolean {
  for (let at: Way | undefined = way; at?.step; at = at.before) if (at.pair === pair) return true;
  return false;
}

function pathOf(way: Way): Pair['children'] {
  const path: Pair['children'] = [];
  for (let at: Way | undefined = way; at?.step; at = at.before) path.push(at.step);
  return path.reverse();
}

function tokenOf(step: Pair['children'][number]['step']): string[] {
  switch (step.kind) {
    case 'member':
      return [step.name];
    case 'item':
      return ['*'];
    case 'value':
      return ['{*}'];
    default:
      return [];
  }
}

/** Pairs from which some fact can be reached. */
function usefulPairs(roots: readonly Root[]): Set<Pair> {
  const parents = new Map<Pair, Pair[]>();
  const seen = new Set<Pair>();
  const stack = roots.map(root => root.pair);
  const useful: Pair[] = [];
  for (let pair = stack.pop(); pair; pair = stack.pop()) {
    if (seen.has(pair)) continue;
    seen.add(pair);
    if (pair.facts.length > 0) useful.push(pair);
    for (const child of pair.children) {
      const known = parents.get(child.pair);
      if (known) known.push(pair);
      else parents.set(child.pair, [pair]);
      stack.push(child.pair);
    }
  }
  const out = new Set(useful);
  for (let pair = useful.pop(); pair; pair = useful.pop()) {
    for (const parent of parents.get(pair) ?? []) {
      if (out.has(parent)) continue;
      out.add(parent);
      useful.push(parent);
    }
  }
  return out;
}
