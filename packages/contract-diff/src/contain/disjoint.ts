import { Mode, Norm } from '../normalize/norm';
import { Schemas } from '../normalize/schemas';
import { ARR, FRAC, INT, NUM, OBJ, STR } from '../normalize/types';
import { findWord } from '../pattern';
import { admits } from './evaluate';
import { effective } from './properties';

const MAX_DEPTH = 2;
/** Schemas looked at for one question; alternatives of alternatives are many. */
const MAX_STEPS = 400;

/** One question whether there is any value. */
class Emptiness {
  steps = 0;

  constructor(
    private readonly space: Schemas,
    private readonly mode: Mode,
  ) {}

  of(norm: Norm, depth: number): boolean {
    if (norm.types === 0) return true;
    if (depth > MAX_DEPTH || this.steps++ > MAX_STEPS || this.space.exhausted) return false;
    return [1, 2, INT, FRAC, STR, ARR, OBJ].every(
      bit => !(norm.types & bit) || this.ofType(norm, bit, depth),
    );
  }

  private ofType(norm: Norm, bit: number, depth: number): boolean {
    const { space, mode } = this;
    if (norm.values && norm.valueTypes & bit && norm.values.size === 0) return true;
    for (const union of norm.unions) {
      if (!(union.mask & bit)) continue;
      const base = space.derive(norm, `plain ${bit}`, { types: bit, unions: [] });
      if (union.branches.every(ref => this.of(space.meet(base, space.norm(ref, mode)), depth + 1)))
        return true;
    }
    if (bit & NUM) return emptyNumber(norm, bit);
    if (bit & STR) {
      if (norm.minLength > norm.maxLength) return true;
      return (
        norm.patterns.length > 1 &&
        findWord({ inside: norm.patterns, minLength: norm.minLength, maxLength: norm.maxLength }).kind ===
          'none'
      );
    }
    if (bit & ARR) return norm.minItems > norm.maxItems;
    if (!(bit & OBJ)) return false;
    if (norm.minProperties > norm.maxProperties || norm.required.size > norm.maxProperties) return true;
    return [...norm.required].some(name => {
      const demanded = effective(space, norm, name);
      return demanded !== undefined && this.of(space.norm(demanded.schema, mode), depth + 1);
    });
  }
}

/** True only when it is certain that no value is in both. */
export function disjoint(space: Schemas, a: Norm, b: Norm, mode: Mode): boolean {
  if ((a.types & b.types) === 0) return true;
  for (const [finite, other] of [
    [a, b],
    [b, a],
  ] as const) {
    if (finite.values && (finite.types & ~finite.valueTypes) === 0) {
      return [...finite.values.values()].every(
        value =>
          admits(space, finite, value, { mode, open: false }) === false ||
          admits(space, other, value, { mode, open: false }) === false,
      );
    }
  }
  return isEmpty(space, space.meet(a, b), mode);
}

/** True only when it is certain that there is no value at all. `spent` is told how many schemas were looked at. */
export function isEmpty(space: Schemas, norm: Norm, mode: Mode, spent?: (steps: number) => void): boolean {
  const question = new Emptiness(space, mode);
  const answer = question.of(norm, 0);
  spent?.(question.steps);
  return answer;
}

function emptyNumber(norm: Norm, bit: number): boolean {
  if (bit === FRAC && norm.multiples.some(step => Number.isInteger(step))) return true;
  if (!norm.min || !norm.max) return false;
  const { min, max } = norm;
  if (min.value > max.value || (min.value === max.value && (min.exclusive || max.exclusive))) return true;
  if (bit === FRAC) return min.value === max.value && Number.isInteger(min.value);
  const low = Math.ceil(min.value) + (min.exclusive && Number.isInteger(min.value) ? 1 : 0);
  const high = Math.floor(max.value) - (max.exclusive && Number.isInteger(max.value) ? 1 : 0);
  return low > high;
}
