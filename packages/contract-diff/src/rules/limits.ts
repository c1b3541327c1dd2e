import { Bound, Norm } from '../normalize/norm';
import { ARR, NUM, OBJ, STR } from '../normalize/types';

export interface LimitChange {
  keyword: string;
  facet: keyof Norm;
  tightened: boolean;
  loosened: boolean;
  shown: Record<string, string>;
}

const COUNTS = [
  ['minLength', 1, STR],
  ['maxLength', -1, STR],
  ['minItems', 1, ARR],
  ['maxItems', -1, ARR],
  ['minProperties', 1, OBJ],
  ['maxProperties', -1, OBJ],
] as const;

/** Limits that differ; `sign` 1 for lower ends, where more is tighter. */
export function limitChanges(before: Norm, after: Norm): LimitChange[] {
  const both = before.types & after.types;
  const found: LimitChange[] = [];
  for (const [name, sign, types] of COUNTS) {
    const [old, now] = [before[name], after[name]];
    if (old === now || !(both & types)) continue;
    const tightened = (now - old) * sign > 0;
    found.push({
      keyword: name,
      facet: name,
      tightened,
      loosened: !tightened,
      shown: { keyword: name, old: text(old), new: text(now) },
    });
  }
  for (const [facet, keyword, sign] of [
    ['min', 'minimum', 1],
    ['max', 'maximum', -1],
  ] as const) {
    const [old, now] = [before[facet], after[facet]];
    if (!(both & NUM) || boundText(old, sign) === boundText(now, sign)) continue;
    const tightened =
      now !== undefined &&
      (old === undefined || (now.value - old.value) * sign > 0 || (now.value === old.value && now.exclusive));
    found.push({
      keyword,
      facet,
      tightened,
      loosened: !tightened,
      shown: { keyword, old: boundText(old, sign), new: boundText(now, sign) },
    });
  }
  return found;
}

function text(count: number): string {
  return count === Infinity ? 'none' : String(count);
}

function boundText(bound: Bound | undefined, sign: number): string {
  if (bound === undefined) return 'none';
  const word = sign > 0 ? 'above ' : 'below ';
  return `${bound.exclusive ? word : ''}${bound.value}`;
}
