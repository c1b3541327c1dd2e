import { Prover } from '../contain/prover';
import { mayWrite } from '../contain/properties';
import { isObject } from '../model/reader';
import { Mode, Norm } from '../normalize/norm';
import { Rule } from '../rules/define';
import { Effect, levelOf } from '../rules/levels';
import { Root } from './findings';
import { Pair, SchemaFact } from './pair';

/**
 * Containment decides, rules explain: where every rule called a change harmless, containment has the last word. What it
 * refuses is reported at the deepest place that differs, so that nothing is missed in silence.
 */
export function reportUnexplained(
  roots: readonly Root[],
  provers: Record<Mode, Prover>,
  rules: readonly Rule<'schema'>[],
): void {
  const explained = explainedPairs(roots);
  const asked = new Set<Pair>();
  for (const { pair } of roots) {
    if (asked.has(pair) || explained.has(pair)) continue;
    asked.add(pair);
    const prover = provers[pair.mode];
    const found = deepest(pair, prover, new Set());
    const rule = rules.find(
      item => item.id === (pair.mode === 'request' ? 'schema-narrowed' : 'schema-widened'),
    );
    if (!found || !rule || found.pair.facts.some(fact => fact.rule === rule)) continue;
    const { before, after } = found.pair.stands;
    found.pair.facts.push({
      rule: rule as Rule,
      report: {},
      effect: rule.effect,
      message: rule.message,
      places: {
        before: (before ?? found.pair.before).raws[0]?.loc,
        after: (after ?? found.pair.after).raws[0]?.loc,
      },
      value: { found: found.value },
    });
  }
}

/** The innermost pair whose writer's values are not all taken. */
function deepest(pair: Pair, prover: Prover, seen: Set<Pair>): { pair: Pair; value: unknown } | undefined {
  if (seen.has(pair)) return undefined;
  seen.add(pair);
  const request = pair.mode === 'request';
  const writer = request ? pair.before : pair.after;
  const result = prover.contained(writer, request ? pair.after : pair.before);
  if (result.answer !== 'no' || !written(prover, writer, result.value)) return undefined;
  for (const child of pair.children) {
    const inner = child.step.kind === 'branch' ? undefined : deepest(child.pair, prover, seen);
    if (inner) return inner;
  }
  return { pair, value: result.value };
}

/** Nobody sends members that neither the schema nor one of its alternatives declares or invites. */
function written(prover: Prover, writer: Norm, value: unknown): boolean {
  if (!isObject(value)) return true;
  const { space, mode } = prover;
  const alternatives = writer.unions.flatMap(union => union.branches.map(branch => space.norm(branch, mode)));
  return Object.keys(value).every(name =>
    [writer, ...alternatives].some(norm => mayWrite(space, norm, name)),
  );
}

/**
 * Whether a fact explains that containment refuses something. What hurts although nothing is refused (a property that is
 * gone, another default) does not; values that an enumeration gained do, also where their rule excuses them
 * (`x-extensible-enum`).
 */
function weighs(fact: SchemaFact, mode: Mode): boolean {
  const refuses = (effect: Effect): boolean =>
    effect === 'extends' || effect === 'unclear' || levelOf(effect, mode, 'standard', 'wire') === 'breaking';
  const excused = levelOf(fact.effect, mode, 'standard', 'wire') === 'safe';
  return fact.harmless === undefined && (refuses(fact.effect) || (excused && refuses(fact.rule.effect)));
}

/** Pairs below which some rule found something that is refused. */
function explainedPairs(roots: readonly Root[]): Set<Pair> {
  const parents = new Map<Pair, Pair[]>();
  const seen = new Set<Pair>();
  const stack = roots.map(root => root.pair);
  const weighty: Pair[] = [];
  for (let pair = stack.pop(); pair; pair = stack.pop()) {
    if (seen.has(pair)) continue;
    seen.add(pair);
    const { mode } = pair;
    if (pair.facts.some(fact => weighs(fact, mode))) weighty.push(pair);
    for (const child of pair.children) {
      const known = parents.get(child.pair);
      if (known) known.push(pair);
      else parents.set(child.pair, [pair]);
      stack.push(child.pair);
    }
  }
  const out = new Set(weighty);
  for (let pair = weighty.pop(); pair; pair = weighty.pop()) {
    for (const parent of parents.get(pair) ?? []) {
      if (out.has(parent)) continue;
      out.add(parent);
      weighty.push(parent);
    }
  }
  return out;
}
