import { Problem, digest } from '@treaty/contract-findings';
import { LoadRulesetOptions, LoadRulesetResult, LoadedRuleset, RulesetHost } from '../types';
import { checkFile } from './check-file';
import { mergeOwnRules, ownRuleOf } from './own-rules';
import { RulesetReader } from './read';
import { RulesetTree, walkTree } from './tree';
import { ENGINE_VERSIONS } from './versions';
import { isObject, own } from '../model/place';

/** Reads, checks and merges a ruleset. Problems instead of exceptions for whatever a ruleset says. */
export async function readRuleset(
  nameOrPath: string,
  host: RulesetHost,
  { build = true }: LoadRulesetOptions,
): Promise<LoadRulesetResult> {
  const reader = new RulesetReader(host);
  const tree = await reader.read(nameOrPath);
  const problems: Problem[] = [...reader.problems];
  if (!tree) return { problems };
  const trees = [...walkTree(tree)];
  for (const one of trees) if (one.kind === 'file') problems.push(...checkFile(one));
  if (problems.length > 0) return { problems };

  const hasOverrides = trees.some(one => one.kind === 'file' && one.data.overrides !== undefined);
  const ownRules = mergeOwnRules(tree, problems);
  if (problems.length > 0) return { problems };
  const ruleset: LoadedRuleset = {
    name: tree.name,
    ...(versionOf(tree) === undefined ? {} : { version: versionOf(tree) }),
    digest: digestOf(trees, reader.texts),
    own: hasOverrides ? [] : ownRules,
    texts: reader.texts,
  };
  if (!hasOverrides && !trees.some(needsSpectral)) return { ruleset, problems };
  if (!build) return { ruleset: { ...ruleset, unbuilt: true }, problems };

  const { DefinitionBuilder } = require('./definition') as typeof import('./definition');
  const builder = new DefinitionBuilder(host.trusted?.functions ?? new Map(), hasOverrides);
  const spectral = builder.build(tree, tree.kind === 'file' ? tree.uri : tree.name);
  problems.push(...builder.problems);
  return spectral ? { ruleset: { ...ruleset, spectral }, problems } : { problems };
}

/** True for a part that our own engine cannot run alone. */
function needsSpectral(tree: RulesetTree): boolean {
  if (tree.kind === 'shipped') return false;
  if (tree.kind !== 'file') return true;
  return Object.values(isObject(tree.data.rules) ? tree.data.rules : {}).some(
    rule => isObject(rule) && !ownRuleOf(rule),
  );
}

function versionOf(tree: RulesetTree): string | undefined {
  if (tree.kind === 'shipped') return tree.ruleset.version;
  return tree.kind === 'file' ? tree.version : undefined;
}

function digestOf(trees: readonly RulesetTree[], texts: ReadonlyMap<string, string>): string {
  const parts = trees.map(tree => {
    switch (tree.kind) {
      case 'shipped':
        return [
          'shipped',
          tree.name,
          tree.ruleset.version,
          tree.ruleset.rules.map(rule => [rule.id, rule.severity]),
        ];
      case 'file':
        return ['file', texts.get(tree.uri)];
      case 'preset':
        return ['preset', tree.name, describe(tree.definition)];
      default:
        return ['stock', tree.name];
    }
  });
  return digest(JSON.stringify([ENGINE_VERSIONS, parts]));
}

/** A preset is code; its functions are told apart by their source text. */
function describe(definition: object): string {
  const seen = new Set<object>();
  return JSON.stringify(definition, (key, value: unknown) => {
    if (typeof value === 'function') return `${value.name}:${Function.prototype.toString.call(value)}`;
    if (typeof value !== 'object' || value === null) return value;
    if (seen.has(value)) return own(value, 'name') ?? key;
    seen.add(value);
    return value;
  });
}
