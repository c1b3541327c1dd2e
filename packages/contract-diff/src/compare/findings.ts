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

/** A fact as it is met on the way from one pair. */
interface Visit {
  fact: SchemaFact;
  path: Pair['children'];
  /** What comes after the root's own place. */
  suffix: string;
  /** The place under the root that was met last: the roots of one operation mostly agree. */
  last?: { prefix: string; at: string };
}

/** Schema facts as drafts, each with every operation and place that reaches it. */
export function draftsOf(roots: readonly Root[]): Draft[] {
  const useful = usefulPairs(roots);
  const drafts = new Map<SchemaFact, Draft>();
  const visits = new Map<Pair, Visit[]>();
  for (const root of roots) {
    if (!useful.has(root.pair)) continue;
    const found = visits.get(root.pair) ?? visitsFrom(root.pair, useful);
    visits.set(root.pair, found);
    const prefix = formatAt(root.location, root.tokens);
    for (const visit of found) {
      const { fact, path, suffix } = visit;
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
      if (draft.reaches && draft.reaches.length < MAX_REACHES) draft.reaches.push({ root, path });
      draft.occurrences.push(occurrence);
    }
  }
  return [...drafts.values()];
}

/** Everything that is met on the way from one pair, nearest first. */
function visitsFrom(start: Pair, useful: ReadonlySet<Pair>): Visit[] {
  const found: Visit[] = [];
  const times = new Map<Pair, number>();
  const queue: Array<{ pair: Pair; path: Pair['children']; tokens: string[] }> = [
    { pair: start, path: [], tokens: [] },
  ];
  for (let i = 0; i < queue.length && i < MAX_STEPS; i++) {
    const { pair, path, tokens } = queue[i];
    for (const fact of pair.facts) {
      const at = formatAt('body', [...tokens, ...(fact.report.at ?? [])]);
      found.push({ fact, path, suffix: at.slice('body'.length) });
    }
    for (const child of pair.children) {
      const seen = times.get(child.pair) ?? 0;
      if (!useful.has(child.pair) || seen >= MAX_VISITS || path.some(step => step.pair === child.pair))
        continue;
      times.set(child.pair, seen + 1);
      queue.push({ pair: child.pair, path: [...path, child], tokens: [...tokens, ...tokenOf(child.step)] });
    }
  }
  return found;
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
