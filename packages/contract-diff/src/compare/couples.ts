import { declaredNames } from '../contain/properties';
import { Norm } from '../normalize/norm';
import { OBJ } from '../normalize/types';

/** How alike two branches must look to be compared with each other. */
const ALIKE = 0.25;

/** The share of members from which two alternatives are variants of one shape: events, say, of one family. */
const VARIANT = 0.75;

/** Branches of two disjunctions, paired by what they look like. */
export interface Couples {
  couples: Array<[Norm, Norm]>;
  /** Old branches without a partner. */
  left: Norm[];
  /** New branches without a partner. */
  right: Norm[];
}

/** Pairs branches: equal ones are left out, the rest goes by likeness. */
export function coupled(olds: readonly Norm[], news: readonly Norm[]): Couples {
  const keysOld = new Set(olds.map(branch => branch.key));
  const keysNew = new Set(news.map(branch => branch.key));
  let left = olds.filter(branch => !keysNew.has(branch.key));
  let right = news.filter(branch => !keysOld.has(branch.key));
  const couples: Couples['couples'] = [];
  for (const o of [...left]) {
    const [best] = right.map(n => ({ n, likeness: likeness(o, n) })).sort((a, b) => b.likeness - a.likeness);
    if (!best || best.likeness < ALIKE) continue;
    couples.push([o, best.n]);
    left = left.filter(item => item !== o);
    right = right.filter(item => item !== best.n);
  }
  return { couples, left, right };
}

/** What a branch is called in messages. */
export function branchName(norm: Norm): string {
  const pointer = norm.raws
    .map(raw => raw.loc.pointer)
    .find(text => /\/(schemas|definitions)\/[^/]+$/.test(text));
  return pointer?.slice(pointer.lastIndexOf('/') + 1) ?? norm.notes.title ?? 'inline';
}

/** 0 to 1: how much two branches look like the same thing. */
function likeness(a: Norm, b: Norm): number {
  if ((a.types & b.types) === 0) return 0;
  const [names, others] = [declaredNames(a), declaredNames(b)];
  const both = [...names].filter(name => others.has(name)).length;
  const all = new Set([...names, ...others]).size;
  const shape = all === 0 ? 0.3 : both / all;
  const name = branchName(a);
  return shape * 0.8 + (name !== 'inline' && name === branchName(b) ? 0.5 : 0);
}

/** An object alternative that the other side's alternatives let pass without knowing it. */
export interface Unread {
  /** A member of its that none of them declares. */
  name: string;
  /** It is one of them with little more, or with more: whoever reads that one can read it. */
  extended: boolean;
}

/** Set when all alternatives of the other side let the messages of one pass, and none declares one of its members. */
export function unreadMember(branch: Norm, others: readonly Norm[]): Unread | undefined {
  const names = declaredNames(branch);
  const objects = others.filter(other => other.types & OBJ).map(declaredNames);
  if (branch.types !== OBJ || objects.length === 0) return undefined;
  // An alternative without members of its own is a free form that takes everything on purpose.
  if (objects.some(known => known.size === 0 || [...names].every(name => known.has(name)))) return undefined;
  const name = [...names].find(own => objects.every(known => !known.has(own)));
  const shared = Math.max(...objects.map(known => [...names].filter(own => known.has(own)).length));
  const extended =
    shared / names.size >= VARIANT || objects.some(known => [...known].every(own => names.has(own)));
  return name === undefined ? undefined : { name, extended };
}
