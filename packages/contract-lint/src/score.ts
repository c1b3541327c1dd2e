import { Severity } from '@treaty/contract-findings';
import { RuleRate } from './types';

/** How much a rule weighs in its category. */
const WEIGHTS: Readonly<Record<Severity, number>> = { error: 4, warn: 2, info: 1, hint: 1 };

export interface CategoryScore {
  /** Name of the ruleset. */
  name: string;
  /** 0 to 100, one decimal. */
  score: number;
}

export interface Score {
  /** Mean of the categories, 0 to 100, one decimal; absent when nothing was checked or the document is invalid. */
  overall?: number;
  categories: CategoryScore[];
  /** Unwaived errors; shown beside the number, because the gate looks at them and never at the number. */
  errors: number;
}

/**
 * Scores a document by rates, not points: a large document is not worse than a small one with the same habits.
 *
 * @param rates - what each rule looked at and how often it failed.
 * @param waived - failures by rule id that somebody has accepted; they count as passed.
 * @param valid - an invalid document has no score.
 */
export function score(
  rates: readonly RuleRate[],
  waived: ReadonlyMap<string, number> = new Map(),
  valid = true,
): Score {
  const categories = new Map<string, { points: number; weight: number }>();
  let errors = 0;
  for (const { id, ruleset, severity, checked, failed } of rates) {
    if (checked === 0) continue;
    const left = Math.max(0, failed - (waived.get(id) ?? 0));
    if (severity === 'error') errors += left;
    const category = categories.get(ruleset) ?? { points: 0, weight: 0 };
    category.points += WEIGHTS[severity] * (1 - Math.min(left, checked) / checked);
    category.weight += WEIGHTS[severity];
    categories.set(ruleset, category);
  }
  if (!valid || categories.size === 0) return { categories: [], errors };
  const exact = [...categories].map(([name, { points, weight }]) => ({
    name,
    score: (100 * points) / weight,
  }));
  const overall = exact.reduce((sum, category) => sum + category.score, 0) / exact.length;
  return {
    overall: oneDecimal(overall),
    categories: exact.map(({ name, score: value }) => ({ name, score: oneDecimal(value) })),
    errors,
  };
}

/** Rounds down, so that only a document without a failure reads 100. */
function oneDecimal(value: number): number {
  return Math.floor(value * 10 + 1e-9) / 10;
}
