import type { JsonObject } from '../model/place';
import type { ShippedRuleset } from './shipped';

export type ExtendsSeverity = 'off' | 'recommended' | 'all';

/** A ruleset and everything it extends, read but not yet merged. */
export type RulesetTree =
  | { kind: 'shipped'; name: string; ruleset: ShippedRuleset; extends: Extension[] }
  | { kind: 'stock'; name: string }
  | { kind: 'preset'; name: string; definition: object }
  | {
      kind: 'file';
      name: string;
      uri: string;
      version?: string;
      data: JsonObject;
      /** For messages: 1-based line and column of a path in the file. */
      locate(path: ReadonlyArray<string | number>): { line: number; column: number } | undefined;
      extends: Extension[];
    };

export type FileRuleset = Extract<RulesetTree, { kind: 'file' }>;

export interface Extension {
  tree: RulesetTree;
  /** Absent when the ruleset did not say. */
  severity?: ExtendsSeverity;
}

/** Depth-first, extended rulesets before the one that extends them. */
export function* walkTree(tree: RulesetTree): Generator<RulesetTree> {
  if ('extends' in tree) for (const extension of tree.extends) yield* walkTree(extension.tree);
  yield tree;
}
